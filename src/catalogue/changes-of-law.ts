import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import { revisionsOf, type FirstVersion, type Version } from './revisions-of.ts'

/** What the law changes in a procedure from a day on. */
export type ChangeOfLaw = {
  from: string
  change(before: FirstVersion): Partial<ProcedureDefinition>
}

/** Every revision of a procedure: the first, then one for each change, without a gap. */
export function throughTheYears(
  first: FirstVersion,
  changes: readonly ChangeOfLaw[],
): readonly ProcedureDefinition[] {
  let before = first
  const later = changes.map(({ from, change }) => {
    const version: Version = { ...change(before), validFrom: from }
    before = { ...before, ...version }
    return version
  })
  return revisionsOf(first, later)
}

type LegalBasis = ProcedureDefinition['legalBasis']

/** The legal basis with instruments added and those they replace taken out. */
export function basedOn(
  { legalBasis }: Pick<ProcedureDefinition, 'legalBasis'>,
  added: LegalBasis,
  replaced: readonly string[] = [],
): LegalBasis {
  return [...legalBasis.filter(({ instrument }) => !replaced.includes(instrument)), ...added]
}

const CIRCULAR_2015 = 'Thông tư 15/2015/TT-BTP'

/** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
export const restart2018: ChangeOfLaw = {
  from: '2018-06-21',
  change: (before) => ({
    clock: { ...before.clock, afterSupplement: 'restart' },
    legalBasis: basedOn(before, [{ instrument: 'Nghị định 61/2018/NĐ-CP' }]),
  }),
}

/** @basis TT 04/2020/TT-BTP, in force from 16/7/2020 in place of TT 15/2015/TT-BTP */
export const circular2020: ChangeOfLaw = {
  from: '2020-07-16',
  change: (before) => ({
    legalBasis: basedOn(before, [{ instrument: 'Thông tư 04/2020/TT-BTP' }], [CIRCULAR_2015]),
  }),
}

const noHouseholdBook: ProcedureDefinition['notices'][number] = {
  title: { vi: 'Không cần sổ hộ khẩu', en: 'No household book' },
  body: {
    vi:
      'Phường, xã tự tra cứu nơi cư trú. Khi không tra cứu được, ông/bà dùng VNeID hoặc Giấy xác ' +
      'nhận thông tin về cư trú (mẫu CT07).',
    en:
      'The ward looks up the residence. Where it cannot, show VNeID or the confirmation of ' +
      'residence (form CT07).',
  },
}

/** @basis NĐ 104/2022/NĐ-CP: from 2023-01-01 no household book may be asked for */
export const noHouseholdBook2023: ChangeOfLaw = {
  from: '2023-01-01',
  change: (before) => ({
    notices: [...before.notices, noHouseholdBook],
    components: before.components.filter(({ key }) => key !== 'so-ho-khau'),
    legalBasis: basedOn(before, [{ instrument: 'Nghị định 104/2022/NĐ-CP' }]),
  }),
}

/** @basis TT 04/2024/TT-BTP: with the personal number, neither residence nor papers are asked */
export function shorterForm2024(change: ChangeOfLaw['change']): ChangeOfLaw {
  return {
    from: '2024-06-06',
    change: (before) => ({
      legalBasis: basedOn(before, [{ instrument: 'Thông tư 04/2024/TT-BTP' }]),
      ...change(before),
    }),
  }
}

/** @basis NĐ 120/2025/NĐ-CP (to be checked): no district level from 2025-07-01 */
export const noDistricts2025: ChangeOfLaw = {
  from: '2025-07-01',
  change: (before) => ({
    legalBasis: basedOn(before, [
      {
        instrument: 'Nghị định 120/2025/NĐ-CP',
        note: {
          vi: 'không còn cấp huyện từ 01/07/2025; cần kiểm tra lại điều khoản',
          en: 'no district level since 2025-07-01; articles to be checked',
        },
      },
    ]),
  }),
}
