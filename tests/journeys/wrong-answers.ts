import { toInput, type Answers, type FieldDefinition } from '../../src/modules/forms/index.ts'
import type { Sent } from './visitor.ts'

/** One thing typed wrongly at one field, and what the page must say. */
export type Wrong = {
  what: string
  /** Inputs that differ from the right ones. */
  typed: Readonly<Record<string, string>>
  /** The message: what is wrong and how to put it right. */
  says: RegExp
  /** An answer that nobody offered cannot be shown again. */
  isForged?: true
}

const LONG = 'Anh '.repeat(75).trim()

/** What people, keyboards and programs get wrong, by the kind of field. */
export function wrongAt(field: FieldDefinition, today: string): Wrong[] {
  const missing: Wrong[] = field.optional ? [] : [empty(field)]
  switch (field.type) {
    case 'name':
      return [...missing, ...wrongNames(field)]
    case 'text':
      return [...missing, ...wrongTexts(field)]
    case 'date':
      return [...missing, ...wrongDates(field, today)]
    case 'year':
      return [...missing, ...wrongYears(field, today)]
    case 'address':
      return [...missing, ...wrongAddresses(field)]
    case 'personalNumber':
      return [...missing, ...wrongNumbers(field)]
    case 'phone':
      return [...missing, ...wrongPhones(field)]
    case 'number':
      return [...missing, ...wrongCounts(field)]
    case 'choice':
    case 'ethnicity':
    case 'nationality':
      return [...missing, forged(field)]
    case 'undertaking':
      return missing
    default:
      return []
  }
}

function empty(field: FieldDefinition): Wrong {
  const [vi = ''] = (field.missing?.vi ?? '').split(';')
  const says = vi === '' ? /^(Nhập|Chọn|Đánh dấu|.+: (nhập|chọn)) / : new RegExp(`^${vi}`)
  return { what: 'left empty', typed: {}, says }
}

function forged({ key }: FieldDefinition): Wrong {
  const says = /Chọn/
  return { what: 'an answer nobody offered', typed: { [key]: 'khác hẳn' }, says, isForged: true }
}

function wrongNames(field: FieldDefinition & { type: 'name' }): Wrong[] {
  const at = `${field.key}.${field.partsShown ? 'given' : 'full'}`
  const wrong = (what: string, text: string, says: RegExp) => ({
    what,
    typed: { [at]: text },
    says,
  })
  return [
    wrong('300 letters', LONG, /dài quá 120 chữ, .*Viết ngắn lại/),
    wrong('digits', 'An 2', /không được có chữ số\. Viết bằng chữ/),
    wrong('a control character', 'An\u0007h', /có ký tự ẩn không dùng được\. Xóa rồi gõ lại/),
    wrong('a bidirectional mark', 'An\u202eh', /có ký tự ẩn không dùng được\. Xóa rồi gõ lại/),
    wrong('a symbol', 'An <b>', /chỉ gồm chữ cái.*Bỏ ký tự khác/),
    wrong('another script', 'Анна', /phải viết bằng chữ cái La-tinh/),
  ]
}

function wrongTexts({ key }: FieldDefinition): Wrong[] {
  return [
    { what: '300 letters', typed: { [key]: LONG }, says: /(không quá|dài quá) \d+ chữ/ },
    { what: 'a bidirectional mark', typed: { [key]: 'A\u202e1' }, says: /ký tự ẩn.*(Xóa|gõ|Gõ)/ },
    { what: 'a control character', typed: { [key]: 'A\u00071' }, says: /ký tự ẩn.*(Xóa|gõ|Gõ)/ },
  ]
}

function wrongDates({ key }: FieldDefinition, today: string): Wrong[] {
  const typed = (day: string, month: string, year: string) => ({
    [`${key}.day`]: day,
    [`${key}.month`]: month,
    [`${key}.year`]: year,
  })
  const [year = '', month = '', day = ''] = today.split('-')
  // Both days of these tests are within their month.
  const tomorrow = typed(String(Number(day) + 1), month, year)
  return [
    { what: '31/02', typed: typed('31', '2', year), says: /Không có ngày 31\/02.*Kiểm tra lại/ },
    { what: 'month 13', typed: typed('1', '13', year), says: /Tháng phải là số từ 1 đến 12/ },
    { what: 'tomorrow', typed: tomorrow, says: /phải là ngày hôm nay hoặc trước đó/ },
    { what: 'two digits of a year', typed: typed('1', '2', '16'), says: /Năm phải đủ bốn chữ số/ },
    { what: 'no year', typed: typed('1', '2', ''), says: /Nhập năm/ },
    { what: 'letters', typed: typed('một', '2', year), says: /Ngày phải là số từ 1 đến 31/ },
    { what: 'long ago', typed: typed('1', '2', '1799'), says: /trở đi\. Kiểm tra lại năm/ },
  ]
}

