import { legalDay, minuteOfDay } from '../../platform/plain-date.ts'

/**
 * What a message says: at most 160 characters where it fits the unmarked alphabet's single part,
 * two or three parts with marks; never a name, a personal number or free text of an officer.
 */
export type MessageParams = Readonly<Record<string, string | number | undefined>>

const help = 'Hỏi: 1900 1009.'

const templates: Readonly<Record<string, (params: MessageParams) => string>> = {
  'one-time-code': ({ code, minutes }) =>
    `Mã xác nhận Một Cửa: ${code}. Có hiệu lực ${minutes} phút. Không đọc mã này cho ai.`,
  'draft-ends-soon': ({ endsAt }) =>
    `Tờ khai ông/bà đang làm dở sẽ bị xóa sau ${when(endsAt)}. Mở lại để làm tiếp. ${help}`,
  filed: ({ code, lookupNo, receiveBy }) =>
    `Đã nộp hồ sơ ${code}, mã tra cứu ${lookupNo}. Trả lời trước ${when(receiveBy)}. ${help}`,
  received: ({ lookupNo, dueAt }) =>
    `Hồ sơ mã tra cứu ${lookupNo} đã được tiếp nhận. Hẹn trả kết quả ${when(dueAt)}. ${help}`,
  supplementRequested: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo} cần bổ sung. Mở trang tra cứu để xem rõ từng chỗ và sửa một lần. ${help}`,
  verificationAsked: ({ lookupNo, dueAt }) =>
    `Hồ sơ mã tra cứu ${lookupNo} đang được hỏi xác minh nơi khác. Hẹn trả kết quả ${when(dueAt)}. ${help}`,
  escalated: ({ lookupNo }) =>
    `Xin lỗi ông/bà: hồ sơ mã tra cứu ${lookupNo} chưa xong đúng hẹn. Lãnh đạo đã được báo và sẽ trả lời ông/bà. ${help}`,
  reminded: ({ lookupNo, lapsesOn }) =>
    lapsesOn === undefined
      ? `Kết quả hồ sơ mã tra cứu ${lookupNo} đang chờ ông/bà đến nhận tại Bộ phận Một cửa. ${help}`
      : `Kết quả hồ sơ mã tra cứu ${lookupNo} chưa có người nhận, sau ${lapsesOn} sẽ bị hủy. Mời ông/bà đến nhận. ${help}`,
  dueMoved: ({ lookupNo, dueAt }) =>
    `Xin lỗi ông/bà: hồ sơ mã tra cứu ${lookupNo} chưa xong đúng hẹn. Hẹn trả kết quả mới: ${when(dueAt)}. ${help}`,
  declined: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo} không được tiếp nhận. Mở trang tra cứu để xem lý do và việc cần làm. ${help}`,
  refused: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo} bị từ chối giải quyết. Mở trang tra cứu để xem lý do. ${help}`,
  proposed: ({ lookupNo }) =>
    `Mời ông/bà xem và xác nhận bản xem trước của hồ sơ mã tra cứu ${lookupNo} trên trang tra cứu. ${help}`,
  citizenAsked: ({ lookupNo, who, verb, paper, by }) =>
    `Hồ sơ mã tra cứu ${lookupNo}: mời ${who} đến phường ${verb} ${paper} trước ${when(by)}. ${help}`,
  legMoved: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo}: một cơ quan không giải quyết được phần việc của mình. Mở trang tra cứu để xem lý do và việc cần làm. ${help}`,
  legsCompleted: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo}: các cơ quan đã làm xong. Mời ông/bà đến Bộ phận Một cửa nhận kết quả trong giờ làm việc. ${help}`,
  signed: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo} đã có kết quả. Mời đến Bộ phận Một cửa trong giờ làm việc, mang bản chính giấy tờ. ${help}`,
  handedOver: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo} đã trả kết quả. Cảm ơn ông/bà. ${help}`,
  entryCorrected: ({ lookupNo }) =>
    `Đăng ký của hồ sơ mã tra cứu ${lookupNo} đã được cải chính. Mời mang bản chính đến Bộ phận Một cửa để ghi cải chính và nhận Trích lục. ${help}`,
  entryAnnulled: ({ lookupNo }) =>
    `Đăng ký của hồ sơ mã tra cứu ${lookupNo} đã bị hủy theo quyết định. Giấy tờ đã cấp không còn giá trị. Mở trang tra cứu để xem lý do. ${help}`,
  crossedOut: ({ lookupNo }) =>
    `Hồ sơ mã tra cứu ${lookupNo} đã bị hủy kết quả. Mở trang tra cứu để xem lý do. ${help}`,
}

export function hasTemplate(name: string): boolean {
  return name in templates
}

/** The message's text. Throws for a template that does not exist: a bug. */
export function messageText(name: string, params: MessageParams): string {
  const template = templates[name]
  if (!template) throw new Error(`no message template ${name}`)
  return template(params)
}

/** An ISO instant as "16h30 ngày 19/08". */
function when(iso: string | number | undefined): string {
  const instant = new Date(String(iso))
  const minute = minuteOfDay(instant)
  const [, month, day] = legalDay(instant).split('-')
  return `${Math.floor(minute / 60)}h${String(minute % 60).padStart(2, '0')} ngày ${day}/${month}`
}
