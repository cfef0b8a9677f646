import type { FieldDefinition, FormDefinition, PageDefinition } from '../../modules/forms/index.ts'
import type { Continuation, ProcedureDefinition } from '../../modules/procedures/index.ts'
import { examineAndSign } from '../at-the-ward.ts'
import { clockOf, deathBase, LAW_DAYS } from '../death/base.ts'
import { collectPage, REGISTER_UNDERTAKING } from '../death/fields-collect.ts'
import { deceasedPage } from '../death/fields-deceased.ts'
import { eventPage } from '../death/fields-event.ts'
import { kindPage, requesterPage, type FormOf } from '../death/fields-requester.ts'
import { componentsOf, papersPage } from '../death/papers.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'

/** At home there is only this notice: how the death came about is not asked. */
function atHome(): PageDefinition {
  const page = eventPage(['home'])
  const fields = page.fields.filter(({ key }) => key !== 'death.circumstance')
  return { ...page, fields: fields.map((field) => (field.key === 'death.place' ? place : field)) }
}

/** @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 điểm đ: the commune where the person died */
const place: FieldDefinition = {
  key: 'death.place',
  type: 'address',
  scopes: ['city'],
  label: { vi: 'Nơi mất', en: 'Place of death' },
  hint: {
    vi: 'Số nhà, phố, phường, xã nơi người đó mất. Phường, xã này cấp Giấy báo tử.',
    en: 'Where the person died. This commune issues the notice.',
  },
  printLabel: { vi: 'Nơi chết', en: 'Place of death' },
}

const contact: PageDefinition = (() => {
  const page = collectPage(REGISTER_UNDERTAKING)
  const fields = page.fields.filter(({ key }) => /^(contact|undertaking)/.test(key))
  return { ...page, key: 'lien-he', title: { vi: 'Liên hệ', en: 'Contact' }, fields }
})()

function formOf(form: FormOf): FormDefinition {
  return {
    pages: [
      kindPage,
      requesterPage(form),
      deceasedPage(form),
      atHome(),
      papersPage(['authority', 'identity']),
      contact,
    ],
  }
}

/** The same people, of whom everything has been said. */
const KNOWN = [
  'deceased.kind',
  'requester.relation',
  'requester.name',
  'requester.paperKind',
  'requester.paperNumber',
  'requester.idNumber',
  'requester.paperIssuer',
  'requester.paperDate',
  'requester.residence',
  'deceased.name',
  'deceased.birthDate',
  'deceased.sex',
  'deceased.ethnicity',
  'deceased.nationality',
  'newborn.birthTime',
  'newborn.parentsAsk',
  'newborn.birthRegistered',
  'deceased.idNumber',
  'deceased.otherPaper',
  'deceased.lastResidence',
  'death.date',
  'death.time',
  'death.place',
  'death.cause',
  'contact.phone',
] as const

function registration(procedure: string, more: readonly string[] = []): Continuation {
  return {
    procedure,
    answers: {
      ...Object.fromEntries([...KNOWN, ...more].map((key) => [key, key])),
      'notice.commune': 'death.place',
      'notice.number': '=number',
      'notice.day': '=day',
    },
    set: { 'death.circumstance': 'home' },
  }
}

/**
 * The notice of a death at home, made by the ward itself before anything can be registered.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 điểm đ; practice.md 21
 */
