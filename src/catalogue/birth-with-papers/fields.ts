import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { IS_SELF } from '../birth-before-2016/fields-requester.ts'
import { collectPageWith } from '../birth-register/fields-collect.ts'

const registered: FieldDefinition = {
  key: 'birth.registered',
  type: 'yesNo',
  aside: true,
  label: {
    vi: 'Người này đã từng được đăng ký khai sinh chưa?',
    en: "Was this person's birth ever registered?",
  },
  missing: { vi: 'Chọn đã từng hay chưa từng', en: 'Choose whether it was' },
}

/** The commune of the person's residence registers. */
const residence: FieldDefinition = {
  key: 'child.residence',
  type: 'address',
  scopes: ['city', 'elsewhere'],
  label: { vi: 'Nơi cư trú', en: 'Residence' },
  hint: {
    vi: 'Nơi thường trú, nếu không có thì nơi tạm trú. Phường, xã này nhận và giải quyết hồ sơ.',
    en: 'Permanent, else temporary residence. This ward deals with the dossier.',
  },
  copyOf: { field: 'requester.residence', when: IS_SELF },
}

export const personMore2016: readonly FieldDefinition[] = [registered, residence]

/** With the personal number known, only the commune is asked. */
export const personMoreToday: readonly FieldDefinition[] = [
  registered,
  {
    key: 'filing.commune',
    type: 'address',
    scopes: ['city'],
    lineOptional: true,
    aside: true,
    label: { vi: 'Phường, xã nơi cư trú', en: 'Ward of the residence' },
    hint: {
      vi: 'Phường, xã này nhận và giải quyết hồ sơ.',
      en: 'This ward deals with the dossier.',
    },
    printLabel: { vi: 'Kính gửi', en: 'To' },
  },
]

const KINDS = [
  ['cmnd', 'Chứng minh nhân dân, căn cước', 'Identity card'],
  ['passport', 'Hộ chiếu', 'Passport'],
  ['household', 'Sổ hộ khẩu, sổ tạm trú', 'Household or temporary-residence book'],
  ['school', 'Học bạ, bằng tốt nghiệp', 'School papers'],
  ['personnel', 'Lý lịch cán bộ, đảng viên, quân nhân', 'Personnel file'],
  ['other', 'Giấy tờ khác', 'Another paper'],
] as const

/** The papers the birth is read from. @basis TT 15/2015/TT-BTP; TT 04/2020/TT-BTP (article to be checked) */
export const papersField: FieldDefinition = {
  key: 'papers',
  type: 'group',
  timesMin: 1,
  timesMax: 6,
  label: { vi: 'Giấy tờ cá nhân đang có', en: 'Personal papers there are' },
  hint: {
    vi: 'Kê mọi giấy tờ có họ tên, ngày sinh. Thông tin khác nhau thì phường hỏi lại.',
    en: 'All that say name and birth. Where they differ, the ward will ask.',
  },
  itemLabel: { vi: 'Giấy tờ', en: 'Paper' },
  fields: [
    {
      key: 'kind',
      type: 'choice',
      label: { vi: 'Loại giấy tờ', en: 'Kind' },
      missing: { vi: 'Chọn loại giấy tờ', en: 'Choose the kind' },
      options: KINDS.map(([value, vi, en]) => ({ value, label: { vi, en } })),
    },
    {
      key: 'number',
      type: 'text',
      lengthMax: 30,
      width: 'short',
      optional: true,
      label: { vi: 'Số', en: 'Number' },
    },
    {
      key: 'issuer',
      type: 'text',
      lengthMax: 120,
      optional: true,
      label: { vi: 'Cơ quan cấp', en: 'Issued by' },
    },
    {
      key: 'date',
      type: 'date',
      unknown: 'day-and-month',
      latest: 'today',
      yearMin: 1900,
      optional: true,
      label: { vi: 'Ngày cấp', en: 'Day of issue' },
    },
  ],
}

/** @basis TT 15/2015/TT-BTP, TT 04/2020/TT-BTP: undertakes that it was never registered */
export const collectWithPapers: PageDefinition = collectPageWith([
  {
    key: 'undertaking.notRegistered',
    type: 'undertaking',
    label: { vi: 'Cam đoan chưa đăng ký', en: 'Undertaking that it was not registered' },
    text: {
      vi: 'Tôi cam đoan người nêu trên chưa từng được đăng ký khai sinh.',
      en: 'I declare that the birth of this person was never registered.',
    },
  },
  {
    key: 'undertaking.true',
    type: 'undertaking',
    label: { vi: 'Cam đoan', en: 'Undertaking' },
    text: {
      vi:
        'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và đã nộp đủ các giấy tờ hiện ' +
        'có. Tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
      en:
        'I declare that the above is true and that I have handed in every paper there is, and I ' +
        'answer for this before the law.',
    },
  },
])
