import type { DeclarationForm, ProcedureDefinition } from '../../modules/procedures/index.ts'
import { base, jurisdiction } from '../birth-register/base.ts'
import { componentsOf } from '../birth-register/papers.ts'
import type { FirstVersion } from '../revisions-of.ts'
import { birthLegs } from '../legs-ministry.ts'
import { componentOf } from '../papers-asked.ts'
import { householdPage } from './fields-household.ts'
import { insurancePage } from './fields-insurance.ts'
import { birthPapers, interlinkedForm } from './form.ts'
import { cardLeg, residenceLeg, times2016 } from './legs.ts'
import { hk02, householdBook, tk1 } from './papers.ts'

type FurtherForm = DeclarationForm & { key: string }

export const hk02Form: FurtherForm = {
  key: 'hk02',
  template: 'hk02@1',
  title: {
    vi: 'Phiếu báo thay đổi hộ khẩu, nhân khẩu',
    en: 'Notice of change in the household',
  },
  formNumber: 'Mẫu HK02 (TT 36/2014/TT-BCA)',
}

export const tk1Form: FurtherForm = {
  key: 'tk1-ts',
  template: 'tk1-ts@1',
  title: { vi: 'Tờ khai tham gia bảo hiểm y tế', en: 'Declaration for health insurance' },
  formNumber: 'Mẫu TK1-TS',
}

