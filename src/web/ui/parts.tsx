import type { ComponentChildren } from 'preact'
import { words, type Lang } from '../words/index.ts'
import { Icon, type IconName } from './icons.tsx'

type Children = { children: ComponentChildren }

/** Hidden token of every form; nothing when there is no session yet. */
export function Csrf({ token }: { token: string }) {
  return token === '' ? null : <input type="hidden" name="_csrf" value={token} />
}

/** Section with the threshold bar above its heading. */
export function Section({ id, title, children }: { id: string; title: string } & Children) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

export function Panel(props: { id: string; title: string; kind?: 'paper' | 'key' } & Children) {
  const { id, title, kind, children } = props
  return (
    <section class={`panel${kind ? ` panel--${kind}` : ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

const callouts = {
  info: { class: 'call', icon: 'info' },
  soon: { class: 'call call--soon', icon: 'clock' },
  act: { class: 'call call--act', icon: 'stop' },
} as const

/** Indigo: good to know; saffron: a deadline is near; red: you must act (one a page). */
export function Callout(
  props: { kind: keyof typeof callouts; title: string; id?: string; icon?: IconName } & Children,
) {
  const { kind, title, id, icon, children } = props
  const body = (
    <>
      <Icon name={icon ?? callouts[kind].icon} />
      <div>
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </>
  )
  if (id === undefined) return <div class={callouts[kind].class}>{body}</div>
  return (
    <section class={callouts[kind].class} aria-labelledby={id}>
      {body}
    </section>
  )
}

/** Band under the header. */
export function Notice({ lang, children }: { lang: Lang } & Children) {
  return (
    <section class="notice" aria-label={words(lang).notice}>
      <div class="wrap">
        <Icon name="info" />
        <p>{children}</p>
      </div>
    </section>
  )
}

/** Said once after an act: "Đã lưu". Announced politely. */
export function Flash({ children }: Children) {
  return (
    <div class="flash" role="status">
      <Icon name="check" />
      <p>{children}</p>
    </div>
  )
}

export type FactItem = { icon: IconName; term: string; main: string; small?: string }

export function Facts({ facts }: { facts: readonly FactItem[] }) {
  return (
    <dl class="facts">
      {facts.map(({ icon, term, main, small }) => (
        <div>
          <dt>
            <Icon name={icon} />
            {term}
          </dt>
          <dd>
            {main}
            {small ? <small>{small}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export type StepItem = { title: string; body: string; who: string; icon: IconName }

/** Drawn path; each step says who does it. */
export function Steps({ steps }: { steps: readonly StepItem[] }) {
  return (
    <ol class="steps">
      {steps.map(({ title, body, who, icon }) => (
        <li>
          <h3>{title}</h3>
          <p>{body}</p>
          <span class="who">
            <Icon name={icon} />
            {who}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Four rising bars, "Mức độ n" and a sentence; never the bars alone. */
export function LevelBadge({ level, lang }: { level: 1 | 2 | 3 | 4; lang: Lang }) {
  const t = words(lang)
  return (
    <p class="mt4 lvlrow">
      <span class="lvl">
        <i aria-hidden="true">
          {[1, 2, 3, 4].map((bar) => (
            <b class={bar <= level ? 'on' : undefined} />
          ))}
        </i>
        {t.level(level)}
      </span>
      <span class="sm muted">
        {t.levelSays[level]} <a href={lang === 'en' ? '/en/muc-do' : '/muc-do'}>{t.levelAsk}</a>
      </span>
    </p>
  )
}

export function Tag({
  kind,
  icon,
  children,
}: { kind?: 'done' | 'wait' | 'soon' | 'late' | 'act'; icon?: IconName } & Children) {
  return (
    <span class={`tag${kind ? ` tag--${kind}` : ''}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  )
}

/** The last crumb is this page and is no link. */
export function Crumbs({
  items,
  lang,
}: {
  items: readonly { text: string; href?: string }[]
  lang: Lang
}) {
  return (
    <nav class="crumbs" aria-label={words(lang).crumbs}>
      <ol class="c">
        {items.map(({ text, href }, index) => (
          <li aria-current={index === items.length - 1 ? 'page' : undefined}>
            {href ? <a href={href}>{text}</a> : text}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function Back({ href, children }: { href: string } & Children) {
  return (
    <a class="back" href={href}>
      <Icon name="back" />
      {children}
    </a>
  )
}

/** "Đăng ký khai sinh · Bước 2 trên 7" and as many bars. */
export function Progress(props: { name: string; step: number; steps: number; lang: Lang }) {
  const { name, step, steps, lang } = props
  const bars = Array.from({ length: steps }, (_, index) => index + 1)
  return (
    <div class="prog">
      <p>{words(lang).progress(name, step, steps)}</p>
      <ol class="pg" aria-hidden="true">
        {bars.map((bar) => (
          <li class={bar < step ? 'on' : bar === step ? 'now' : undefined} />
        ))}
      </ol>
    </div>
  )
}

export type Task = { title: string; href?: string; state: 'done' | 'now' | 'todo' }

export function TaskList({ tasks, lang }: { tasks: readonly Task[]; lang: Lang }) {
  const t = words(lang)
  return (
    <nav class="panel" aria-labelledby="tk">
      <h2 id="tk">{t.taskList}</h2>
      <ol class="tasks">
        {tasks.map(({ title, href, state }) => (
          <li aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' ? <Icon name="check" /> : <span class="dot" />}
            <span>
              {href && state !== 'now' ? (
                <a href={href}>{title}</a>
              ) : (
                <span class={state === 'todo' ? 'muted' : undefined}>{title}</span>
              )}
              {state === 'done' ? <span class="vh"> ({t.taskDone})</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function SavedNote({ children }: Children) {
  return (
    <p class="saved mt5">
      <Icon name="save" />
      <span>{children}</span>
    </p>
  )
}

export type Pair = { term: string; value: ComponentChildren }

/** Terms and values in two columns. */
export function Pairs({ pairs, plain }: { pairs: readonly Pair[]; plain?: boolean }) {
  return (
    <dl class={`dl${plain ? ' dl--plain sm' : ''}`}>
      {pairs.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type Column = { key: string; title: string; isNumber?: boolean }

/** Desk table: caption for those who cannot see it, the first column is the row's header. */
export function Table(props: {
  caption: string
  columns: readonly Column[]
  rows: readonly Readonly<Record<string, ComponentChildren>>[]
}) {
  const { caption, columns, rows } = props
  return (
    <div class="tw" role="region" aria-label={caption} tabIndex={0}>
      <table class="tb">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th scope="col" class={isNumber ? 'num' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ key, isNumber }, index) =>
                index === 0 ? (
                  <th scope="row">{row[key]}</th>
                ) : (
                  <td class={isNumber ? 'num' : undefined}>{row[key]}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
