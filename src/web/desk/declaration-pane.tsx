import { Icon } from '../ui/icons.tsx'
import type { DeclaredRow } from './declared.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { closingName } from './words.ts'

/** The declaration with what was compared; officers tick, note what differs, never edit. */
export function DeclarationPane({ facts }: { facts: DossierFacts }) {
  const { view, queue, sections } = facts
  const rows = sections.flatMap((section) => section.rows)
  const compared = rows.filter(({ mark }) => mark?.verdict === 'same').length
  const url = (tail: string) => dossierUrl(view.dossier.code, { tail, queue })
  return (
    <section class="fd" aria-labelledby="fd">
      <div class="pane__h">
        <h2 id="fd">Tờ khai</h2>
        <span class="muted">
          Đối chiếu {compared} trong {rows.length}
        </span>
        {facts.acts.includes('requestSupplement') ? (
          <a class="btn btn--q" href={url('bo-sung')}>
            <Icon name="pencil" />
            Đề nghị sửa
          </a>
        ) : null}
      </div>
      {sections.map((section) => (
        <>
          <h3>{section.title}</h3>
          <dl>
            {section.rows.map((row) => (
              <Row row={row} facts={facts} />
            ))}
          </dl>
        </>
      ))}
      <p class="reveal">
        <a
          href={`${dossierUrl(view.dossier.code, { queue })}${queue === 'todo' ? '?' : '&'}hien=1`}
        >
          Hiện đủ số giấy tờ, điện thoại
        </a>
      </p>
    </section>
  )
}

function Row({ row, facts }: { row: DeclaredRow; facts: DossierFacts }) {
  const { mark, label } = row
  const differs = mark?.verdict === 'differs'
  return (
    <div class={differs ? 'is-diff' : undefined}>
      <dt>{label}</dt>
      <dd class={facts.mayCompare ? 'k3' : undefined}>
        <span>
          {row.value === '' ? <span class="muted">(để trống)</span> : row.value}
          {row.before.map((before) => (
            <small>Trước khi sửa: {before || 'để trống'}</small>
          ))}
          {differs ? (
            <small>
              <Icon name="warn" />
              <span>
                Giấy tờ ghi {mark.paperSays}. {closingName(mark.closedAs)}.
              </span>
            </small>
          ) : null}
        </span>
        {facts.mayCompare ? <Compare row={row} facts={facts} /> : <Compared row={row} />}
      </dd>
    </div>
  )
}

/** The ticks belong to the form of the main act: what was ticked is saved with it. */
function Compare({ row, facts }: { row: DeclaredRow; facts: DossierFacts }) {
  const { view, queue } = facts
  const href = dossierUrl(view.dossier.code, { tail: 'doi-chieu', queue })
  return (
    <>
      <a
        class="ne"
        href={`${href}${href.includes('?') ? '&' : '?'}muc=${row.field}`}
        aria-label={`Khác giấy tờ: ${row.label}`}
      >
        ≠
      </a>
      <input
        type="checkbox"
        class="cb"
        name="mark"
        value={row.field}
        form="viec"
        aria-label={`Đã đối chiếu: ${row.label}`}
        checked={row.mark?.verdict === 'same'}
      />
    </>
  )
}

function Compared({ row }: { row: DeclaredRow }) {
  return row.mark?.verdict === 'same' ? (
    <span>
      <Icon name="check" />
      <span class="vh">đã đối chiếu</span>
    </span>
  ) : null
}
