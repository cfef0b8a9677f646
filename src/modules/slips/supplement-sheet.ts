import type { SupplementItem } from '../dossiers/index.ts'
import { findField, printAnswer } from '../forms/index.ts'
import type { SlipData, SlipLine } from '../papers/index.ts'
import { printedName } from '../people/index.ts'
import { formWorldOf } from '../procedures/index.ts'
import { bold, bothSign, DESK, line, reasonOf, sheet, whoLines } from './sheet.ts'
import type { SlipFacts } from './slip-facts.ts'

/**
 * Everything that is missing or wrong, with the reason for each.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu số 02; NĐ 61/2018/NĐ-CP Điều 17(1), 17(2), 19(4)
 * @basis QĐ 09/2015/QĐ-TTg Điều 6 (Phiếu hướng dẫn hoàn thiện hồ sơ, one request in full)
 */
export function supplementSheet(facts: SlipFacts): SlipData {
  const { view, agency, issuer } = facts
  const items = view.supplements[0]?.items ?? []
  // A second request says why it was not all seen the first time.
  const again = reasonOf(facts)
  const phone = agency.desk.phone ?? '1900 1009'
  return sheet(facts, {
    blocks: [
      ...whoLines(facts, 'Hồ sơ của'),
      line('Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:'),
      { kind: 'list', items: items.map((item) => itemLine(facts, item)) },
      ...(again === '' ? [] : [line(`Lý do yêu cầu thêm lần này: ${again}`)]),
    ],
    box: {
      lead: '',
      big: [],
      rest: [
        [
          'Ông/bà trả lời qua mạng bằng mã QR bên cạnh, hoặc mang phiếu này và giấy tờ bổ sung ',
          `đến ${DESK} ${agency.name}.`,
        ],
        [
          'Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, ông/bà liên hệ ',
          bold(issuer.name),
          ', số điện thoại ',
          bold(phone),
          ', để được hướng dẫn.',
        ],
      ],
    },
    after: [],
    signatures: bothSign(facts, 'NGƯỜI HƯỚNG DẪN'),
  })
}

function itemLine(facts: SlipFacts, item: SupplementItem): SlipLine {
  const name = nameOf(facts, item)
  const reason = `${item.reason}${proposedBy(facts, item)}`
  return name === '' ? [reason] : [bold(`${name}: `), reason]
}

function nameOf({ view: { definition } }: SlipFacts, { kind, about }: SupplementItem): string {
  if (kind === 'other' || about === null) return ''
  if (kind === 'field') return findField(definition.form, about)?.label.vi ?? about
  return definition.components.find(({ key }) => key === about)?.name.vi ?? about
}

/** Both values stay: what was declared is in the declaration, this is what the officer proposes. */
function proposedBy(facts: SlipFacts, { about, proposed }: SupplementItem): string {
  const field = about === null ? undefined : findField(facts.view.definition.form, about)
  if (proposed === undefined || !field) return ''
  const world = formWorldOf(facts.world.city, facts.day)
  const value = printAnswer(field, proposed, world)
  return ` Đề nghị ghi: ${field.type === 'name' ? printedName(value) : value}.`
}
