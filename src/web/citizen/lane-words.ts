import type { Lang } from '../words/index.ts'

/** `office`: "Phường", as a sentence begins; `partner`: the agency's name. */
const vi = {
  ministry: 'Hệ thống hộ tịch điện tử, Bộ Tư pháp',
  state: {
    toCome: 'Chưa đến bước này',
    onPaper: 'Gửi bằng văn bản',
    notSent: 'Đang gửi',
    sent: 'Đã gửi, chờ nhận',
    received: 'Đang làm',
    processing: 'Đang làm',
    supplementRequested: (office: string) => `${office} đang bổ sung`,
    cancelling: 'Đang hủy',
    done: 'Đã xong',
    refused: 'Từ chối',
    cancelled: 'Đã hủy',
  },
  step: {
    sent: (office: string) => `${office} đã chuyển hồ sơ`,
    received: 'Đã nhận hồ sơ',
    asked: (office: string) => `Yêu cầu ${lower(office)} hoàn thiện hồ sơ`,
    answered: (office: string) => `${office} đã bổ sung`,
    delayed: 'Hẹn lại ngày xong',
    done: (office: string) => `Đã chuyển kết quả về ${lower(office)}`,
    refused: 'Không giải quyết được',
    cancelled: 'Đã hủy yêu cầu',
  },
  coming: {
    send: (office: string) => `${office} chuyển hồ sơ`,
    receive: 'Tiếp nhận hồ sơ',
    work: 'Đang giải quyết',
    workNext: 'Giải quyết',
    back: (office: string) => `Chuyển kết quả về ${lower(office)}`,
  },
  due: (day: string) => `Hạn ${day}`,
  unsent: (office: string, partner: string) =>
    `Chưa gửi được sang ${partner}, hệ thống đang gửi lại. ${office} vẫn làm tiếp phần việc của mình.`,
  stopped: (office: string, partner: string) =>
    `Chưa gửi được sang ${partner}. Cán bộ ${lower(office)} đang xem và sẽ gửi lại.`,
  onPaper: (office: string) =>
    `Địa chỉ ngoài thành phố: ${lower(office)} gửi văn bản cho nơi đó. Hỏi: 1900 1009.`,
  refusedTodo:
    'Ông/bà gọi 1900 1009 hoặc đến Bộ phận Một cửa để được hướng dẫn nộp riêng phần việc này.',
  reason: 'Lý do:',
  group: {
    one: (partner: string) => `${partner} đang làm`,
    many: (count: number) => `${inWords(count)} cơ quan đang làm cùng lúc`,
    done: 'Các cơ quan đã làm xong',
    doneOne: (partner: string) => `${partner} đã làm xong`,
    later: (partners: string) => `${partners} làm tiếp`,
    meta: (office: string, when: string) => `${office} chuyển hồ sơ lúc ${when}`,
    toCome: (office: string) => `${office} tự chuyển hồ sơ; ông/bà không phải đi nơi khác`,
  },
  collect: (results: string, office: string) => `Nhận ${results} tại ${lower(office)}`,
  collectMeta: 'Chúng tôi nhắn tin khi có đủ',
  and: 'và',
  awaitingNumber: 'Chờ cấp số định danh',
  awaitingNumberLead:
    'Hệ thống của Bộ Tư pháp chưa cấp số định danh cho trẻ. Hồ sơ vẫn được làm tiếp; số sẽ được ghi khi có.',
  results: 'Kết quả các cơ quan gửi về',
}

export type LaneWords = typeof vi

const en: LaneWords = {
  ministry: 'Electronic civil-status system, Ministry of Justice',
  state: {
    toCome: 'Not yet',
    onPaper: 'Sent on paper',
    notSent: 'Being sent',
    sent: 'Sent, not received yet',
    received: 'In progress',
    processing: 'In progress',
    supplementRequested: (office) => `${office} is completing it`,
    cancelling: 'Being cancelled',
    done: 'Done',
    refused: 'Refused',
    cancelled: 'Cancelled',
  },
  step: {
    sent: (office) => `${office} sent it`,
    received: 'Received',
    asked: (office) => `Asked ${lower(office)} to complete it`,
    answered: (office) => `${office} completed it`,
    delayed: 'New date given',
    done: (office) => `Result sent back to ${lower(office)}`,
    refused: 'Could not be done',
    cancelled: 'Request cancelled',
  },
  coming: {
    send: (office) => `${office} sends it`,
    receive: 'Receipt',
    work: 'In progress',
    workNext: 'Work',
    back: (office) => `Result goes back to ${lower(office)}`,
  },
  due: (day) => `Due ${day}`,
  unsent: (office, partner) =>
    `It could not be sent to ${partner} yet; we keep trying. ${office} goes on with its own part.`,
  stopped: (office, partner) =>
    `It could not be sent to ${partner}. An officer of ${lower(office)} looks into it and sends it again.`,
  onPaper: (office) =>
    `The address is outside the city: ${lower(office)} writes to that place. Ask: 1900 1009.`,
  refusedTodo: 'Call 1900 1009 or ask at the one-stop desk how to file this part on its own.',
  reason: 'Reason:',
  group: {
    one: (partner) => `${partner} is doing its part`,
    many: (count) => `${count} agencies are working at the same time`,
    done: 'The agencies have finished',
    doneOne: (partner) => `${partner} has finished`,
    later: (partners) => `${partners}: their part follows`,
    meta: (office, when) => `${office} sent it at ${when}`,
    toCome: (office) => `${office} passes it on; you need not go anywhere else`,
  },
  collect: (results, office) => `Collect ${results} at ${lower(office)}`,
  collectMeta: 'We send a message when all is there',
  and: 'and',
  awaitingNumber: 'Waiting for the personal number',
  awaitingNumberLead:
    'The Ministry’s system has not given the child’s number yet. The dossier goes on; the number is added when it comes.',
  results: 'What the agencies sent back',
}

export function laneWords(lang: Lang): LaneWords {
  return lang === 'en' ? en : vi
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

const numbers = ['Không', 'Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy']

function inWords(count: number): string {
  return numbers[count] ?? String(count)
}
