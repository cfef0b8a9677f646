import type { FieldDefinition } from '../../modules/forms/index.ts'
import { dayField, nameField, phoneField, textField } from '../agency-procedure.ts'

export const subjectFields: readonly FieldDefinition[] = [
  {
    key: 'kind',
    type: 'choice',
    inline: true,
    label: { vi: 'Sự kiện hộ tịch', en: 'Civil-status event' },
    options: [
      { value: 'birth', label: { vi: 'Khai sinh', en: 'Birth' } },
      { value: 'death', label: { vi: 'Khai tử', en: 'Death' } },
    ],
  },
  nameField({
    key: 'subject.name',
    label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
  }),
  dayField({
    key: 'subject.birthDate',
    label: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
    optional: true,
  }),
]

/** Who asks, when the message says more than the agency's own name. */
export const askerFields: readonly FieldDefinition[] = [
  textField({
    key: 'requester.name',
    label: { vi: 'Cơ quan gửi', en: 'Agency that asks' },
    optional: true,
  }),
  phoneField({ key: 'requester.phone', label: { vi: 'Điện thoại', en: 'Phone' }, optional: true }),
]

export const roles = {
  subjectName: 'subject.name',
  requesterName: 'requester.name',
  requesterAddress: null,
  phone: 'requester.phone',
  copies: null,
  collector: null,
} as const
