import type { City } from '../../modules/agencies/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { laneWords } from '../citizen/lane-words.ts'
import { refusals } from '../words/refusals.ts'
import { say, type Lang } from '../words/index.ts'

/** What messages are called on the screen. */
const types: Readonly<Record<string, Text>> = {
  open: { vi: 'Giao việc', en: 'Asks for its part' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  requestSupplement: { vi: 'Yêu cầu bổ sung', en: 'Asks for a supplement' },
  answerSupplement: { vi: 'Trả lời bổ sung', en: 'Answers the supplement' },
  delayed: { vi: 'Hẹn lại', en: 'New date' },
  result: { vi: 'Trả kết quả', en: 'Result' },
  refused: { vi: 'Từ chối', en: 'Refusal' },
  cancel: { vi: 'Hủy yêu cầu', en: 'Cancels' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

export function typeName(type: string | null, lang: Lang): string {
  const text = type === null ? undefined : types[type]
  return text ? say(text, lang) : (type ?? '')
}

const services: Readonly<Record<string, Text>> = {
  'residence.register': { vi: 'Đăng ký thường trú', en: 'Residence' },
  'residence.delete': { vi: 'Xóa đăng ký thường trú', en: 'Delete residence' },
  'health_card.issue': { vi: 'Cấp thẻ BHYT', en: 'Health card' },
  'personal_number.give': { vi: 'Cấp số định danh', en: 'Personal number' },
  'civil_status.take_entry': { vi: 'Ghi dữ liệu hộ tịch', en: 'Electronic register' },
  'civil_status.verify': { vi: 'Xác minh hộ tịch', en: 'Inquiry' },
  'civil_status.notify': { vi: 'Thông báo nơi thường trú', en: 'Notice to the residence' },
}

export function serviceName(service: string, lang: Lang): string {
  const text = services[service]
  return text ? say(text, lang) : service
}

export function partyName(city: City, party: string | null, lang: Lang): string {
  if (party === null) return say({ vi: 'không rõ', en: 'unknown' }, lang)
  return city.agency(party)?.fullName ?? laneWords(lang).ministry
}

/** Why a message has not arrived, for a person: what happened, and whether time heals it. */
const whys: Readonly<Record<string, Text>> = {
  unreachable: { vi: 'Không kết nối được, hệ thống tự gửi lại', en: 'No connection; retried' },
  timeout: { vi: 'Không trả lời kịp, hệ thống tự gửi lại', en: 'No answer in time; retried' },
  'no-endpoint': { vi: 'Chưa có địa chỉ kết nối', en: 'No address to send to yet' },
  'reply-unsigned': { vi: 'Trả lời không có chữ ký', en: 'The answer was not signed' },
  'reply-wrong': { vi: 'Trả lời không đúng quy ước', en: 'The answer broke the protocol' },
  'reply-too-large': { vi: 'Trả lời quá lớn', en: 'The answer was too large' },
  'reply-signature-wrong': { vi: 'Chữ ký của trả lời sai', en: 'The answer’s signature is wrong' },
  'reply-from-stranger': { vi: 'Bên khác trả lời', en: 'Somebody else answered' },
  fault: { vi: 'Lỗi của hệ thống, đã được ghi lại', en: 'A fault of ours, which is logged' },
}

export function whyText(code: string | null, lang: Lang): string {
  if (code === null) return ''
  const known = whys[code]
  if (known) return say(known, lang)
  const refusal = Object.hasOwn(refusals, code) ? refusals[code] : undefined
  if (refusal) return refusal[lang].title
  const status = /^http-(\d{3})$/.exec(code)?.[1]
  if (status)
    return say(
      { vi: `Bên nhận báo lỗi ${status}`, en: `The other side answered with error ${status}` },
      lang,
    )
  return code
}
