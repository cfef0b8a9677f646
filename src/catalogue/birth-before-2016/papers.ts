import type { Condition } from '../../modules/forms/index.ts'
import type { Paper } from '../papers-asked.ts'

/** Copies of everything that says when, where and of whom the person was born. */
export const personalPapers: Paper = {
  key: 'giay-to-ca-nhan',
  field: 'file.personal',
  name: {
    vi: 'Giấy tờ cá nhân có thông tin về việc sinh',
    en: 'Personal papers that tell about the birth',
  },
  hint: {
    vi:
      'Bản sao tất cả giấy tờ đang có: Chứng minh nhân dân, căn cước, hộ chiếu, sổ hộ khẩu, học ' +
      'bạ, bằng cấp, lý lịch.',
    en: 'Copies of all there are: identity card, passport, household book, school papers.',
  },
  submit: true,
  present: 'compare',
}

/** @basis NĐ 123/2015/NĐ-CP, Điều 26 khoản 1 điểm c: who serves the State brings a confirmation */
export const headsConfirmation: Paper = {
  key: 'xac-nhan-thu-truong',
  field: 'file.confirmation',
  name: {
    vi: 'Văn bản của thủ trưởng cơ quan, đơn vị xác nhận nội dung khai sinh trong hồ sơ',
    en: "The head of agency's confirmation of what the personnel file says of the birth",
  },
  submit: true,
  present: 'keep',
  when: { field: 'child.serves', is: true },
}

export const authority: Paper = {
  key: 'van-ban-uy-quyen',
  field: 'file.authority',
  name: { vi: 'Văn bản ủy quyền đã chứng thực', en: 'Certified authority' },
  submit: true,
  present: 'keep',
  when: { field: 'requester.relation', is: 'authorised' },
}

export const identity: Paper = {
  key: 'giay-to-tuy-than',
  field: 'file.identity',
  optional: true,
  name: {
    vi: 'Chứng minh nhân dân, căn cước công dân hoặc hộ chiếu của người yêu cầu',
    en: "The requester's identity card or passport",
  },
  submit: false,
  present: 'compare',
}

/** Shown until 2022-12-31 where the competence follows the residence. */
export function householdBook(when?: Condition): Paper {
  return {
    key: 'so-ho-khau',
    name: {
      vi: 'Sổ hộ khẩu hoặc sổ tạm trú',
      en: 'Household or temporary-residence book',
    },
    hint: { vi: 'Để đối chiếu.', en: 'To compare.' },
    submit: false,
    present: 'compare',
    ...(when ? { when } : {}),
  }
}