/** With the police, or with social insurance alone. */
export function citizenSteps({
  withPolice,
}: {
  withPolice: boolean
}): ProcedureDefinition['citizenSteps'] {
  return [
    {
      title: { vi: 'Khai một lần cho mọi việc', en: 'Declare once for everything' },
      body: {
        vi: 'Khoảng 20 phút. Có thể lưu lại và làm tiếp sau.',
        en: 'About 20 minutes. You can save it and go on later.',
      },
      who: { vi: 'Ông/bà, trên mạng', en: 'You, online' },
      icon: 'person',
    },
    {
      title: { vi: 'Phường đăng ký khai sinh', en: 'The ward registers the birth' },
      body: {
        vi: 'Trong ngày. Ông/bà đến ký Sổ hộ tịch và nhận Giấy khai sinh.',
        en: 'The same day. You sign the register and take the certificate.',
      },
      who: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status officer' },
      icon: 'home',
    },
    {
      title: withPolice
        ? { vi: 'Công an và Bảo hiểm xã hội cùng làm', en: 'Police and social insurance work' }
        : { vi: 'Bảo hiểm xã hội làm thẻ', en: 'Social insurance makes the card' },
      body: {
        vi: 'Phường chuyển hồ sơ, ông/bà theo dõi từng nơi trên một trang.',
        en: 'The ward passes it on; you follow each of them on one page.',
      },
      who: withPolice
        ? { vi: 'Công an, Bảo hiểm xã hội', en: 'Police, social insurance' }
        : { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
      icon: 'home',
    },
    {
      title: { vi: 'Nhận mọi kết quả tại phường', en: 'Collect everything at the ward' },
      body: {
        vi: 'Phường nhắn tin khi mọi kết quả đã về đủ.',
        en: 'The ward sends a message when everything is there.',
      },
      who: { vi: 'Bộ phận Một cửa', en: 'One-stop desk' },
      icon: 'message',
    },
  ]
}

/** What the birth's own steps may take within the whole. @basis LHT 60/2014/QH13, Điều 16 khoản 2 */
export const steps: ProcedureDefinition['steps'] = base.steps.map((step) => ({
  ...step,
  limit: { kind: 'same-day', cutoff: '15:00' },
}))

export function timeFact(days: number, small: { vi: string; en: string }) {
  return { main: { vi: `${days} ngày làm việc`, en: `${days} working days` }, small }
}

export const checks: ProcedureDefinition['checks'] = [
  ...base.checks,
  { rule: 'interlinked.under-six', params: { years: 6 } },
  { rule: 'interlinked.guardian', params: {} },
]

export const legalBasis2016: ProcedureDefinition['legalBasis'] = [
  { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 13 đến Điều 16' },
  { instrument: 'Nghị định 123/2015/NĐ-CP' },
  { instrument: 'Thông tư 15/2015/TT-BTP' },
  {
    instrument: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT',
    note: {
      vi: 'tối đa 20 ngày làm việc cho ba việc; Thành phố có thể quy định 10 ngày, cần kiểm tra',
      en: 'at most 20 working days for three; the City may have set 10, to be checked',
    },
  },
  { instrument: 'Luật Bảo hiểm y tế số 25/2008/QH12, sửa đổi bởi Luật 46/2014/QH13' },
]

const household = householdPage({ hasBook: true, isCt01: false, asksResidences: true })

/**
 * One dossier at the commune for three agencies: birth, permanent residence, health card.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT; LHT 60/2014/QH13, Điều 13–16; practice.md 11–13
 */
export const revision2016: FirstVersion = {
  ...base,
  key: 'birth.interlinked',
  slug: 'lien-thong-khai-sinh-thuong-tru-bhyt',
  nationalCode: '2.000986',
  validFrom: '2016-01-01',
  name: {
    vi:
      'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 ' +
      'tuổi',
    en: 'Birth, permanent residence and health card for a child under six',
  },
  summary: {
    vi:
      'Nộp một hồ sơ tại phường: phường đăng ký khai sinh, rồi chuyển Công an nhập hộ khẩu và Bảo ' +
      'hiểm xã hội cấp thẻ. Ông/bà nhận tất cả một nơi.',
    en:
      'One dossier at the ward: it registers the birth, then the police enter the child and ' +
      'social insurance issues the card. You collect everything in one place.',
  },
  keywords: [
    ...base.keywords,
    'khai sinh và nhập hộ khẩu',
    'nhập khẩu cho con',
    'thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi',
    'làm thẻ bảo hiểm cho em bé',
    'khai sinh liên thông, ba việc một lần',
    'newborn: birth, residence, health card',
  ],
  facts: {
    ...base.facts,
    time: timeFact(20, {
      vi: 'cho cả ba việc; riêng Giấy khai sinh trong ngày',
      en: 'for all three; the birth certificate the same day',
    }),
    result: {
      main: { vi: 'Giấy khai sinh, hộ khẩu, thẻ BHYT', en: 'Certificate, residence, card' },
      small: { vi: 'Nhận tất cả tại phường', en: 'All collected at the ward' },
    },
  },
  notices: [
    {
      title: { vi: 'Chưa nhập hộ khẩu cho trẻ', en: 'Not entering the child for now' },
      body: {
        vi: 'Chỉ cần Giấy khai sinh thì làm thủ tục “Đăng ký khai sinh”; hộ khẩu và thẻ làm sau.',
        en: 'For the birth certificate alone use “Register a birth”; the rest can come later.',
      },
      procedure: 'birth.register',
    },
  ],
  components: [...componentsOf(birthPapers), ...[householdBook, hk02, tk1].map(componentOf)],
  citizenSteps: citizenSteps({ withPolice: true }),
  limit: { kind: 'working-days', days: 20 },
  clock: { pausesFor: ['supplement', 'preview'], afterSupplement: 'continue' },
  steps,
  legs: [
    residenceLeg(times2016, { hasBook: true }),
    cardLeg(times2016, 'household.address'),
    ...birthLegs('household.address'),
  ],
  result: {
    template: 'birth-certificate@1',
    name: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
    copies: true,
  },
  declaration: {
    template: 'birth-declaration@1',
    title: { vi: 'Tờ khai đăng ký khai sinh', en: 'Declaration of birth' },
    formNumber: '',
  },
  furtherDeclarations: [hk02Form, tk1Form],
  jurisdiction: jurisdiction(['father.residence', 'mother.residence']),
  checks: [
    ...checks,
    { rule: 'interlinked.household', params: {} },
    { rule: 'interlinked.consent', params: {} },
  ],
  form: interlinkedForm('2016', {
    pages: [household, insurancePage()],
    papers: [householdBook],
  }),
  legalBasis: [
    ...legalBasis2016,
    { instrument: 'Luật Cư trú số 81/2006/QH11' },
    { instrument: 'Thông tư 36/2014/TT-BCA', note: { vi: 'mẫu HK02', en: 'form HK02' } },
  ],
}
