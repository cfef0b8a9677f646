import type { Condition, FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import type { ComponentDefinition } from '../../modules/procedures/index.ts'
import { componentOf, fileFields, photosPage, type Paper } from '../papers-asked.ts'
import { filedBy, childIs, IS_MARRIED, NO_PARENTS } from './conditions.ts'

const NOT_ABANDONED: Condition = { not: childIs('abandoned') }

function provedBy(proof: 'notice' | 'witness' | 'undertaking'): Condition {
  return { field: 'papers.birthProof', is: proof }
}

/** How the birth is proved. @basis LHT 60/2014/QH13, Điều 16 khoản 1 */
const proofFields: readonly FieldDefinition[] = [
  {
    key: 'papers.birthProof',
    type: 'choice',
    aside: true,
    when: NOT_ABANDONED,
    label: { vi: 'Giấy tờ về việc sinh', en: 'Paper about the birth' },
    hint: {
      vi: 'Sinh tại nhà: trạm y tế cấp Giấy chứng sinh trong 3 ngày làm việc.',
      en: 'Born at home: the health station issues the birth notice within 3 working days.',
    },
    missing: { vi: 'Chọn giấy tờ về việc sinh', en: 'Choose the paper about the birth' },
    options: [
      { value: 'notice', label: { vi: 'Giấy chứng sinh', en: 'Birth notice' } },
      {
        value: 'witness',
        label: { vi: 'Văn bản của người làm chứng', en: "A witness's statement" },
        hint: { vi: 'Khi không có Giấy chứng sinh.', en: 'When there is no birth notice.' },
      },
      {
        value: 'undertaking',
        label: { vi: 'Giấy cam đoan về việc sinh', en: 'Own undertaking about the birth' },
        hint: {
          vi: 'Khi không có Giấy chứng sinh và không có người làm chứng.',
          en: 'When there is neither a birth notice nor a witness.',
        },
      },
    ],
  },
  {
    key: 'notice.number',
    type: 'text',
    lengthMax: 20,
    width: 'short',
    optional: true,
    aside: true,
    when: provedBy('notice'),
    label: { vi: 'Số Giấy chứng sinh', en: 'Number of the birth notice' },
  },
  {
    key: 'notice.book',
    type: 'text',
    lengthMax: 20,
    width: 'short',
    optional: true,
    aside: true,
    when: provedBy('notice'),
    label: { vi: 'Quyển số', en: 'Book number' },
  },
]

const papers = {
  notice: {
    key: 'giay-chung-sinh',
    field: 'file.birthNotice',
    name: { vi: 'Giấy chứng sinh', en: 'Birth notice' },
    hint: {
      vi:
        'Bệnh viện, trạm y tế cấp. Sinh tại nhà: trạm y tế cấp Giấy chứng sinh; nếu không có: ' +
        'văn bản của người làm chứng; không có người làm chứng: giấy cam đoan.',
      en:
        'From the hospital or health station. Born at home: from the health station; if there is ' +
        "none: a witness's statement; no witness: an undertaking.",
    },
    submit: true,
    present: 'keep',
    when: provedBy('notice'),
  },
  witness: {
    key: 'van-ban-lam-chung',
    field: 'file.witness',
    name: {
      vi: 'Văn bản của người làm chứng về việc sinh',
      en: "Witness's statement of the birth",
    },
    submit: true,
    present: 'keep',
    when: provedBy('witness'),
  },
  undertaking: {
    key: 'giay-cam-doan',
    field: 'file.undertaking',
    name: { vi: 'Giấy cam đoan về việc sinh', en: 'Undertaking about the birth' },
    submit: true,
    present: 'keep',
    when: provedBy('undertaking'),
  },
  minutes: {
    key: 'bien-ban',
    field: 'file.minutes',
    name: {
      vi: 'Biên bản về việc trẻ bị bỏ rơi hoặc chưa xác định được cha, mẹ',
      en: 'Minutes about the abandoned child or unknown parents',
    },
    submit: true,
    present: 'keep',
    when: NO_PARENTS,
  },
  surrogacy: {
    key: 'xac-nhan-mang-thai-ho',
    field: 'file.surrogacy',
    name: {
      vi: 'Văn bản của cơ sở y tế xác nhận việc mang thai hộ',
      en: "The facility's confirmation of the surrogacy",
    },
    submit: true,
    present: 'keep',
    when: childIs('surrogacy'),
  },
  marriage: {
    key: 'giay-ket-hon',
    field: 'file.marriage',
    name: { vi: 'Giấy chứng nhận kết hôn của cha mẹ', en: "The parents' marriage certificate" },
    hint: { vi: 'Nếu cha mẹ đã đăng ký kết hôn.', en: 'If the parents are married.' },
    submit: true,
    present: 'compare',
    when: IS_MARRIED,
  },
  recognition: {
    key: 'chung-minh-cha-con',
    field: 'file.recognition',
    name: { vi: 'Giấy tờ chứng minh quan hệ cha con', en: 'Proof that he is the father' },
    hint: {
      vi: 'Kết quả giám định, hoặc văn bản cam đoan của cha mẹ có người làm chứng.',
      en: "A test result, or the parents' written statement with witnesses.",
    },
    submit: true,
    present: 'keep',
    when: { field: 'parents.relation', is: 'recognised' },
  },
  authority: {
    key: 'van-ban-uy-quyen',
    field: 'file.authority',
    name: { vi: 'Văn bản ủy quyền đã chứng thực', en: 'Certified authority' },
    submit: true,
    present: 'keep',
    when: filedBy('authorised'),
  },
  identity: {
    key: 'giay-to-tuy-than',
    field: 'file.identity',
    optional: true,
    name: {
      vi: 'Chứng minh nhân dân, căn cước công dân hoặc hộ chiếu của người đi đăng ký',
      en: "The requester's identity card or passport",
    },
    submit: false,
    present: 'compare',
  },
  household: {
    key: 'so-ho-khau',
    name: {
      vi: 'Sổ hộ khẩu hoặc sổ tạm trú của cha hoặc mẹ',
      en: "The father's or mother's household or temporary-residence book",
    },
    hint: { vi: 'Để đối chiếu.', en: 'To compare.' },
    submit: false,
    present: 'compare',
  },
} satisfies Record<string, Paper>

export type PaperName = keyof typeof papers

/** What to prepare, for the procedure page, the receipt and the hand-over. */
export function componentsOf(names: readonly PaperName[]): ComponentDefinition[] {
  return names.map((name) => componentOf(papers[name]))
}

/**
 * The page that takes the photos. Where a paper can be looked up, sending it is optional; `more` are
 * papers of other services in the same filing.
 */
export function papersPage(
  names: readonly PaperName[],
  lookedUp: readonly PaperName[] = [],
  more: readonly Paper[] = [],
): PageDefinition {
  const asked = names.map((name): Paper => {
    const paper: Paper = papers[name]
    return lookedUp.includes(name) ? { ...paper, optional: true } : paper
  })
  return photosPage([...proofFields, ...[...asked, ...more].flatMap(fileFields)])
}
