import { shortCode, type Alike } from '../../modules/dossiers/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useSay } from '../ui/lang.tsx'
import { Csrf } from '../ui/parts.tsx'
import { DueChip } from '../ui/progress-parts.tsx'
import { TrialMark } from '../ui/trial-mark.tsx'
import { say } from '../words/index.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { alikeInWords } from './alike.ts'
import { dossierUrl } from './desk-request.ts'
import { moment } from './moments.ts'
import { channelName, channels, queueName } from './words.ts'

/** Who and what, the due date with its reasons, the way to the neighbours in the queue. */
export function DossierTop({ facts }: { facts: DossierFacts }) {
  const { dossier, definition } = facts.view
  const { lang } = facts
  const t = useSay()
  return (
    <div class="ds__top">
      <div>
        <h1>
          {shortCode(dossier.code)} · {say(definition.name, lang)}{' '}
          {dossier.isTrial ? <TrialMark lang={lang} /> : null}
        </h1>
        <p class="meta">
          {dossier.subjectName} · {t('người nộp', 'submitter')} <b>{dossier.requesterName}</b>
          {dossier.phone ? `, ${maskPhone(dossier.phone)}` : ''} ·{' '}
          <Icon name={channels[dossier.channel].icon} /> {channelName(dossier.channel, lang)}{' '}
          {moment(dossier.filedAt, facts.now)}
        </p>
      </div>
      <Due facts={facts} />
      <Neighbours facts={facts} />
    </div>
  )
}

function Due({ facts }: { facts: DossierFacts }) {
  return (
    <div class="acts">
      <DueReasons facts={facts} />
      <Moving facts={facts} />
    </div>
  )
}

/** Once, by the head; then everybody sees that it was done. */
function Moving({ facts }: { facts: DossierFacts }) {
  const { view, queue, mayMoveDue, dueMovedFrom, now } = facts
  const t = useSay()
  if (dueMovedFrom)
    return (
      <span class="sm muted">
        {t('đã hẹn lại một lần, trước là', 'moved once, before it was')} {moment(dueMovedFrom, now)}
      </span>
    )
  if (!mayMoveDue) return <Reported facts={facts} />
  return (
    <>
      <Reported facts={facts} />
      <a class="sm" href={dossierUrl(view.dossier.code, { tail: 'hen-lai', queue })}>
        {t('Hẹn lại ngày trả', 'Move the due date')}
      </a>
    </>
  )
}

/** To whom our clock reported it as late. */
function Reported({ facts: { view } }: { facts: DossierFacts }) {
  const t = useSay()
  const { escalation, endedAt } = view.dossier
  if (escalation === null || endedAt !== null) return null
  return (
    <span class="sm muted">
      {escalation === 'city'
        ? t('đã báo Thành phố', 'reported to the city')
        : t('đã báo lãnh đạo', 'reported to the head')}
    </span>
  )
}

function DueReasons({ facts: { due } }: { facts: DossierFacts }) {
  const t = useSay()
  const chip = <DueChip state={due.state} text={due.full} />
  if (due.reasons.length === 0) return chip
  return (
    <details class="why">
      <summary>
        {chip} <span class="vh">{t('Vì sao có hạn này', 'Why this due date')}</span>
      </summary>
      <ul>
        {due.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

function Neighbours({ facts: { place, queue, lang } }: { facts: DossierFacts }) {
  const t = useSay()
  return (
    <nav class="ds__nav" aria-label={t('Chuyển hồ sơ', 'Other dossiers')}>
      <span class="muted">
        {place.index === null
          ? `${queueName(queue, lang)}: ${place.total}`
          : `${place.index + 1} ${t('trong', 'of')} ${place.total}`}
      </span>
      {place.before ? (
        <a class="btn btn--q" href={place.before} data-key="K">
          <Icon name="back" />
          {t('Trước', 'Previous')} <kbd>K</kbd>
        </a>
      ) : null}
      {place.after ? (
        <a class="btn btn--q" href={place.after} data-key="J">
          {t('Sau', 'Next')} <kbd>J</kbd>
          <Icon name="next" />
        </a>
      ) : null}
    </nav>
  )
}

/** Warns, never blocks: the likest first, the others folded. */
export function Duplicates({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const [first, ...others] = facts.view.alike.toSorted((a, b) => b.kinds.length - a.kinds.length)
  if (!first) return null
  return (
    <>
      <Duplicate facts={facts} alike={first} isFirst />
      {others.length > 0 ? (
        <details class="more">
          <summary>
            {t(
              `Còn ${others.length} hồ sơ khác có thể trùng`,
              `Other possible duplicates: ${others.length}`,
            )}
          </summary>
          {others.map((alike) => (
            <Duplicate facts={facts} alike={alike} />
          ))}
        </details>
      ) : null}
    </>
  )
}

function Duplicate(props: { facts: DossierFacts; alike: Alike; isFirst?: boolean }) {
  const { facts, alike, isFirst } = props
  const t = useSay()
  const warning = `${t('Có thể trùng với hồ sơ', 'May be a duplicate of')} ${alike.code}`
  const { view, queue } = facts
  const url = (tail: string) => dossierUrl(view.dossier.code, { tail, queue })
  return (
    <section class="dup" aria-label={warning}>
      <Icon name="copies" />
      <p>
        <strong>{warning}</strong> {alikeInWords(facts, alike)}
      </p>
      <form class="acts" method="post" action={url('khong-trung')}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="khac" value={alike.dossierId} />
        <a
          class="btn btn--2"
          href={url(`so-sanh/${alike.dossierId}`)}
          data-key={isFirst ? 'F4' : undefined}
        >
          {t('So sánh', 'Compare')} {isFirst ? <kbd>F4</kbd> : null}
        </a>
        {facts.mayCompare ? (
          <button class="btn btn--q">{t('Không trùng', 'Not a duplicate')}</button>
        ) : null}
      </form>
    </section>
  )
}
