import type { FieldDefinition, FormDefinition, PageDefinition } from '../../modules/forms/index.ts'
import type { LegDefinition, ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  clockOf,
  deathBase,
  deathLaws,
  declarationOf,
  extractResult,
  LAW_DAYS,
  noHouseholdBook,
} from '../death/base.ts'
import type { Circumstance } from '../death/conditions.ts'
import { collectPage, REGISTER_UNDERTAKING } from '../death/fields-collect.ts'
import { residentPage } from '../death/fields-deceased.ts'
import { eventPage } from '../death/fields-event.ts'
import { kindPage, requesterPage, type FormOf } from '../death/fields-requester.ts'
import { entryOnly } from '../death/legs.ts'
import { componentsOf, papersPage, type PaperName } from '../death/papers.ts'
import { deathRegister } from '../death-register/register.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'

const attested: readonly Circumstance[] = ['facility', 'home', 'unnatural', 'court', 'execution']

const proofs: readonly PaperName[] = ['notice', 'police', 'judgment', 'execution']

const bookNo: FieldDefinition = {
  key: 'household.bookNo',
  type: 'text',
  lengthMax: 30,
  width: 'short',
  label: { vi: 'Số sổ hộ khẩu', en: 'Number of the household book' },
  hint: { vi: 'Ghi ở trang đầu của sổ.', en: 'On the first page of the book.' },
}

/** @basis TT 36/2014/TT-BCA, mẫu HK02; TT 56/2021/TT-BCA, mẫu CT01 */
function householdPage(hasBook: boolean): PageDefinition {
  return {
    key: 'ho',
    title: { vi: 'Hộ gia đình của người mất', en: 'The household' },
    fields: [
      ...(hasBook ? [bookNo] : []),
      {
        key: 'household.headName',
        type: 'name',
        partsShown: false,
        label: { vi: 'Họ và tên chủ hộ', en: 'Head of the household' },
        hint: {
          vi: 'Người mất là chủ hộ thì ghi tên người mất.',
          en: 'If the deceased was the head, the name of the deceased.',
        },
      },
    ],
  }
}

/** One set of answers for the commune and the police. */
function formOf(
  form: FormOf,
  { cases, hasBook }: { cases: readonly Circumstance[]; hasBook: boolean },
): FormDefinition {
  const evidence: PaperName[] = cases.includes('longAgo') ? ['evidence'] : []
  return {
    pages: [
      kindPage,
      requesterPage(form),
      residentPage(form),
      householdPage(hasBook),
      eventPage(cases),
      papersPage([...proofs, ...evidence, 'authority', 'identity']),
      collectPage(REGISTER_UNDERTAKING),
    ],
  }
}

/**
 * The police of the last permanent residence delete it. While there are household books it opens
 * when the book is brought, at the counter.
 * @basis services7.md 3.7 (three working days to be checked); practice.md 11, 13
 */
function deletion(opens: 'registered' | 'signed', hasBook: boolean): LegDefinition {
  return {
    key: 'xoa-thuong-tru',
    name: { vi: 'Xóa đăng ký thường trú', en: 'Deletion of the residence' },
    service: 'residence.delete',
    to: { kind: 'police', unitOf: 'deceased.lastResidence' },
    opens: { on: opens },
    sendWithinWorkingDays: 2,
    limit: { kind: 'working-days', days: 3 },
    holds: 'handOver',
    answers: {
      'deceased.name': 'deceased.name',
      'deceased.birthDate': 'deceased.birthDate',
      'deceased.sex': 'deceased.sex',
      'deceased.personalNumber': 'deceased.idNumber',
      'deceased.lastResidence': 'deceased.lastResidence',
      ...(hasBook ? { 'household.bookNo': 'household.bookNo' } : {}),
      'household.headName': 'household.headName',
      'extract.number': '=number',
      'extract.day': '=day',
      'death.day': 'death.date',
      'requester.name': 'requester.name',
      'requester.phone': 'contact.phone',
    },
    papers: ['=result'],
    results: [
      { key: 'confirmation', name: { vi: 'Giấy xác nhận xóa đăng ký', en: 'Confirmation' } },
      { key: 'day', name: { vi: 'Ngày xóa', en: 'Day of deletion' } },
    ],
  }
}

const time = (days: number) => ({
  main: { vi: `${days} ngày làm việc`, en: `${days} working days` },
  small: {
    vi: 'Khai tử trong ngày, sau đó Công an xóa đăng ký thường trú',
    en: 'The death the same day, then the police delete the residence',
  },
})

const law = (validFrom: string) => [
  ...deathLaws('Điều 4', validFrom),
  ...(validFrom < '2021-07-01'
    ? [{ instrument: 'Luật Cư trú số 81/2006/QH11', articles: 'Điều 22' }]
    : [{ instrument: 'Luật Cư trú số 68/2020/QH14', articles: 'Điều 24' }]),
  ...(validFrom < '2024-07-01' ? [] : [{ instrument: 'Nghị định 63/2024/NĐ-CP' }]),
]

/** @basis TT 36/2014/TT-BCA, mẫu HK02 */
const hk02 = {
  key: 'hk02',
  template: 'hk02-death@1',
  title: { vi: 'Phiếu báo thay đổi hộ khẩu, nhân khẩu', en: 'Notice of change in the household' },
  formNumber: 'HK02',
}

