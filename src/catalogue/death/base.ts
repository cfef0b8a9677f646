import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  appointmentStep,
  collectStep,
  declareStep,
  examineAndSign,
  wardChecksStep,
} from '../at-the-ward.ts'

export const deathSteps = examineAndSign('Trích lục khai tử')

const citizenSteps: ProcedureDefinition['citizenSteps'] = [
  declareStep(10),
  wardChecksStep,
  appointmentStep,
  collectStep({ vi: 'Trích lục khai tử', en: 'extract' }),
]

/** @basis BLDS 91/2015/QH13, Điều 30; practice.md 22 */
const verySmallChildren: ProcedureDefinition['notices'][number] = {
  title: { vi: 'Khi người mất là trẻ mới sinh', en: 'When it is a newborn child' },
  body: {
    vi:
      'Trẻ mất trước hoặc trong khi sinh: không phải đăng ký gì. Trẻ sống dưới 24 giờ: chỉ đăng ký ' +
      'khi cha, mẹ muốn. Từ 24 giờ trở lên: phường đăng ký khai sinh và khai tử trong một lần đến.',
    en:
      'Before or during birth: nothing is registered. A child who lived less than 24 hours: only ' +
      'if the parents ask. 24 hours or more: birth and death are registered in one visit.',
  },
  procedure: 'birth.register',
}

/** What registrations of a death have had in common since the law of 2016. */
export const deathBase = {
  schema: 'motcua/procedure/1',
  field: { vi: 'Hộ tịch, chứng thực', en: 'Civil status' },
  agencyKind: 'commune',
  who: [
    {
      vi: 'Vợ, chồng, con, cha, mẹ hoặc người thân thích khác của người mất.',
      en: 'Spouse, child, parent or other relative of the deceased.',
    },
    {
      vi: 'Không có người thân thích: đại diện cơ quan, tổ chức, cá nhân liên quan.',
      en: 'Without relatives: whoever the death concerns.',
    },
  ],
  citizenSteps,
  notices: [verySmallChildren],
  receiveWithinWorkingDays: 1,
  preview: true,
  duplicateKeys: [
    ['deceased.name', 'deceased.birthDate'],
    ['deceased.idNumber'],
    ['notice.commune', 'notice.number'],
    ['notice.issuer', 'notice.number'],
  ],
  roles: {
    subjectName: 'deceased.name',
    requesterName: 'requester.name',
    requesterAddress: 'requester.residence',
    phone: 'contact.phone',
    copies: 'copies.count',
    collector: 'collect.who',
  },
  draftExpiresAfterDays: 30,
} as const satisfies Partial<ProcedureDefinition>

/** @basis TT 15/2015/TT-BTP, TT 04/2020/TT-BTP (`@1`); TT 04/2024/TT-BTP (`@2`) */
export function extractResult(version: 1 | 2): ProcedureDefinition['result'] {
  return {
    template: `death-extract@${version}`,
    name: { vi: 'Trích lục khai tử', en: 'Extract of the death' },
    copies: true,
  }
}

/** The law's declaration, by its version as of the extract. */
export function declarationOf(
  kind: 'first' | 'again',
  version: 1 | 2,
): ProcedureDefinition['declaration'] {
  return kind === 'first'
    ? {
        template: `death-declaration@${version}`,
        title: { vi: 'Tờ khai đăng ký khai tử', en: 'Declaration of a death' },
        formNumber: '',
      }
    : {
        template: `death-again-declaration@${version}`,
        title: { vi: 'Tờ khai đăng ký lại khai tử', en: 'Declaration to register a death again' },
        formNumber: '',
      }
}

/** The limit of a supplement goes on in 2016, restarts since 2018-06-21. */
export function clockOf(afterSupplement: 'continue' | 'restart'): ProcedureDefinition['clock'] {
  return { pausesFor: ['supplement', 'preview'], afterSupplement }
}

export const noHouseholdBook: ProcedureDefinition['notices'][number] = {
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

const instrument = (text: string, articles?: string) => ({
  instrument: text,
  ...(articles === undefined ? {} : { articles }),
})

const law = instrument('Luật Hộ tịch số 60/2014/QH13', 'Điều 32 đến Điều 34')

/** The instruments in force by the day a revision begins. */
export function deathLaws(articles: string, validFrom: string): ProcedureDefinition['legalBasis'] {
  const since = (day: string, ...found: ReturnType<typeof instrument>[]) =>
    validFrom >= day ? found : []
  return [
    law,
    instrument('Nghị định 123/2015/NĐ-CP', articles),
    ...(validFrom < '2020-07-16' ? [instrument('Thông tư 15/2015/TT-BTP')] : []),
    ...since('2018-06-21', instrument('Nghị định 61/2018/NĐ-CP')),
    ...since('2020-07-16', instrument('Thông tư 04/2020/TT-BTP')),
    ...since(
      '2023-01-01',
      instrument('Nghị định 87/2020/NĐ-CP'),
      instrument('Nghị định 104/2022/NĐ-CP'),
    ),
    ...since('2024-06-06', instrument('Thông tư 04/2024/TT-BTP')),
    ...(validFrom < '2025-07-01'
      ? []
      : [
          {
            instrument: 'Nghị định 120/2025/NĐ-CP',
            note: {
              vi: 'không còn cấp huyện từ 01/07/2025; cần kiểm tra lại điều khoản',
              en: 'no district level since 2025-07-01; articles to be checked',
            },
          },
        ]),
  ]
}

/** The days on which the law changed, as for births. */
export const LAW_DAYS = {
  restart: '2018-06-21',
  circular2020: '2020-07-16',
  residence2021: '2021-07-01',
  noBook: '2023-01-01',
  shorterForm: '2024-06-06',
  twoDays: '2024-07-01',
  noDistrict: '2025-07-01',
} as const
