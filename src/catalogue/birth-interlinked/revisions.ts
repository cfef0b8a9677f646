import { jurisdiction } from '../birth-register/base.ts'
import { componentsOf } from '../birth-register/papers.ts'
import {
  basedOn,
  circular2020,
  noDistricts2025,
  noHouseholdBook2023,
  restart2018,
  shorterForm2024,
  throughTheYears,
  type ChangeOfLaw,
} from '../changes-of-law.ts'
import { birthLegs } from '../legs-ministry.ts'
import { componentOf } from '../papers-asked.ts'
import { householdPage } from './fields-household.ts'
import { insurancePage } from './fields-insurance.ts'
import { birthPapers, interlinkedForm } from './form.ts'
import { cardLeg, residenceLeg, times2021, times2023, times2024, type LegTimes } from './legs.ts'
import { ct01, tk1, withdrawnBook } from './papers.ts'
import { revision2016, timeFact, tk1Form } from './2016.ts'

const ct01Form = {
  key: 'ct01',
  template: 'ct01@1',
  title: { vi: 'Tờ khai thay đổi thông tin cư trú', en: 'Declaration of a change of residence' },
  formNumber: 'Mẫu CT01 (TT 56/2021/TT-BCA)',
}

function legs(times: LegTimes, hasBook = false) {
  return [
    residenceLeg(times, { hasBook }),
    cardLeg(times, 'household.address'),
    ...birthLegs('household.address'),
  ]
}

const OLD_RESIDENCE = ['Luật Cư trú số 81/2006/QH11', 'Thông tư 36/2014/TT-BCA']

/** @basis Luật Cư trú 68/2020/QH14; TT 56/2021/TT-BCA: commune police, form CT01, the book goes */
const residence2021: ChangeOfLaw = {
  from: '2021-07-01',
  change: (before) => ({
    components: [...componentsOf(birthPapers), ...[withdrawnBook, ct01, tk1].map(componentOf)],
    furtherDeclarations: [ct01Form, tk1Form],
    legs: legs(times2021, true),
    form: interlinkedForm('2016', {
      pages: [
        householdPage({ hasBook: true, isCt01: true, asksResidences: true }),
        insurancePage(),
      ],
      papers: [withdrawnBook],
    }),
    legalBasis: basedOn(
      before,
      [
        { instrument: 'Luật Cư trú số 68/2020/QH14' },
        { instrument: 'Thông tư 56/2021/TT-BCA', note: { vi: 'mẫu CT01', en: 'form CT01' } },
      ],
      OLD_RESIDENCE,
    ),
  }),
}

/** Besides what it changes everywhere, the partners no longer wait for the counter. */
const noBook2023: ChangeOfLaw = {
  from: noHouseholdBook2023.from,
  change: (before) => ({
    ...noHouseholdBook2023.change(before),
    legs: legs(times2023),
    form: interlinkedForm('2016', {
      pages: [
        householdPage({ hasBook: false, isCt01: true, asksResidences: true }),
        insurancePage(),
      ],
    }),
  }),
}

/**
 * The whole by wire: three working days, five where something is verified; nothing is signed on
 * paper for the partners.
 * @basis NĐ 63/2024/NĐ-CP, Điều 7; services7.md 3.4 (articles to be checked)
 */
export const byWire2024: ChangeOfLaw = {
  from: '2024-07-01',
  change: (before) => ({
    facts: {
      ...before.facts,
      time: timeFact(3, {
        vi: 'cho cả ba việc; phải xác minh: 5 ngày làm việc',
        en: 'for all three; 5 where something is verified',
      }),
    },
    limit: { kind: 'working-days', days: 3 },
    components: componentsOf(birthPapers),
    legs: legs(times2024),
    legalBasis: basedOn(
      before,
      [
        {
          instrument: 'Nghị định 63/2024/NĐ-CP',
          articles: 'Điều 7',
          note: { vi: 'cần kiểm tra lại điều khoản', en: 'articles to be checked' },
        },
      ],
      ['Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT'],
    ),
  }),
}

/** Every revision since the law came into force, without a gap. */
export const birthInterlinked = throughTheYears(revision2016, [
  restart2018,
  circular2020,
  residence2021,
  noBook2023,
  shorterForm2024((before) => ({
    form: interlinkedForm('2024', {
      pages: [
        householdPage({ hasBook: false, isCt01: true, asksResidences: false }),
        insurancePage(),
      ],
    }),
    jurisdiction: jurisdiction(['filing.commune', 'father.residence', 'mother.residence']),
    result: { ...before.result, template: 'birth-certificate@2' },
    declaration: { ...before.declaration, template: 'birth-declaration@2' },
  })),
  byWire2024,
  noDistricts2025,
])
