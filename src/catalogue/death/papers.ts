import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import type { ComponentDefinition } from '../../modules/procedures/index.ts'
import { diedBy, filedBy } from './conditions.ts'
import { noticeFields } from './fields-event.ts'

const MEGABYTE = 1024 * 1024

type Paper = ComponentDefinition & {
  /** Field that takes its photos; none when it is only brought along. */
  field?: string
  optional?: boolean
}

/** What proves the death, by how it came about. @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 */
const proofs = {
  notice: {
    key: 'giay-bao-tu',
    field: 'file.notice',
    name: { vi: 'Giấy báo tử', en: 'Death notice' },
    hint: {
      vi:
        'Mất ở cơ sở y tế: cơ sở đó cấp. Mất ở nhà: UBND phường, xã nơi mất cấp, miễn phí; chưa ' +
        'có thì nộp thủ tục “Cấp Giấy báo tử” trước.',
      en:
        'From the health facility; for a death at home from the commune where the person died, ' +
        'free: ask for it first.',
    },
    submit: true,
    present: 'keep',
    when: diedBy('facility', 'home'),
  },
  police: {
    key: 'van-ban-cong-an',
    field: 'file.police',
    name: {
      vi: 'Văn bản xác nhận của Công an hoặc kết quả giám định pháp y',
      en: 'Confirmation of the police or forensic result',
    },
    submit: true,
    present: 'keep',
    when: diedBy('unnatural'),
  },
  judgment: {
    key: 'ban-an',
    field: 'file.judgment',
    name: {
      vi: 'Bản án, quyết định có hiệu lực của Tòa án',
      en: 'Effective judgment of the court',
    },
    submit: true,
    present: 'keep',
    when: diedBy('court'),
  },
  execution: {
    key: 'xac-nhan-thi-hanh-an',
    field: 'file.execution',
    name: {
      vi: 'Giấy xác nhận việc thi hành án tử hình',
      en: 'Confirmation of the execution council',
    },
    submit: true,
    present: 'keep',
    when: diedBy('execution'),
  },
  evidence: {
    key: 'giay-to-chung-minh',
    field: 'file.evidence',
    name: {
      vi: 'Giấy tờ, tài liệu chứng minh việc chết',
      en: 'Papers that prove the death',
    },
    hint: {
      vi: 'Do cơ quan, tổ chức có thẩm quyền cấp hoặc xác nhận.',
      en: 'Issued or confirmed by a competent agency.',
    },
    submit: true,
    present: 'keep',
    when: diedBy('longAgo'),
  },
} satisfies Record<string, Paper>

const others = {
  oldExtract: {
    key: 'giay-chung-tu-cu',
    field: 'file.oldExtract',
    name: {
      vi: 'Bản sao Giấy chứng tử trước đây; không có thì giấy tờ chứng minh việc chết',
      en: 'Copy of the old death certificate, else papers that prove the death',
    },
    submit: true,
    present: 'compare',
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
  residence: {
    key: 'giay-to-cu-tru',
    name: {
      vi: 'Sổ hộ khẩu hoặc giấy tờ về nơi cư trú cuối cùng của người mất',
      en: 'Household book or paper on the last residence of the deceased',
    },
    hint: { vi: 'Để đối chiếu.', en: 'To compare.' },
    submit: false,
    present: 'compare',
  },
  household: {
    key: 'so-ho-khau',
    name: { vi: 'Sổ hộ khẩu có tên người mất', en: 'Household book with the deceased' },
    hint: {
      vi: 'Phường chuyển sổ cho Công an và trả lại ông/bà khi đã xóa tên.',
      en: 'The ward passes it to the police and gives it back with the name struck out.',
    },
    submit: false,
    present: 'keep',
  },
} satisfies Record<string, Paper>

const papers: Readonly<Record<PaperName, Paper>> = { ...proofs, ...others }

export type PaperName = keyof typeof proofs | keyof typeof others

/** What to prepare, for the procedure page, the receipt and the hand-over. */
export function componentsOf(names: readonly PaperName[]): ComponentDefinition[] {
  return names.map((name) => {
    const { field: _field, optional: _optional, ...component } = papers[name]
    return component
  })
}

/** The page that takes number and photos of the papers. */
export function papersPage(names: readonly PaperName[]): PageDefinition {
  const hasProof = names.some((name) => name in proofs)
  return {
    key: 'giay-to',
    title: { vi: 'Giấy tờ kèm theo', en: 'Papers' },
    hint: {
      vi: 'Chụp đủ bốn góc, chữ đọc được. Ảnh hoặc tệp PDF, mỗi tệp không quá 10 MB.',
      en: 'All four corners in the picture, words readable. Photos or PDF, 10 MB each at most.',
    },
    fields: [
      ...(hasProof ? noticeFields : []),
      ...names.flatMap((name) => fileField(papers[name])),
    ],
  }
}

function fileField(paper: Paper): FieldDefinition[] {
  if (paper.field === undefined) return []
  return [
    {
      key: paper.field,
      type: 'file',
      component: paper.key,
      accept: ['image/jpeg', 'image/png', 'application/pdf'],
      filesMax: 6,
      sizeBytesMax: 10 * MEGABYTE,
      label: paper.name,
      ...(paper.optional ? { optional: true } : {}),
      ...(paper.when ? { when: paper.when } : {}),
      missing: {
        vi: `Tải lên ảnh: ${paper.name.vi}`,
        en: `Upload a photo: ${paper.name.en ?? paper.name.vi}`,
      },
    },
  ]
}
