import { fieldLabel } from './alike.ts'
import { printed } from './declared.ts'
import { findField } from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { moment } from './moments.ts'
import { closingName } from './words.ts'

/** What the signer must know before signing: what differed, who checked and when. */
export function SignerFacts({ facts }: { facts: DossierFacts }) {
  if (!['previewing', 'signing'].includes(facts.view.dossier.state)) return null
  const { view, names, now } = facts
  const differing = view.marks.filter(({ verdict }) => verdict === 'differs')
  const proposed = view.events.findLast(({ kind }) => kind === 'proposed')
  const confirmed = view.events.findLast(({ kind }) => kind === 'previewConfirmed')
  return (
    <>
      <h2>Trước khi ký</h2>
      <div class="body">
        <ul class="law">
          {checkers(facts).map((line) => (
            <li>{line}</li>
          ))}
          {proposed ? (
            <li>
              {names.get(proposed.actorId ?? '') ?? 'Cán bộ'} trình {moment(proposed.at, now)}.
            </li>
          ) : null}
          {confirmed ? (
            <li>
              {confirmed.actorKind === 'staff'
                ? `${names.get(confirmed.actorId ?? '') ?? 'Cán bộ'} ghi nhận người nộp xác nhận`
                : 'Người nộp xác nhận bản xem trước'}{' '}
              {moment(confirmed.at, now)}.
            </li>
          ) : null}
        </ul>
        {differing.length > 0 ? <Differences facts={facts} /> : <p>Không có chỗ khác giấy tờ.</p>}
      </div>
    </>
  )
}

/** "Nguyễn Hải Yến đối chiếu 9 mục, lần cuối 10:20." */
function checkers({ view, names, now }: DossierFacts): readonly string[] {
  const by = Map.groupBy(view.marks, ({ markedBy }) => markedBy)
  if (by.size === 0) return ['Chưa ai đánh dấu đối chiếu.']
  return [...by].map(([id, marks]) => {
    const last = marks
      .map(({ markedAt }) => markedAt)
      .toSorted((a, b) => +a - +b)
      .at(-1)!
    const name = names.get(id) ?? 'Cán bộ'
    return `${name} đối chiếu ${marks.length} mục, lần cuối ${moment(last, now)}.`
  })
}

function Differences({ facts }: { facts: DossierFacts }) {
  const { view, world, now, answers } = facts
  const how = { world: formWorldOf(world.city, legalDay(now)), unmasked: false }
  return (
    <table class="diffs">
      <caption class="vh">Chỗ khác giấy tờ</caption>
      <thead>
        <tr>
          <th scope="col">Mục</th>
          <th scope="col">Khai</th>
          <th scope="col">Giấy tờ</th>
          <th scope="col">Kết luận</th>
        </tr>
      </thead>
      <tbody>
        {view.marks
          .filter(({ verdict }) => verdict === 'differs')
          .map((mark) => {
            const field = findField(view.definition.form, mark.field)
            return (
              <tr>
                <th scope="row">{fieldLabel(view.definition, mark.field)}</th>
                <td>{field ? printed(field, answers, how) : ''}</td>
                <td>{mark.paperSays}</td>
                <td>{closingName(mark.closedAs)}</td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}
