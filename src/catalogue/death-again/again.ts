import type { FormDefinition, PageDefinition } from '../../modules/forms/index.ts'
import type { ProcedureDefinition, StepDefinition } from '../../modules/procedures/index.ts'
import {
  clockOf,
  deathBase,
  declarationOf,
  deathLaws,
  deathSteps,
  extractResult,
  LAW_DAYS,
} from '../death/base.ts'
import { AGAIN_UNDERTAKING, collectPage } from '../death/fields-collect.ts'
import { deceasedPage } from '../death/fields-deceased.ts'
import { eventPage } from '../death/fields-event.ts'
import { requesterPage, type FormOf } from '../death/fields-requester.ts'
import { entryOnly } from '../death/legs.ts'
import { componentsOf, papersPage } from '../death/papers.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'

/** What is known of the registration whose book and original are lost. */
const previousPage: PageDefinition = {
  key: 'lan-truoc',
  title: { vi: 'Lần đăng ký trước đây', en: 'The earlier registration' },
  fields: [
    {
      key: 'previous.commune',
      type: 'address',
      scopes: ['city'],
      lineOptional: true,
      aside: true,
      label: {
        vi: 'Phường, xã đã đăng ký khai tử trước đây',
        en: 'Commune where the death was registered',
      },
      hint: {
        vi: 'Chọn theo tên hiện nay. Phường, xã này đăng ký lại.',
        en: 'By its present name. This commune registers it again.',
      },
    },
    {
      key: 'previous.agency',
      type: 'text',
      lengthMax: 150,
      width: 'full',
      label: { vi: 'Tên cơ quan đã đăng ký', en: 'Name of the agency that registered it' },
      hint: {
        vi: 'Như ghi trên giấy tờ cũ, ví dụ UBND xã Cổ Loa, huyện Đông Anh.',
        en: 'As on the old papers.',
      },
      printLabel: { vi: 'Đã đăng ký khai tử tại', en: 'Registered at' },
    },
    {
      key: 'previous.date',
      type: 'date',
      unknown: 'day-and-month',
      latest: 'today',
      yearMin: 1945,
      label: { vi: 'Ngày đã đăng ký', en: 'When it was registered' },
      hint: {
        vi: 'Không rõ ngày, tháng thì chỉ ghi năm.',
        en: 'If day and month are not known, the year is enough.',
      },
      printLabel: { vi: 'Ngày, tháng, năm đăng ký', en: 'Day of registration' },
    },
    {
      key: 'previous.number',
      type: 'text',
      lengthMax: 30,
      width: 'short',
      optional: true,
      label: { vi: 'Số', en: 'Number' },
    },
    {
      key: 'previous.book',
      type: 'text',
      lengthMax: 30,
      width: 'short',
      optional: true,
      label: { vi: 'Quyển số', en: 'Book' },
    },
    {
      key: 'previous.reason',
      type: 'text',
      lengthMax: 300,
      multiline: true,
      label: { vi: 'Lý do đăng ký lại', en: 'Why it is registered again' },
      hint: {
        vi: 'Ví dụ: mất bản chính, phường không còn lưu Sổ.',
        en: 'For example: the original is lost and the commune has no book.',
      },
    },
  ],
}

function eventAgain(): PageDefinition {
  const page = eventPage(['facility'], 'day-and-month')
  // Long after, what proves the death is its old certificate: how it came about is not asked.
  const fields = page.fields.filter(({ key }) => !/circumstance|facility/.test(key))
  return {
    ...page,
    fields: fields.map((field) =>
      field.key === 'death.cause' || field.key === 'death.place'
        ? { ...field, optional: true }
        : field,
    ),
  }
}

/** Tờ khai đăng ký lại khai tử. */
function formOf(form: FormOf): FormDefinition {
  const deceased = deceasedPage(form)
  const fields = deceased.fields.filter(
    ({ key }) => !/^newborn|residenceKnown|isPermanent|permanentResidence/.test(key),
  )
  const unconditional = fields.map(({ when: _when, ...field }) =>
    field.key === 'deceased.lastResidence' ? { ...field, optional: true, hint: WHERE } : field,
  )
  return {
    pages: [
      requesterPage(form),
      { ...deceased, fields: unconditional as PageDefinition['fields'] }, // fields without `when`
      eventAgain(),
      previousPage,
      papersPage(['oldExtract', 'authority', 'identity']),
      collectPage(AGAIN_UNDERTAKING),
    ],
  }
}

const WHERE = { vi: 'Nơi cư trú cuối cùng của người mất.', en: 'Where the deceased last resided.' }

