import type { ProcedureDefinition } from '../../modules/procedures/index.ts'

/** What the registrations of a birth before 2016 have in common. */
export const base = {
  schema: 'motcua/procedure/1',
  field: { vi: 'Hộ tịch, chứng thực', en: 'Civil status' },
  agencyKind: 'commune',
  who: [
    {
      vi: 'Người cần đăng ký, nếu đã đủ 18 tuổi hoặc tự mình làm được.',
      en: 'The person, when grown up or able to do it.',
    },
    {
      vi: 'Cha, mẹ, vợ, chồng, con, ông, bà, anh, chị, em của người đó.',
      en: 'Parents, spouse, children, grandparents, siblings of that person.',
    },
    {
      vi: 'Người khác được ủy quyền bằng văn bản đã chứng thực.',
      en: 'Somebody else with a certified authority.',
    },
  ],
  receiveWithinWorkingDays: 1,
  limit: { kind: 'working-days', days: 5 },
  preview: true,
  roles: {
    subjectName: 'child.name',
    requesterName: 'requester.name',
    requesterAddress: 'requester.residence',
    phone: 'contact.phone',
    copies: 'copies.count',
    collector: 'collect.who',
  },
  duplicateKeys: [
    ['child.name', 'child.birthDate', 'mother.name'],
    ['child.name', 'child.birthDate', 'father.name'],
    ['child.idNumber'],
  ],
  clock: { pausesFor: ['supplement', 'preview'], afterSupplement: 'continue' },
  draftExpiresAfterDays: 30,
} as const satisfies Partial<ProcedureDefinition>

/** @basis practice.md 18: the amount is the city's decision, not found yet */
export const feeFact = {
  main: {
    vi: 'Theo mức HĐND Thành phố quy định',
    en: "As the City's People's Council decides",
  },
  small: {
    vi: 'Miễn cho người có công, hộ nghèo, người khuyết tật',
    en: 'Free for people of merit, poor households, people with disabilities',
  },
}

export const resultFact = {
  main: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
  small: { vi: '01 bản chính, bản sao theo yêu cầu', en: 'One original, copies as requested' },
}

/** Who looks for a child's birth is on the wrong page here. */
export const newbornNotice: ProcedureDefinition['notices'][number] = {
  title: { vi: 'Trẻ mới sinh, dưới 6 tuổi', en: 'A newborn, a child under six' },
  body: {
    vi: 'Làm cùng lúc khai sinh, hộ khẩu và thẻ bảo hiểm y tế bằng một hồ sơ liên thông.',
    en: 'Birth, residence and health card go together in one interlinked dossier.',
  },
  procedure: 'birth.interlinked',
}
