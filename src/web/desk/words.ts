import type { Text } from '../../modules/forms/index.ts'
import type { Channel, DossierNote, FieldMark, Queue, State } from '../../modules/dossiers/index.ts'
import type { IconName } from '../ui/icons.tsx'
import { say, type Lang } from '../words/index.ts'

/** What the desk calls its queues, states and channels: one word for one thing. */
const queueTexts: Readonly<Record<Queue, Text>> = {
  todo: { vi: 'Cần xử lý', en: 'To do' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  today: { vi: 'Hết hạn hôm nay', en: 'Due today' },
  soon: { vi: 'Sắp quá hạn', en: 'Due soon' },
  attention: { vi: 'Chờ lãnh đạo', en: 'For the head' },
  unassigned: { vi: 'Chưa phân công', en: 'Unassigned' },
  asked: { vi: 'Cơ quan khác hỏi', en: 'Asked by an agency' },
  filed: { vi: 'Chờ tiếp nhận', en: 'Waiting to be received' },
  processing: { vi: 'Thẩm tra, xác minh', en: 'Checking' },
  signing: { vi: 'Chờ ký', en: 'Waiting for signature' },
  supplementing: { vi: 'Chờ bổ sung', en: 'Waiting for supplement' },
  previewing: { vi: 'Chờ xác nhận bản xem trước', en: 'Waiting for preview to be confirmed' },
  interlinking: { vi: 'Liên thông', en: 'With other agencies' },
  signed: { vi: 'Chờ trả kết quả', en: 'Waiting to be handed over' },
  uncollected: { vi: 'Chưa đến nhận', en: 'Not collected' },
  toCall: { vi: 'Cần gọi', en: 'To be called' },
}

export function queueName(queue: Queue, lang: Lang = 'vi'): string {
  return say(queueTexts[queue], lang)
}

export const queueGroups: readonly { title: Text; queues: readonly Queue[] }[] = [
  {
    title: { vi: 'Việc của tôi', en: 'My work' },
    queues: ['todo', 'overdue', 'today', 'soon', 'attention', 'unassigned'],
  },
  {
    title: { vi: 'Theo bước', en: 'By step' },
    queues: [
      'filed',
      'processing',
      'signing',
      'supplementing',
      'previewing',
      'interlinking',
      'asked',
      'signed',
    ],
  },
  {
    title: { vi: 'Liên hệ người dân', en: 'Reaching people' },
    queues: ['uncollected', 'toCall'],
  },
]

const stateTexts: Readonly<Record<State, Text>> = {
  filed: { vi: 'Tiếp nhận', en: 'To receive' },
  completing: { vi: 'Bổ sung', en: 'Supplement' },
  declined: { vi: 'Từ chối tiếp nhận', en: 'Declined' },
  processing: { vi: 'Đang giải quyết', en: 'Being processed' },
  supplementing: { vi: 'Bổ sung', en: 'Supplement' },
  previewing: { vi: 'Xem trước', en: 'Preview' },
  signing: { vi: 'Chờ ký', en: 'To sign' },
  refusing: { vi: 'Chờ ký từ chối', en: 'Refusal to sign' },
  signed: { vi: 'Trả kết quả', en: 'To hand over' },
  interlinking: { vi: 'Đang liên thông', en: 'With other agencies' },
  handed_over: { vi: 'Đã trả kết quả', en: 'Handed over' },
  refused: { vi: 'Từ chối giải quyết', en: 'Refused' },
  withdrawn: { vi: 'Người nộp rút hồ sơ', en: 'Withdrawn by submitter' },
  lapsed: { vi: 'Đã gạch sổ', en: 'Entry crossed out' },
}

export function stateName(state: State, lang: Lang = 'vi'): string {
  return say(stateTexts[state], lang)
}

export const channels: Readonly<Record<Channel, { name: string; en: string; icon: IconName }>> = {
  online: { name: 'Qua mạng', en: 'Online', icon: 'globe' },
  counter: { name: 'Tại quầy', en: 'At counter', icon: 'hall' },
  assisted: { name: 'Nộp hộ', en: 'Assisted', icon: 'people' },
  post: { name: 'Qua bưu điện', en: 'By post', icon: 'message' },
  interlink: { name: 'Liên thông', en: 'Interlinked', icon: 'share' },
}

export function channelName(channel: Channel, lang: Lang = 'vi'): string {
  const { name, en } = channels[channel]
  return say({ vi: name, en }, lang)
}

type Closing = { value: NonNullable<FieldMark['closedAs']>; name: string; en: string }

/** How a difference between papers is closed. */
export const closings: readonly Closing[] = [
  { value: 'declaration-wrong', name: 'Khai nhầm', en: 'Declared by mistake' },
  { value: 'birth-notice-wrong', name: 'Giấy chứng sinh sai', en: 'Birth notice wrong' },
  { value: 'other-paper-wrong', name: 'Giấy tờ khác sai', en: 'Another paper wrong' },
]

export function closingName(closedAs: FieldMark['closedAs'], lang: Lang = 'vi'): string {
  const found = closings.find(({ value }) => value === closedAs)
  return say({ vi: found?.name ?? 'Chưa kết luận', en: found?.en ?? 'Not concluded yet' }, lang)
}

const noteNames: Readonly<Record<string, Text>> = {
  proposal: { vi: 'Ý kiến trình', en: 'Remark of the proposal' },
  step: { vi: 'Ý kiến của bước', en: 'Remark of the step' },
  'sent-back': { vi: 'Lý do trả lại', en: 'Reason for sending back' },
  'preview-disputed': { vi: 'Người nộp báo chỗ sai', en: 'Mistake reported by submitter' },
  preview: { vi: 'Cách xác nhận bản xem trước', en: 'How the preview was confirmed' },
  decline: { vi: 'Lý do từ chối tiếp nhận', en: 'Reason for declining' },
  'refusal-proposed': { vi: 'Lý do đề nghị từ chối', en: 'Proposed reason for refusing' },
  refuse: { vi: 'Lý do từ chối giải quyết', en: 'Reason for refusing' },
  withdrawal: { vi: 'Lý do rút hồ sơ', en: 'Reason for withdrawing' },
  inquiry: { vi: 'Hỏi xác minh', en: 'Inquiry' },
  'inquiry-answer': { vi: 'Trả lời xác minh', en: 'Answer of an inquiry' },
  call: { vi: 'Báo người nộp không có điện thoại', en: 'Reached without a phone' },
  'supplement-again': {
    vi: 'Vì sao yêu cầu bổ sung lần nữa',
    en: 'Why a second supplement request',
  },
  'supplement-asking': { vi: 'Xin ý kiến yêu cầu bổ sung lần nữa', en: 'Asks to request again' },
  'supplement-turned-down': {
    vi: 'Lãnh đạo không đồng ý yêu cầu bổ sung lần nữa',
    en: 'Supervisor turned the second request down',
  },
  'crossed-out': { vi: 'Lý do gạch sổ', en: 'Reason for crossing out' },
  'certificate-replaced': { vi: 'Lý do lập lại bản chính', en: 'Why the original was made anew' },
  'entry-corrected': { vi: 'Lý do cải chính', en: 'Reason for the correction' },
  'entry-annulled': { vi: 'Lý do hủy', en: 'Reason for the annulment' },
  collector: { vi: 'Người đến nhận', en: 'Collected by' },
  'due-moved': { vi: 'Lý do hẹn lại', en: 'Reason for the new due date' },
}

/** Undefined for what is not shown among remarks (the child's number). */
export function noteName(note: Pick<DossierNote, 'kind'>, lang: Lang = 'vi'): string | undefined {
  const name = noteNames[note.kind]
  return name && say(name, lang)
}

const flashTexts: Readonly<Record<string, Text>> = {
  trinh: {
    vi: 'Đã trình. Người nộp được báo để xác nhận bản xem trước.',
    en: 'Proposed. The submitter is told to confirm the preview.',
  },
  'trinh-ky': { vi: 'Đã trình ký.', en: 'Proposed for signature.' },
  buoc: { vi: 'Đã xong bước này.', en: 'This step is done.' },
  'xac-nhan': {
    vi: 'Đã ghi nhận xác nhận. Hồ sơ chuyển sang chờ ký.',
    en: 'Confirmation noted. The dossier now waits for a signature.',
  },
  'bo-sung': { vi: 'Đã gửi yêu cầu bổ sung.', en: 'Supplement requested.' },
  'tra-loi-co-quan': {
    vi: 'Đã gửi trả lời. Cơ quan nhận được ngay khi đường truyền cho phép.',
    en: 'Answer sent. The agency gets it as soon as the line allows.',
  },
  'moi-nguoi-dan': {
    vi: 'Đã nhắn người dân đến phường.',
    en: 'The citizen is told to come.',
  },
  'tu-choi': { vi: 'Đã từ chối tiếp nhận.', en: 'Declined.' },
  'de-nghi-tu-choi': {
    vi: 'Đã trình người ký. Người nộp chưa nhận được gì cho đến khi lãnh đạo ký từ chối.',
    en: 'Sent to the signer. The submitter is told nothing before the refusal is signed.',
  },
  'tu-choi-giai-quyet': { vi: 'Đã từ chối giải quyết.', en: 'Refused.' },
  'niem-yet': { vi: 'Đã ghi niêm yết.', en: 'Notice recorded.' },
  'da-goi': { vi: 'Đã ghi: người nộp đã được báo.', en: 'Noted: the submitter was reached.' },
  'xin-bo-sung': {
    vi: 'Đã trình lãnh đạo. Yêu cầu gửi đi khi lãnh đạo đồng ý.',
    en: 'Sent to the supervisor. The request goes out when it is approved.',
  },
  'khong-bo-sung': {
    vi: 'Đã báo cán bộ: không yêu cầu bổ sung lần nữa.',
    en: 'The officer is told: no second request.',
  },
  'tra-lai': { vi: 'Đã trả lại người trình.', en: 'Sent back to who proposed it.' },
  chuyen: { vi: 'Đã chuyển người xử lý.', en: 'Handler changed.' },
  'doi-chieu': { vi: 'Đã lưu đối chiếu.', en: 'Comparison saved.' },
  'dung-nhan-tin': {
    vi: 'Đã dừng nhắn tin cho gia đình.',
    en: 'Messages to the family are stopped.',
  },
  'khong-trung-nguoi': {
    vi: 'Đã ghi nhận: không phải cùng một người.',
    en: 'Noted: not the same person.',
  },
  'cung-nguoi': {
    vi: 'Đã ghi nhận: là cùng một người. Việc đăng ký sẽ ghi tiếp vào người này.',
    en: 'Noted: the same person. The registration will join this person.',
  },
  'khong-trung': { vi: 'Đã ghi nhận: không trùng.', en: 'Noted: not a duplicate.' },
  'tra-ket-qua': {
    vi: 'Đã trả kết quả và ghi Sổ hộ tịch.',
    en: 'Handed over and entered in the register book.',
  },
  'ky-so': {
    vi: 'Đã ghi Sổ hộ tịch và trao bản chính. Hồ sơ chờ kết quả của các cơ quan khác.',
    en: 'Registered, the original given. The dossier waits for the other agencies.',
  },
  'lap-lai': {
    vi: 'Đã lập lại bản chính. In lên phôi khác, ký và đóng dấu.',
    en: 'The original is made anew. Print it on another blank, sign and seal it.',
  },
  'so-giay': { vi: 'Đã lưu dòng sổ giấy.', en: 'The line is saved.' },
  'ban-sao': { vi: 'Đã cấp bản sao. Bản điện tử có sau vài giây.', en: 'Copies given.' },
  'de-nghi': { vi: 'Đã trình lãnh đạo ký.', en: 'Sent to the head for signature.' },
  'ghi-chu': { vi: 'Đã ghi chú vào Sổ.', en: 'Noted beside the entry.' },
  'ky-so-ho-tich': { vi: 'Đã ký. Sổ hộ tịch đã có ghi chú.', en: 'Signed and noted in the book.' },
  'tra-de-nghi': { vi: 'Đã trả lại đề nghị.', en: 'Amendment returned.' },
  'trang-so': { vi: 'Đã ghi lý do của trang.', en: 'The page is explained.' },
  'khoa-so': {
    vi: 'Đã khóa sổ. In biên bản, ký và đóng dấu vào cuối sổ giấy.',
    en: 'Book closed. Print the minutes, sign and seal them at the end of the paper book.',
  },
  'da-tra': { vi: 'Đã trả kết quả.', en: 'Handed over.' },
  'gach-so': { vi: 'Đã gạch sổ.', en: 'Entry crossed out.' },
  'hen-lai': {
    vi: 'Đã hẹn lại ngày trả. Người nộp được báo ngày mới.',
    en: 'Due date moved. The submitter is told the new day.',
  },
}

/** Said once after an act; the key travels in the address as `vua`. Undefined for no such key. */
export function flashText(key: string, lang: Lang = 'vi'): string | undefined {
  return Object.hasOwn(flashTexts, key) ? say(flashTexts[key]!, lang) : undefined
}

/** `1 dossier`, `2 dossiers`: Vietnamese needs no such thing. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