/** @basis TT 56/2021/TT-BCA, mẫu CT01 */
const ct01 = {
  key: 'ct01',
  template: 'ct01-death@1',
  title: { vi: 'Tờ khai thay đổi thông tin cư trú', en: 'Declaration of a change of residence' },
  formNumber: 'CT01',
}

const plain = deathRegister[0]!

const { revision: _revision, validTo: _validTo, ...plainVersion } = plain

/**
 * One filing, two agencies: the commune registers the death, the police delete the residence.
 * @basis LHT 60/2014/QH13, Điều 32–34; Luật Cư trú 81/2006/QH11, Điều 22; services7.md 3.7
 */
const since2016: FirstVersion = {
  ...plainVersion,
  key: 'death.interlinked',
  slug: 'lien-thong-khai-tu-xoa-thuong-tru',
  nationalCode: '1.007073',
  validFrom: '2016-01-01',
  name: {
    vi: 'Liên thông đăng ký khai tử, xóa đăng ký thường trú',
    en: 'Register a death and delete the permanent residence',
  },
  summary: {
    vi:
      'Nộp một hồ sơ tại phường: phường đăng ký khai tử, rồi chuyển Công an xóa đăng ký thường ' +
      'trú. Ông/bà nhận tất cả một nơi.',
    en:
      'One dossier at the ward: it registers the death and passes on to the police, who delete ' +
      'the residence. You collect everything in one place.',
  },
  keywords: [
    'khai tử và xóa hộ khẩu',
    'xóa tên trong sổ hộ khẩu',
    'cắt khẩu người chết',
    'xóa thường trú người mất',
    'delete residence of a deceased',
  ],
  facts: {
    ...plain.facts,
    time: time(7),
    result: {
      main: { vi: 'Trích lục khai tử', en: 'Extract of the death' },
      small: {
        vi: 'và kết quả xóa đăng ký thường trú',
        en: 'and the result of deleting the residence',
      },
    },
  },
  components: componentsOf([...proofs, 'authority', 'identity', 'household']),
  limit: { kind: 'working-days', days: 7 },
  jurisdiction: {
    rule: 'residence-of',
    params: { cases: [{ fields: ['deceased.lastResidence'] }] },
  },
  legs: [deletion('registered', true), ...entryOnly],
  furtherDeclarations: [hk02],
  form: formOf('2015', { cases: attested, hasBook: true }),
  legalBasis: law('2016-01-01'),
}

const everyCase = [...attested, 'longAgo'] as const

/** Every revision since the law came into force, without a gap. */
export const deathInterlinked: readonly ProcedureDefinition[] = revisionsOf(since2016, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: LAW_DAYS.restart, clock: clockOf('restart'), legalBasis: law(LAW_DAYS.restart) },
  /** @basis TT 04/2020/TT-BTP, Điều 13 (to be checked): who died long ago, without a notice */
  {
    validFrom: LAW_DAYS.circular2020,
    form: formOf('2015', { cases: everyCase, hasBook: true }),
    components: componentsOf([...proofs, 'evidence', 'authority', 'identity', 'household']),
    legalBasis: law(LAW_DAYS.circular2020),
  },
  /** @basis Luật Cư trú 68/2020/QH14, Điều 24: commune police, form CT01 */
  {
    validFrom: LAW_DAYS.residence2021,
    furtherDeclarations: [ct01],
    legalBasis: law(LAW_DAYS.residence2021),
  },
  /** @basis NĐ 104/2022/NĐ-CP: without household books the police begin with the signature */
  {
    validFrom: LAW_DAYS.noBook,
    notices: [noHouseholdBook, ...deathBase.notices],
    form: formOf('2015', { cases: everyCase, hasBook: false }),
    components: componentsOf([...proofs, 'evidence', 'authority', 'identity']),
    legs: [deletion('signed', false), ...entryOnly],
    legalBasis: law(LAW_DAYS.noBook),
  },
  /** @basis TT 04/2024/TT-BTP: the form that asks less */
  {
    validFrom: LAW_DAYS.shorterForm,
    form: formOf('2024', { cases: everyCase, hasBook: false }),
    result: extractResult(2),
    declaration: declarationOf('first', 2),
    legalBasis: law(LAW_DAYS.shorterForm),
  },
  /** @basis NĐ 63/2024/NĐ-CP, Điều 8: residence within two working days (articles to be checked) */
  {
    validFrom: LAW_DAYS.twoDays,
    facts: { ...since2016.facts, time: time(3) },
    limit: { kind: 'working-days', days: 3 },
    legs: [
      {
        ...deletion('signed', false),
        sendWithinWorkingDays: 1,
        limit: { kind: 'working-days', days: 2 },
      },
      ...entryOnly,
    ],
    legalBasis: law(LAW_DAYS.twoDays),
  },
  /** @basis NĐ 120/2025/NĐ-CP: no district level since 2025-07-01 (to be checked) */
  { validFrom: LAW_DAYS.noDistrict, legalBasis: law(LAW_DAYS.noDistrict) },
])
