import type { FieldDefinition, Text } from '../modules/forms/index.ts'
import type { ProcedureDefinition, StepDefinition } from '../modules/procedures/index.ts'

/**
 * What the procedures that do another agency's part of a filing have in common: a message opens
 * them, and nobody but that agency's officers sees them.
 */
export const servingBase = {
  schema: 'motcua/procedure/1',
  nationalCode: null,
  keywords: ['liên thông'],
  who: [
    {
      vi: 'Cơ quan chủ trì hồ sơ liên thông, bằng thông điệp điện tử.',
      en: 'The lead agency of an interlinked filing, by an electronic message.',
    },
  ],
  notices: [],
  citizenSteps: [
    {
      title: { vi: 'Cơ quan chủ trì chuyển hồ sơ', en: 'The lead agency passes it on' },
      body: {
        vi: 'Người dân không phải nộp gì ở đây; kết quả về cơ quan đã nhận hồ sơ.',
        en: 'Citizens file nothing here; the result goes to the agency that received theirs.',
      },
      who: { vi: 'Cơ quan chủ trì', en: 'The lead agency' },
      icon: 'home',
    },
  ],
  receiveWithinWorkingDays: 1,
  preview: false,
  register: null,
  checks: [],
  // The message names the agency; whoever it reaches is the one that serves the unit.
  jurisdiction: { rule: 'unit', params: { codes: ['01'] } },
  draftExpiresAfterDays: 30,
} as const satisfies Partial<ProcedureDefinition>

export function servingFacts(time: Text, result: Text): ProcedureDefinition['facts'] {
  return {
    fee: { main: { vi: 'Không thu tại đây', en: 'None here' } },
    time: { main: time },
    where: { main: { vi: 'Cơ quan nhận thông điệp', en: 'The agency that gets the message' } },
    result: { main: result },
  }
}

/** Examined by one person, signed by the head or the deputy of the day. */
export function twoSteps(
  examiner: 'specialist' | 'civilStatusOfficer',
  signer: 'director' | 'chairman',
): StepDefinition[] {
  const examine = { vi: 'Thẩm tra', en: 'Examination' }
  const sign = { vi: 'Ký kết quả', en: 'Signature' }
  return [
    { key: 'tham-tra', name: examine, kind: 'propose', role: examiner, limit: null },
    { key: 'ky', name: sign, kind: 'sign', role: signer, limit: null },
  ]
}

/** As the result's facts are written and read: `12/08/2016`. */
export const DAY_PATTERN = String.raw`(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])/(19|20)\d\d`

export const DAY_HINT = { vi: 'Ghi như 12/08/2016.', en: 'Like 12/08/2016.' }

/** `12/2016`, `HK-0187/2016`: letters, digits and what joins them. */
export const NUMBER_PATTERN = String.raw`[\p{L}\d][\p{L}\d/.\-]{0,39}`

const ALL_SCOPES = ['city', 'elsewhere', 'abroad'] as const

type Given = { key: string; label: Text; optional?: true }

/** Fields as messages fill them: the lead agency sends what it has; only the main ones are needed. */
export function nameField(given: Given): FieldDefinition {
  return { type: 'name', partsShown: false, ...given }
}

export function textField(given: Given, lengthMax = 200): FieldDefinition {
  return { type: 'text', lengthMax, ...given }
}

export function dayField(given: Given): FieldDefinition {
  return { type: 'date', unknown: 'day-and-month', latest: 'today', ...given }
}

export function placeField(given: Given): FieldDefinition {
  return { type: 'address', scopes: ALL_SCOPES, lineOptional: true, ...given }
}

export function numberField(given: Given): FieldDefinition {
  return { type: 'personalNumber', kinds: ['12', '9'], ...given }
}

export function phoneField(given: Given): FieldDefinition {
  return { type: 'phone', ...given }
}

export function sexField(key: string): FieldDefinition {
  return {
    key,
    type: 'choice',
    inline: true,
    label: { vi: 'Giới tính', en: 'Sex' },
    options: [
      { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
      { value: 'male', label: { vi: 'Nam', en: 'Male' } },
    ],
  }
}

/** Who files the whole: asked once by the lead agency, read here. */
export const requesterFields: readonly FieldDefinition[] = [
  nameField({
    key: 'requester.name',
    label: { vi: 'Người yêu cầu', en: 'Requester' },
    optional: true,
  }),
  phoneField({ key: 'requester.phone', label: { vi: 'Điện thoại', en: 'Phone' }, optional: true }),
]

/** The registration the message comes of. */
export function certificateFields(paper: Text, prefix = 'certificate'): FieldDefinition[] {
  return [
    textField(
      {
        key: `${prefix}.number`,
        label: { vi: `Số ${paper.vi}`, en: `Number of the ${paper.en ?? paper.vi}` },
      },
      40,
    ),
    dayField({
      key: `${prefix}.day`,
      label: { vi: `Ngày cấp ${paper.vi}`, en: `Day of the ${paper.en ?? paper.vi}` },
    }),
  ]
}
