import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { IS_NEWBORN, RESIDENCE_KNOWN } from './conditions.ts'
import type { FormOf } from './fields-requester.ts'

/** Of many old people only the year of birth is known, and of some not even a number. */
const identity: readonly FieldDefinition[] = [
  {
    key: 'deceased.name',
    type: 'name',
    partsShown: false,
    label: { vi: 'Họ và tên người mất', en: 'Full name of the deceased' },
    hint: { vi: 'Đúng như trên giấy tờ của người mất.', en: 'As on the papers of the deceased.' },
    missing: { vi: 'Nhập họ và tên người mất', en: 'Enter the full name of the deceased' },
    printLabel: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
  },
  {
    key: 'deceased.birthDate',
    type: 'date',
    unknown: 'day-and-month',
    latest: 'today',
    yearMin: 1880,
    label: { vi: 'Ngày sinh của người mất', en: 'Date of birth of the deceased' },
    hint: {
      vi: 'Không rõ ngày, tháng thì chỉ ghi năm.',
      en: 'If day and month are not known, the year is enough.',
    },
    printLabel: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
  },
  {
    key: 'deceased.sex',
    type: 'choice',
    inline: true,
    label: { vi: 'Giới tính', en: 'Sex' },
    missing: { vi: 'Chọn giới tính của người mất', en: 'Choose the sex of the deceased' },
    options: [
      { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
      { value: 'male', label: { vi: 'Nam', en: 'Male' } },
    ],
  },
  {
    key: 'deceased.ethnicity',
    type: 'ethnicity',
    label: { vi: 'Dân tộc', en: 'Ethnicity' },
  },
  {
    key: 'deceased.nationality',
    type: 'nationality',
    label: { vi: 'Quốc tịch', en: 'Nationality' },
  },
]

/**
 * Only for a newborn child: whether it lived 24 hours is counted to the minute.
 * @basis BLDS 91/2015/QH13, Điều 30 khoản 3
 */
const newborn: readonly FieldDefinition[] = [
  {
    key: 'newborn.birthTime',
    type: 'time',
    aside: true,
    when: IS_NEWBORN,
    label: { vi: 'Giờ sinh của trẻ', en: 'Hour of birth' },
    hint: { vi: 'Theo Giấy chứng sinh.', en: 'As on the birth notice.' },
  },
  {
    key: 'newborn.parentsAsk',
    type: 'yesNo',
    aside: true,
    when: IS_NEWBORN,
    label: {
      vi: 'Cha, mẹ có muốn đăng ký khai sinh và khai tử cho trẻ không?',
      en: 'Do the parents want birth and death registered?',
    },
    hint: {
      vi: 'Trẻ sống dưới 24 giờ chỉ đăng ký khi cha, mẹ muốn.',
      en: 'For a child who lived less than 24 hours it is done only if the parents ask.',
    },
    missing: {
      vi: 'Chọn cha, mẹ có muốn đăng ký hay không',
      en: 'Choose whether the parents ask for it',
    },
  },
  {
    key: 'newborn.birthRegistered',
    type: 'yesNo',
    aside: true,
    when: IS_NEWBORN,
    label: {
      vi: 'Trẻ đã được đăng ký khai sinh chưa?',
      en: 'Has the birth been registered?',
    },
    missing: {
      vi: 'Chọn trẻ đã được đăng ký khai sinh hay chưa',
      en: 'Choose whether the birth has been registered',
    },
  },
]

function papers(form: FormOf): readonly FieldDefinition[] {
  const kinds = ['12', '9'] as const
  return [
    {
      key: 'deceased.idNumber',
      type: 'personalNumber',
      kinds,
      sex: 'deceased.sex',
      birth: 'deceased.birthDate',
      optional: true,
      label:
        form === '2015'
          ? { vi: 'Số Chứng minh nhân dân hoặc căn cước', en: 'Identity card number' }
          : { vi: 'Số định danh cá nhân', en: 'Personal number' },
      hint: {
        vi: '12 chữ số, hoặc 9 chữ số của Chứng minh nhân dân, nếu có.',
        en: '12 digits, or the 9 digits of the old card, if there is one.',
      },
    },
    {
      key: 'deceased.otherPaper',
      type: 'text',
      lengthMax: 150,
      optional: true,
      when: { field: 'deceased.idNumber', answered: false },
      label: { vi: 'Giấy tờ tùy thân khác', en: 'Other identity paper' },
      hint: { vi: 'Loại giấy tờ, số, nơi cấp, ngày cấp.', en: 'Kind, number, issuer and day.' },
      printLabel: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
    },
  ]
}

/** @basis LHT 60/2014/QH13, Điều 5 khoản 4, Điều 32 */
const residence: readonly FieldDefinition[] = [
  {
    key: 'deceased.residenceKnown',
    type: 'choice',
    aside: true,
    inline: true,
    label: {
      vi: 'Có biết nơi cư trú cuối cùng của người mất không?',
      en: 'Is the last residence known?',
    },
    missing: {
      vi: 'Chọn có biết nơi cư trú cuối cùng hay không',
      en: 'Choose whether the last residence is known',
    },
    options: [
      { value: 'known', label: { vi: 'Có biết', en: 'Known' } },
      {
        value: 'unknown',
        label: { vi: 'Không xác định được', en: 'Not known' },
        hint: {
          vi: 'Khi đó phường, xã nơi người đó mất hoặc nơi phát hiện thi thể đăng ký.',
          en: 'Then the commune where the person died or was found registers.',
        },
      },
    ],
  },
]

export function lastResidence(texts?: Pick<FieldDefinition, 'label' | 'hint'>): FieldDefinition {
  return {
    key: 'deceased.lastResidence',
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    lineOptional: true,
    when: RESIDENCE_KNOWN,
    label: { vi: 'Nơi cư trú cuối cùng', en: 'Last residence' },
    hint: {
      vi:
        'Nơi thường trú; không có thì nơi tạm trú; không có cả hai thì nơi đang ở khi mất. ' +
        'Phường, xã này đăng ký khai tử.',
      en:
        'Permanent residence, else temporary residence, else where the person lived. This ' +
        'commune registers the death.',
    },
    printLabel: { vi: 'Nơi cư trú cuối cùng', en: 'Last residence' },
    ...texts,
  }
}

/** A commune that is not the permanent residence tells that commune. */
const permanent: readonly FieldDefinition[] = [
  {
    key: 'deceased.isPermanent',
    type: 'yesNo',
    aside: true,
    when: RESIDENCE_KNOWN,
    label: {
      vi: 'Đó có phải nơi đăng ký thường trú của người mất không?',
      en: 'Was that the permanent residence?',
    },
    missing: { vi: 'Chọn có phải nơi thường trú hay không', en: 'Choose yes or no' },
  },
  {
    key: 'deceased.permanentResidence',
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    lineOptional: true,
    optional: true,
    aside: true,
    when: { field: 'deceased.isPermanent', is: false },
    label: { vi: 'Nơi đăng ký thường trú', en: 'Permanent residence' },
    hint: {
      vi: 'Phường, xã đăng ký sẽ thông báo cho nơi này. Không có thì bỏ trống.',
      en: 'The commune that registers tells that place. Leave empty if there was none.',
    },
  },
]

export function deceasedPage(form: FormOf): PageDefinition {
  return {
    key: 'nguoi-mat',
    title: { vi: 'Người đã mất', en: 'The deceased' },
    fields: [...identity, ...newborn, ...papers(form), ...residence, lastResidence(), ...permanent],
  }
}

/** Of somebody known to have resided: for the deletion of a permanent residence. */
export function residentPage(form: FormOf): PageDefinition {
  const { when: _when, ...known } = lastResidence({
    label: { vi: 'Nơi thường trú cuối cùng', en: 'Last permanent residence' },
    hint: {
      vi:
        'Phường, xã này đăng ký khai tử; Công an nơi này xóa đăng ký thường trú. Người mất không ' +
        'có thường trú thì dùng thủ tục “Đăng ký khai tử”.',
      en:
        'This commune registers the death and its police delete the residence. Without permanent ' +
        'residence use the plain registration of a death.',
    },
  })
  const page = deceasedPage(form)
  const asked = /residenceKnown|lastResidence|isPermanent|permanentResidence/
  const fields = page.fields.filter(({ key }) => !asked.test(key))
  return { ...page, fields: [...fields, known] }
}