const verify: StepDefinition = {
  key: 'xac-minh',
  name: { vi: 'Kiểm tra, xác minh', en: 'Verification' },
  kind: 'verify',
  role: 'civilStatusOfficer',
  limit: null,
  asks: {
    kind: '=event',
    'subject.name': 'deceased.name',
    'subject.birthDate': 'deceased.birthDate',
    'previous.agency': 'previous.agency',
    'previous.day': 'previous.date',
    'previous.number': 'previous.number',
    'previous.book': 'previous.book',
    'requester.name': '=agency',
  },
}

const law = (validFrom: string) => deathLaws('Điều 24, Điều 28', validFrom)

/**
 * A death registered before 2016-01-01 whose book and original are both lost.
 * @basis NĐ 123/2015/NĐ-CP, Điều 24, Điều 25, Điều 28
 */
const since2016: FirstVersion = {
  ...deathBase,
  notices: [],
  key: 'death.re_register',
  slug: 'dang-ky-lai-khai-tu',
  nationalCode: '1.005461',
  validFrom: '2016-01-01',
  name: { vi: 'Đăng ký lại khai tử', en: 'Register a death again' },
  summary: {
    vi:
      'Khi việc khai tử đã đăng ký trước ngày 01/01/2016 mà Sổ hộ tịch và bản chính giấy tờ đều ' +
      'không còn.',
    en: 'For a death registered before 01/01/2016 of which neither book nor original is left.',
  },
  keywords: [
    'mất giấy chứng tử',
    'làm lại giấy khai tử',
    'cấp lại giấy chứng tử',
    'không còn sổ khai tử',
    'lost death certificate',
  ],
  facts: {
    fee: {
      main: { vi: 'Theo mức HĐND Thành phố', en: "As the City's People's Council decides" },
    },
    time: {
      main: { vi: '5 ngày làm việc', en: '5 working days' },
      small: { vi: 'Cần xác minh: không quá 10 ngày', en: 'With verification: at most 10 days' },
    },
    where: {
      main: { vi: 'Phường, xã', en: 'Ward or commune' },
      small: { vi: 'Nơi đã đăng ký khai tử trước đây', en: 'Where it was registered before' },
    },
    result: {
      main: { vi: 'Trích lục khai tử', en: 'Extract of the death' },
      small: { vi: 'có ghi “Đăng ký lại”', en: 'marked “Đăng ký lại”' },
    },
  },
  components: componentsOf(['oldExtract', 'authority', 'identity']),
  limit: { kind: 'working-days', days: 5 },
  clock: clockOf('continue'),
  steps: [verify, ...deathSteps],
  register: { book: 'death', entry: 'again' },
  result: extractResult(1),
  legs: entryOnly,
  declaration: declarationOf('again', 1),
  // @basis NĐ 123/2015/NĐ-CP, Điều 25: the commune that registered it
  jurisdiction: { rule: 'residence-of', params: { cases: [{ fields: ['previous.commune'] }] } },
  checks: [
    { rule: 'death.not-in-future', params: {} },
    { rule: 'death.after-birth', params: {} },
    { rule: 'death.previous', params: {} },
    { rule: 'death.requester', params: {} },
    { rule: 'death.nationality', params: { country: 'Việt Nam' } },
  ],
  duplicateKeys: [['deceased.name', 'deceased.birthDate'], ['deceased.idNumber']],
  form: formOf('2015'),
  legalBasis: law('2016-01-01'),
}

/** Every revision since the law came into force, without a gap. */
export const deathAgain: readonly ProcedureDefinition[] = revisionsOf(since2016, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: LAW_DAYS.restart, clock: clockOf('restart'), legalBasis: law(LAW_DAYS.restart) },
  /** @basis TT 04/2020/TT-BTP, in force from 16/7/2020 in place of TT 15/2015/TT-BTP */
  { validFrom: LAW_DAYS.circular2020, legalBasis: law(LAW_DAYS.circular2020) },
  /** @basis TT 04/2024/TT-BTP: the form that asks less */
  {
    validFrom: LAW_DAYS.shorterForm,
    form: formOf('2024'),
    result: extractResult(2),
    declaration: declarationOf('again', 2),
    legalBasis: law(LAW_DAYS.shorterForm),
  },
  /** @basis NĐ 120/2025/NĐ-CP: no district level since 2025-07-01 (to be checked) */
  { validFrom: LAW_DAYS.noDistrict, legalBasis: law(LAW_DAYS.noDistrict) },
])
