import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { revision2016 } from './2016.ts'
import { revisionToday } from './today.ts'

/** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
const restart2018: ProcedureDefinition = {
  ...revision2016,
  revision: 2,
  validFrom: '2018-06-21',
  validTo: '2020-07-15',
  clock: { ...revision2016.clock, afterSupplement: 'restart' },
  legalBasis: [...revision2016.legalBasis, { instrument: 'Nghị định 61/2018/NĐ-CP' }],
}

/** @basis TT 04/2020/TT-BTP, in force from 16/7/2020 in place of TT 15/2015/TT-BTP */
const forms2020: ProcedureDefinition = {
  ...restart2018,
  revision: 3,
  validFrom: '2020-07-16',
  validTo: '2022-12-31',
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 13 đến Điều 16' },
    { instrument: 'Nghị định 123/2015/NĐ-CP' },
    { instrument: 'Nghị định 61/2018/NĐ-CP' },
    { instrument: 'Thông tư 04/2020/TT-BTP' },
  ],
}

/** @basis NĐ 104/2022/NĐ-CP: from 2023-01-01 no household book may be asked for */
const noHouseholdBook2023: ProcedureDefinition = {
  ...forms2020,
  revision: 4,
  validFrom: '2023-01-01',
  validTo: '2024-06-05',
  notices: revisionToday.notices,
  components: forms2020.components.filter(({ key }) => key !== 'so-ho-khau'),
  legalBasis: [...forms2020.legalBasis, { instrument: 'Nghị định 104/2022/NĐ-CP' }],
}

/** @basis TT 04/2024/TT-BTP: the form that asks less; the district level still exists */
const shorterForm2024: ProcedureDefinition = {
  ...revisionToday,
  revision: 5,
  validFrom: '2024-06-06',
  validTo: '2025-06-30',
  legalBasis: revisionToday.legalBasis.filter(
    ({ instrument }) => instrument !== 'Nghị định 120/2025/NĐ-CP',
  ),
}

/** Every revision since the law came into force, without a gap. */
export const birthRegister: readonly ProcedureDefinition[] = [
  revision2016,
  restart2018,
  forms2020,
  noHouseholdBook2023,
  shorterForm2024,
  revisionToday,
]
