import { fieldLabel } from './alike.ts'
import { printed } from './declared.ts'
import { findField } from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { sayIn, useLang, useSay } from '../ui/lang.tsx'
import { moment } from './moments.ts'
import type { Lang } from '../words/index.ts'
import { closingName, counted } from './words.ts'

/** What the signer must know before signing: what differed, who checked and when. */
export function SignerFacts({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const lang = useLang()
  if (!['previewing', 'signing'].includes(facts.view.dossier.state)) return null
  const { view, names, now } = facts
  const differing = view.marks.filter(({ verdict }) => verdict === 'differs')
  const proposed = view.events.findLast(({ kind }) => kind === 'proposed')
  const officer = (id: string | null) => names.get(id ?? '') ?? t('Cán bộ', 'An officer')
  const confirmed = view.events.findLast(({ kind }) => kind === 'previewConfirmed')
  const noted = t('ghi nhận người nộp xác nhận', 'noted that the submitter confirmed')
  return (
    <>
      <h2>{t('Trước khi ký', 'Before signing')}</h2>
      <div class="body">
        <ul class="law">
          {checkers(facts, lang).map((line) => (
            <li>{line}</li>
          ))}
          {proposed ? (
            <li>
              {officer(proposed.actorId)} {t('trình', 'proposed it')} {moment(proposed.at, now)}.
            </li>
          ) : null}
          {confirmed ? (
            <li>
              {confirmed.actorKind === 'staff'
                ? `${officer(confirmed.actorId)} ${noted}`
                : t('Người nộp xác nhận bản xem trước', 'Submitter confirmed the preview')}{' '}
              {moment(confirmed.at, now)}.
            </li>
          ) : null}
        </ul>
        {differing.length > 0 ? (
          <Differences facts={facts} />
        ) : (
          <p>{t('Không có chỗ khác giấy tờ.', 'Nothing differs from the papers.')}</p>
        )}
      </div>
    </>
  )
}

/** "Nguyễn Hải Yến đối chiếu 9 mục, lần cuối 10:20." */
function checkers({ view, names, now }: DossierFacts, lang: Lang): readonly string[] {
  const t = sayIn(lang)
  const by = Map.groupBy(view.marks, ({ markedBy }) => markedBy)
  if (by.size === 0)
    return [t('Chưa ai đánh dấu đối chiếu.', 'Nobody has marked anything as compared.')]
  return [...by].map(([id, marks]) => {
    const last = marks
      .map(({ markedAt }) => markedAt)
      .toSorted((a, b) => +a - +b)
      .at(-1)!
    const name = names.get(id) ?? t('Cán bộ', 'An officer')
    const at = moment(last, now)
    return t(
      `${name} đối chiếu ${marks.length} mục, lần cuối ${at}.`,
      `${name} compared ${counted(marks.length, 'item')}, last ${at}.`,
    )
  })
}

function Differences({ facts }: { facts: DossierFacts }) {
  const { view, world, now, answers } = facts
  const t = useSay()
  const lang = useLang()
  const how = { world: formWorldOf(world.city, legalDay(now)), lang, unmasked: false }
  return (
    <table class="diffs">
      <caption class="vh">{t('Chỗ khác giấy tờ', 'What differs from the papers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Mục', 'Item')}</th>
          <th scope="col">{t('Khai', 'Declared')}</th>
          <th scope="col">{t('Giấy tờ', 'Paper')}</th>
          <th scope="col">{t('Kết luận', 'Conclusion')}</th>
        </tr>
      </thead>
      <tbody>
        {view.marks
          .filter(({ verdict }) => verdict === 'differs')
          .map((mark) => {
            const field = findField(view.definition.form, mark.field)
            return (
              <tr>
                <th scope="row">{fieldLabel(view.definition, mark.field, lang)}</th>
                <td>{field ? printed(field, answers, how) : ''}</td>
                <td>{mark.paperSays}</td>
                <td>{closingName(mark.closedAs, lang)}</td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}