function wrongYears({ key }: FieldDefinition, today: string): Wrong[] {
  const next = String(Number(today.slice(0, 4)) + 1)
  return [
    { what: 'letters', typed: { [key]: 'chín mươi' }, says: /chỉ gồm chữ số/ },
    { what: 'two digits', typed: { [key]: '88' }, says: /phải đủ bốn chữ số, ví dụ 1988/ },
    { what: 'next year', typed: { [key]: next }, says: /không được sau năm nay/ },
    { what: 'long ago', typed: { [key]: '1799' }, says: /phải từ năm 1900 trở đi/ },
  ]
}

function wrongAddresses(field: FieldDefinition & { type: 'address' }): Wrong[] {
  const at = (part: string) => `${field.key}.${part}`
  const inCity = (unitText: string) => ({ [at('scope')]: 'city', [at('unitText')]: unitText })
  const outside = { [at('scope')]: 'elsewhere', [at('place')]: '', [at('line')]: 'Số 1' }
  return [
    {
      what: 'a commune that never was',
      typed: inCity('Xã Không Có'),
      says: /Không tìm thấy phường, xã tên “Xã Không Có”\. Nhập tên/,
    },
    {
      what: 'a name that several communes have',
      typed: inCity('xuan'),
      says: /Có nhiều nơi tên “xuan”\. Chọn đúng/,
    },
    {
      what: '300 letters for the house',
      typed: { [at('line')]: LONG },
      says: /viết lại, không quá 200 chữ/,
    },
    {
      what: 'a bidirectional mark',
      typed: { [at('line')]: 'Số\u202e 1' },
      says: /viết lại, .*không có ký tự ẩn/,
    },
    ...(field.scopes.includes('elsewhere')
      ? [{ what: 'elsewhere, no place', typed: outside, says: /nhập tên xã, tỉnh hoặc nước/ }]
      : []),
    ...(field.lineOptional
      ? []
      : [
          {
            what: 'no house',
            typed: { [at('line')]: '' },
            says: /nhập số nhà, ngõ, phố hoặc thôn/,
          },
        ]),
  ]
}

function wrongNumbers(field: FieldDefinition & { type: 'personalNumber' }): Wrong[] {
  const wrong = (what: string, number: string, says: RegExp) => ({
    what,
    typed: { [field.key]: number },
    says,
  })
  const isWoman = typeof field.sex === 'object' && field.sex.is === 'female'
  return [
    wrong('eleven digits', '00119000445', /phải đủ 12 chữ số/),
    wrong('no province', '003190004456', /ba số đầu không phải mã tỉnh.*Xem lại trên thẻ/),
    ...(field.kinds.includes('9')
      ? []
      : [wrong('nine digits of the old card', '012345456', /phải đủ 12 chữ số\. Đếm lại/)]),
    ...(isWoman
      ? [
          wrong("a man's", '001090004456', /không khớp với giới tính.*Xem lại số trên thẻ/),
          wrong('another year', '001191004456', /không khớp với năm sinh.*Xem lại số và năm sinh/),
        ]
      : [
          wrong("a mother's", '001188004902', /không khớp với giới tính.*Xem lại số trên thẻ/),
          wrong('another year', '001089004902', /không khớp với năm sinh.*Xem lại số và năm sinh/),
        ]),
  ]
}

function wrongPhones({ key }: FieldDefinition): Wrong[] {
  const says = /phải là số di động hoặc máy bàn ở Việt Nam, ví dụ/
  return ['09123', 'không có', '+1 202 555 0100'].map((phone) => ({
    what: `phone ${phone}`,
    typed: { [key]: phone },
    says,
  }))
}

function wrongCounts({ key }: FieldDefinition): Wrong[] {
  return [
    { what: 'one too many', typed: { [key]: '21' }, says: /0 đến 20/ },
    { what: 'letters', typed: { [key]: 'ba' }, says: /chỉ gồm chữ số/ },
  ]
}

/** Everything a page must be sent to be right, without this field when it is `without`. */
export function rightInputs(
  fields: readonly FieldDefinition[],
  answers: Answers,
  without?: FieldDefinition,
): Sent {
  const asked = fields.filter((field) => field.type !== 'file' && field !== without)
  return Object.assign({}, ...asked.map((field) => toInput(field, answers[field.key])))
}
