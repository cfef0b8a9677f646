import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

export type TimelineItem = {
  /** `done` is the default; `act`: someone must act, red. */
  state?: 'done' | 'now' | 'act' | 'todo'
  title: ComponentChildren
  /** Time and who, small. */
  meta?: ComponentChildren
  datetime?: string
  icon?: IconName
  children?: ComponentChildren
}

const marks = { done: 'check', now: 'clock', act: 'stop', todo: undefined } as const

export function Mark({ item }: { item: TimelineItem }) {
  const icon = item.icon ?? marks[item.state ?? 'done']
  return <span class="mk">{icon ? <Icon name={icon} /> : null}</span>
}

export function stateClass(item: TimelineItem): string | undefined {
  return item.state === undefined || item.state === 'done' ? undefined : item.state
}

/** What happened, newest last; what is still to come is dashed. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="tl">
      {items.map((item) => (
        <li class={stateClass(item)}>
          <Mark item={item} />
          <h3>{item.title}</h3>
          {item.meta === undefined ? null : item.datetime ? (
            <p class="meta">
              <time dateTime={item.datetime}>{item.meta}</time>
            </p>
          ) : (
            <p class="meta">{item.meta}</p>
          )}
          {item.children}
        </li>
      ))}
    </ol>
  )
}

/** Due date first, then the place. */
export function DueBox(props: {
  dueTerm: string
  due: string
  dueNote?: ComponentChildren
  placeTerm: string
  place: ComponentChildren
  placeNote?: ComponentChildren
}) {
  const { dueTerm, due, dueNote, placeTerm, place, placeNote } = props
  return (
    <dl class="due">
      <div>
        <dt>{dueTerm}</dt>
        <dd>
          <b class="big">{due}</b>
          {dueNote ? <span class="sm">{dueNote}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{placeTerm}</dt>
        <dd>
          <strong>{place}</strong>
          {placeNote ? (
            <>
              <br />
              <span class="sm">{placeNote}</span>
            </>
          ) : null}
        </dd>
      </div>
    </dl>
  )
}

const dueIcons = { late: 'stop', today: 'clock', soon: 'warn', hold: 'pause', ok: 'check' } as const

/** Shape of the icon, word and colour; the text always gives the day or the time left. */
export function DueChip({ state, text }: { state: keyof typeof dueIcons; text: string }) {
  return (
    <span class={`d d--${state}`}>
      <Icon name={dueIcons[state]} />
      {text}
    </span>
  )
}

export type RailGroup = {
  title: string
  links: readonly {
    text: string
    href: string
    count: number
    isCurrent?: boolean
    isHot?: boolean
  }[]
}

/** Counts for every queue; red only for what is overdue. */
export function Rail({ label, groups }: { label: string; groups: readonly RailGroup[] }) {
  return (
    <nav class="rail" aria-label={label}>
      {groups.map(({ title, links }) => (
        <>
          <h2>{title}</h2>
          <ul class="r">
            {links.map(({ text, href, count, isCurrent, isHot }) => (
              <li>
                <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                  {text}
                  <b class={isHot && count > 0 ? 'hot' : undefined}>{count}</b>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}
