import type { Condition, FieldDefinition } from '../../modules/forms/index.ts'

/** @basis NĐ 123/2015/NĐ-CP, Điều 14, Điều 15; LHT 60/2014/QH13, Điều 15 */
export const originField: FieldDefinition = {
  key: 'child.origin',
  type: 'choice',
  aside: true,
  label: { vi: 'Trẻ thuộc trường hợp nào?', en: 'Which case is it?' },
  missing: { vi: 'Chọn trường hợp của trẻ', en: 'Choose the case' },
  options: [
    { value: 'parents', label: { vi: 'Trẻ có cha mẹ, hoặc có mẹ', en: 'The mother is known' } },
    {
      value: 'surrogacy',
      label: { vi: 'Trẻ sinh ra do mang thai hộ', en: 'Born by surrogacy' },
    },
    { value: 'abandoned', label: { vi: 'Trẻ bị bỏ rơi', en: 'An abandoned child' } },
    {
      value: 'unknownParents',
      label: { vi: 'Trẻ chưa xác định được cha, mẹ', en: 'Both parents unknown' },
    },
  ],
}

export const relationField: FieldDefinition = {
  key: 'requester.relation',
  type: 'choice',
  label: { vi: 'Ông/bà là gì của trẻ?', en: 'What are you to the child?' },
  missing: { vi: 'Chọn quan hệ của ông/bà với trẻ', en: 'Choose what you are to the child' },
  printLabel: { vi: 'Quan hệ với người được khai sinh', en: 'Relation to the child' },
  options: [
    { value: 'father', label: { vi: 'Cha', en: 'Father' } },
    { value: 'mother', label: { vi: 'Mẹ', en: 'Mother' } },
    { value: 'grandparent', label: { vi: 'Ông, bà', en: 'Grandparent' } },
    { value: 'relative', label: { vi: 'Người thân thích khác', en: 'Other relative' } },
    {
      value: 'carer',
      label: { vi: 'Người đang nuôi dưỡng trẻ', en: 'Person who brings up the child' },
    },
    {
      value: 'organisation',
      label: {
        vi: 'Đại diện tổ chức đang nuôi dưỡng trẻ',
        en: 'For the organisation that brings up the child',
      },
    },
    {
      value: 'authorised',
      label: { vi: 'Người được cha mẹ ủy quyền', en: 'Authorised by the parents' },
      hint: {
        vi: 'Cần văn bản ủy quyền đã chứng thực.',
        en: 'Needs a certified authority.',
      },
    },
  ],
}

export const requesterName: FieldDefinition = {
  key: 'requester.name',
  type: 'name',
  partsShown: false,
  label: { vi: 'Họ và tên của ông/bà', en: 'Your full name' },
  hint: { vi: 'Đúng như trên giấy tờ tùy thân.', en: 'As on your identity paper.' },
  missing: { vi: 'Nhập họ và tên của ông/bà', en: 'Enter your full name' },
  printLabel: { vi: 'Họ, chữ đệm, tên người yêu cầu', en: 'Full name of the requester' },
}

export function requesterResidence(when?: Condition): FieldDefinition {
  return {
    key: 'requester.residence',
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    ...(when ? { when } : {}),
    label: { vi: 'Nơi cư trú của ông/bà', en: 'Where you live' },
    hint: {
      vi: 'Ghi nơi thường trú; không có thì nơi tạm trú; không có cả hai thì nơi đang ở.',
      en: 'Permanent residence, else temporary residence, else where you live now.',
    },
    printLabel: { vi: 'Nơi cư trú', en: 'Residence' },
  }
}

export const PAPER_KINDS = {
  cmnd: { vi: 'Chứng minh nhân dân', en: 'Identity card (CMND)' },
  cccd: { vi: 'Căn cước công dân', en: 'Citizen identity card (CCCD)' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  other: { vi: 'Giấy tờ khác có ảnh', en: 'Other paper with a photograph' },
}

export type PaperKind = keyof typeof PAPER_KINDS

/** Kind of identity paper; which kinds there are depends on the years. */
export function paperKind(kinds: readonly PaperKind[], when?: Condition): FieldDefinition {
  return {
    key: 'requester.paperKind',
    type: 'choice',
    ...(when ? { when } : {}),
    label: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
    hint: {
      vi: 'Giấy tờ ông/bà sẽ mang theo khi đến nhận kết quả.',
      en: 'The paper you will bring when you collect the result.',
    },
    options: kinds.map((value) => ({ value, label: PAPER_KINDS[value] })),
  }
}

export function paperIssue(when?: Condition): readonly FieldDefinition[] {
  const condition = when ? { when } : {}
  return [
    {
      key: 'requester.paperIssuer',
      type: 'text',
      lengthMax: 120,
      ...condition,
      label: { vi: 'Nơi cấp giấy tờ', en: 'Issued by' },
    },
    {
      key: 'requester.paperDate',
      type: 'date',
      latest: 'today',
      yearMin: 1950,
      ...condition,
      label: { vi: 'Ngày cấp giấy tờ', en: 'Date of issue' },
    },
  ]
}

export function paperNumber(when: Condition): FieldDefinition {
  return {
    key: 'requester.paperNumber',
    type: 'text',
    lengthMax: 20,
    width: 'short',
    when,
    label: { vi: 'Số giấy tờ', en: 'Number of the paper' },
  }
}
