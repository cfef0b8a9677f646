import { shortCode, type Alike } from '../../modules/dossiers/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import { Icon } from '../ui/icons.tsx'
import { Csrf } from '../ui/parts.tsx'
import { DueChip } from '../ui/progress-parts.tsx'
import { TrialMark } from '../ui/trial-mark.tsx'
import type { DossierFacts } from './dossier-facts.ts'
import { alikeInWords } from './alike.ts'
import { dossierUrl } from './desk-request.ts'
import { moment } from './moments.ts'
import { channels, queueNames } from './words.ts'

/** Who and what, the due date with its reasons, the way to the neighbours in the queue. */
export function DossierTop({ facts }: { facts: DossierFacts }) {
  const { dossier, definition } = facts.view
  const { icon, name } = channels[dossier.channel]
  return (
    <div class="ds__top">
      <div>
        <h1>
          {shortCode(dossier.code)} · {definition.name.vi}{' '}
          {dossier.isTrial ? <TrialMark lang="vi" /> : null}
        </h1>
        <p class="meta">
          {dossier.subjectName} · người nộp <b>{dossier.requesterName}</b>
          {dossier.phone ? `, ${maskPhone(dossier.phone)}` : ''} · <Icon name={icon} /> {name}{' '}
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
  if (dueMovedFrom)
    return <span class="sm muted">đã hẹn lại một lần, trước là {moment(dueMovedFrom, now)}</span>
  if (!mayMoveDue) return null
  return (
    <a class="sm" href={dossierUrl(view.dossier.code, { tail: 'hen-lai', queue })}>
      Hẹn lại ngày trả
    </a>
  )
}

function DueReasons({ facts: { due } }: { facts: DossierFacts }) {
  const chip = <DueChip state={due.state} text={due.full} />
  if (due.reasons.length === 0) return chip
  return (
    <details class="why">
      <summary>
        {chip} <span class="vh">Vì sao có hạn này</span>
      </summary>
      <ul>
        {due.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

function Neighbours({ facts: { place, queue } }: { facts: DossierFacts }) {
  return (
    <nav class="ds__nav" aria-label="Chuyển hồ sơ">
      <span class="muted">
        {place.index === null
          ? `${queueNames[queue]}: ${place.total}`
          : `${place.index + 1} trong ${place.total}`}
      </span>
      {place.before ? (
        <a class="btn btn--q" href={place.before} data-key="K">
          <Icon name="back" />
          Trước <kbd>K</kbd>
        </a>
      ) : null}
      {place.after ? (
        <a class="btn btn--q" href={place.after} data-key="J">
          Sau <kbd>J</kbd>
          <Icon name="next" />
        </a>
      ) : null}
    </nav>
  )
}

/** Warns, never blocks: the likest first, the others folded. */
export function Duplicates({ facts }: { facts: DossierFacts }) {
  const [first, ...others] = facts.view.alike.toSorted((a, b) => b.kinds.length - a.kinds.length)
  if (!first) return null
  return (
    <>
      <Duplicate facts={facts} alike={first} isFirst />
      {others.length > 0 ? (
        <details class="more">
          <summary>Còn {others.length} hồ sơ khác có thể trùng</summary>
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
  const { view, queue } = facts
  const url = (tail: string) => dossierUrl(view.dossier.code, { tail, queue })
  return (
    <section class="dup" aria-label={`Có thể trùng với hồ sơ ${alike.code}`}>
      <Icon name="copies" />
      <p>
        <strong>Có thể trùng với hồ sơ {alike.code}</strong> {alikeInWords(facts, alike)}
      </p>
      <form class="acts" method="post" action={url('khong-trung')}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="khac" value={alike.dossierId} />
        <a
          class="btn btn--2"
          href={url(`so-sanh/${alike.dossierId}`)}
          data-key={isFirst ? 'F4' : undefined}
        >
          So sánh {isFirst ? <kbd>F4</kbd> : null}
        </a>
        {facts.mayCompare ? <button class="btn btn--q">Không trùng</button> : null}
      </form>
    </section>
  )
}
