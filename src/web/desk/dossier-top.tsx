import { shortCode } from '../../modules/dossiers/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import { Icon } from '../ui/icons.tsx'
import { Csrf } from '../ui/parts.tsx'
import { DueChip } from '../ui/progress-parts.tsx'
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
          {shortCode(dossier.code)} · {definition.name.vi}
          {dossier.isTrial ? <small> (chạy thử)</small> : null}
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

function Due({ facts: { due } }: { facts: DossierFacts }) {
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

/** Warns, never blocks. */
export function Duplicates({ facts }: { facts: DossierFacts }) {
  const { view, queue, csrf } = facts
  return (
    <>
      {view.alike.map((alike, index) => {
        const tail = `so-sanh/${alike.dossierId}`
        return (
          <section class="dup" aria-label="Cảnh báo trùng hồ sơ">
            <Icon name="copies" />
            <p>
              <strong>Có thể trùng với hồ sơ {alike.code}</strong> {alikeInWords(facts, alike)}
            </p>
            <form
              class="acts"
              method="post"
              action={dossierUrl(view.dossier.code, { tail: 'khong-trung', queue })}
            >
              <Csrf token={csrf} />
              <input type="hidden" name="khac" value={alike.dossierId} />
              <a
                class="btn btn--2"
                href={dossierUrl(view.dossier.code, { tail, queue })}
                data-key={index === 0 ? 'F4' : undefined}
              >
                So sánh {index === 0 ? <kbd>F4</kbd> : null}
              </a>
              {facts.mayCompare ? <button class="btn btn--q">Không trùng</button> : null}
            </form>
          </section>
        )
      })}
    </>
  )
}