const since2016: FirstVersion = {
  ...deathBase,
  key: 'death_notice.issue',
  slug: 'cap-giay-bao-tu',
  nationalCode: null,
  validFrom: '2016-01-01',
  name: { vi: 'Cấp Giấy báo tử', en: 'Issue a death notice' },
  summary: {
    vi:
      'Khi có người mất ở nhà: UBND phường, xã nơi người đó mất cấp Giấy báo tử, miễn phí, để đăng ' +
      'ký khai tử.',
    en: 'For a death at home: the commune where the person died issues the notice, free.',
  },
  keywords: ['giấy báo tử', 'người mất ở nhà', 'chết tại nhà', 'death notice, died at home'],
  notices: [
    {
      title: { vi: 'Sau đó đăng ký khai tử', en: 'Then register the death' },
      body: {
        vi:
          'Giấy báo tử là giấy đầu tiên. Có giấy rồi, ông/bà bấm “Đăng ký khai tử” trên trang hồ ' +
          'sơ: những gì đã khai được điền sẵn.',
        en:
          'The notice comes first. With it go on to the registration from the page of your ' +
          'dossier: what you said is filled in.',
      },
      procedure: 'death.register',
    },
  ],
  facts: {
    fee: { main: { vi: 'Miễn phí', en: 'Free' } },
    time: {
      main: { vi: 'Trong ngày', en: 'Same day' },
      small: {
        vi: 'Nhận sau 15:00: ngày làm việc tiếp theo',
        en: 'Received after 15:00: the next working day',
      },
    },
    where: {
      main: { vi: 'Phường, xã', en: 'Ward or commune' },
      small: { vi: 'Nơi người đó mất', en: 'Where the person died' },
    },
    result: { main: { vi: 'Giấy báo tử', en: 'Death notice' } },
  },
  citizenSteps: [
    ...deathBase.citizenSteps.slice(0, 3),
    {
      title: { vi: 'Nhận Giấy báo tử', en: 'Take the notice' },
      body: {
        vi: 'Nhận ở phường, hoặc tải bản điện tử trên trang hồ sơ.',
        en: 'At the ward, or download it from the page of your dossier.',
      },
      who: { vi: 'Bộ phận Một cửa', en: 'One-stop desk' },
      icon: 'person',
    },
  ],
  components: componentsOf(['authority', 'identity']),
  limit: { kind: 'same-day', cutoff: '15:00' },
  clock: { ...clockOf('continue'), pausesFor: ['supplement'] },
  preview: false,
  steps: examineAndSign('Giấy báo tử'),
  register: null,
  result: {
    template: 'death-notice@1',
    name: { vi: 'Giấy báo tử', en: 'Death notice' },
    copies: false,
    series: 'deathNotice',
  },
  declaration: {
    template: 'declaration@1',
    title: { vi: 'Tờ khai đề nghị cấp Giấy báo tử', en: 'Application for a death notice' },
    formNumber: '',
  },
  jurisdiction: { rule: 'residence-of', params: { cases: [{ fields: ['death.place'] }] } },
  checks: [
    { rule: 'death.stillbirth', params: {} },
    { rule: 'death.not-in-future', params: {} },
    { rule: 'death.after-birth', params: {} },
    { rule: 'death.requester', params: {} },
  ],
  duplicateKeys: [['deceased.name', 'deceased.birthDate'], ['deceased.idNumber']],
  roles: { ...deathBase.roles, copies: null, collector: null },
  continuesWith: [
    registration('death.register', [
      'deceased.residenceKnown',
      'deceased.isPermanent',
      'deceased.permanentResidence',
    ]),
    registration('death.interlinked'),
  ],
  form: formOf('2015'),
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 34' },
    {
      instrument: 'Nghị định 123/2015/NĐ-CP',
      articles: 'Điều 4 khoản 2 điểm đ',
      note: {
        vi: 'pháp luật chưa nêu thời hạn; “trong ngày” là mức của Thành phố, cần kiểm tra',
        en: 'the law sets no limit; “the same day” is the city’s own, to be checked',
      },
    },
  ],
}

/** Every revision since the law came into force, without a gap. */
export const deathNotice: readonly ProcedureDefinition[] = revisionsOf(since2016, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  {
    validFrom: LAW_DAYS.restart,
    clock: { ...clockOf('restart'), pausesFor: ['supplement'] },
  },
  /** @basis TT 04/2024/TT-BTP: with the personal number neither paper nor residence is asked */
  { validFrom: LAW_DAYS.shorterForm, form: formOf('2024') },
])
