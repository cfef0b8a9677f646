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
    asked: (office: string) => `Yêu cầu ${lower(office)} hoàn thiện hồ\u00a0sơ`,
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
  agencies: 'Các cơ quan cùng làm',
  results: 'Kết quả các cơ quan gửi về',
  paperOf: 'Giấy kết quả (PDF)',
  undone: (partner: string, what: string) => `${partner} không giải quyết được “${what}”.`,
  completed: 'Các cơ quan đã làm xong, mời ông/bà đến nhận',
  asked: {
    sign: {
      householdHead: (office: string) => `${office} mời chủ hộ đến ký`,
      requester: (office: string) => `${office} mời ông/bà đến ký`,
    },
    bring: {
      householdHead: (office: string) => `${office} mời chủ hộ mang giấy tờ đến`,
      requester: (office: string) => `${office} mời ông/bà mang giấy tờ đến`,
    },
  },
  task: {
    title: {
      sign: { householdHead: 'Cần chữ ký của chủ hộ', requester: 'Cần chữ ký của ông/bà' },
      bring: { householdHead: 'Cần chủ hộ mang giấy tờ', requester: 'Cần mang giấy tờ đến phường' },
    },
    what: {
      sign: {
        householdHead: (paper: string) => `Chủ hộ cần ký ${paper}.`,
        requester: (paper: string) => `Ông/bà cần ký ${paper}.`,
      },
      bring: {
        householdHead: (paper: string) => `Chủ hộ cần mang bản chính ${paper}.`,
        requester: (paper: string) => `Ông/bà cần mang bản chính ${paper}.`,
      },
    },
    why: (partner: string, office: string) =>
      `${partner} yêu cầu ${lower(office)} hoàn thiện hồ sơ.`,
    come: {
      householdHead: 'Mời chủ hộ đến Bộ phận Một cửa trước',
      requester: 'Mời ông/bà đến Bộ phận Một cửa trước',
    },
    where: 'Xem địa chỉ, giờ làm việc',
  },
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
  agencies: 'Agencies that take part',
  results: 'What the agencies sent back',
  paperOf: 'Result paper (PDF)',
  undone: (partner, what) => `${partner} could not do “${what}”.`,
  completed: 'The agencies have finished; please collect everything',
  asked: {
    sign: {
      householdHead: (office) => `${office} asked the head of the household to sign`,
      requester: (office) => `${office} asked you to sign`,
    },
    bring: {
      householdHead: (office) => `${office} asked the head of the household to bring a paper`,
      requester: (office) => `${office} asked you to bring a paper`,
    },
  },
  task: {
    title: {
      sign: {
        householdHead: 'The head of the household must sign',
        requester: 'Your signature is needed',
      },
      bring: {
        householdHead: 'The head of the household must bring a paper',
        requester: 'A paper must be brought',
      },
    },
    what: {
      sign: {
        householdHead: (paper) => `The head of the household must sign: ${paper}.`,
        requester: (paper) => `You must sign: ${paper}.`,
      },
      bring: {
        householdHead: (paper) => `The head of the household must bring the original: ${paper}.`,
        requester: (paper) => `You must bring the original: ${paper}.`,
      },
    },
    why: (partner, office) => `${partner} asked ${lower(office)} to complete the dossier.`,
    come: {
      householdHead: 'The head of the household comes to the one-stop desk before',
      requester: 'Come to the one-stop desk before',
    },
    where: 'Address and opening hours',
  },
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
