import { Icon } from '../ui/icons.tsx'
import { useSay } from '../ui/lang.tsx'
import type { DeclaredRow } from './declared.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { closingName } from './words.ts'

/** The declaration with what was compared; officers tick, note what differs, never edit. */
export function DeclarationPane({ facts }: { facts: DossierFacts }) {
  const { view, queue, sections } = facts
  const t = useSay()
  const rows = sections.flatMap((section) => section.rows)
  const compared = rows.filter(({ mark }) => mark?.verdict === 'same').length
  const url = (tail: string) => dossierUrl(view.dossier.code, { tail, queue })
  return (
    <section class="fd" aria-labelledby="fd">
      <div class="pane__h">
        <h2 id="fd">{t('Tờ khai', 'Declaration')}</h2>
        <span class="muted">
          {t('Đối chiếu', 'Compared')} {compared} {t('trong', 'of')} {rows.length}
        </span>
        {facts.acts.includes('requestSupplement') ? (
          <a class="btn btn--q" href={url('bo-sung')}>
            <Icon name="pencil" />
            {t('Đề nghị sửa', 'Ask for a change')}
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
          {t('Hiện đủ số giấy tờ, điện thoại', 'Show paper numbers and phone in full')}
        </a>
      </p>
    </section>
  )
}

function Row({ row, facts }: { row: DeclaredRow; facts: DossierFacts }) {
  const { mark, label } = row
  const t = useSay()
  const differs = mark?.verdict === 'differs'
  return (
    <div class={differs ? 'is-diff' : undefined}>
      <dt>{label}</dt>
      <dd class={facts.mayCompare ? 'k3' : undefined}>
        <span>
          {row.value === '' ? <span class="muted">{t('(để trống)', '(empty)')}</span> : row.value}
          {row.before.map((before) => (
            <small>
              {t('Trước khi sửa:', 'Before the change:')} {before || t('để trống', 'empty')}
            </small>
          ))}
          {differs ? (
            <small>
              <Icon name="warn" />
              <span>
                {t('Giấy tờ ghi', 'The paper says')} {mark.paperSays}.{' '}
                {closingName(mark.closedAs, facts.lang)}.
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
  const t = useSay()
  const { view, queue } = facts
  const href = dossierUrl(view.dossier.code, { tail: 'doi-chieu', queue })
  return (
    <>
      <a
        class="ne"
        href={`${href}${href.includes('?') ? '&' : '?'}muc=${row.field}`}
        aria-label={`${t('Khác giấy tờ', 'Differs from papers')}: ${row.label}`}
      >
        ≠
      </a>
      <input
        type="checkbox"
        class="cb"
        name="mark"
        value={row.field}
        form="viec"
        aria-label={`${t('Đã đối chiếu', 'Compared')}: ${row.label}`}
        checked={row.mark?.verdict === 'same'}
      />
    </>
  )
}

function Compared({ row }: { row: DeclaredRow }) {
  const t = useSay()
  return row.mark?.verdict === 'same' ? (
    <span>
      <Icon name="check" />
      <span class="vh">{t('đã đối chiếu', 'compared')}</span>
    </span>
  ) : null
}
