import type { Channel, DossierNote, FieldMark, Queue, State } from '../../modules/dossiers/index.ts'
import type { IconName } from '../ui/icons.tsx'

/** What the desk calls its queues, states and channels: one word for one thing. */
export const queueNames: Readonly<Record<Queue, string>> = {
  todo: 'Cần xử lý',
  overdue: 'Quá hạn',
  today: 'Hết hạn hôm nay',
  filed: 'Chờ tiếp nhận',
  processing: 'Thẩm tra, xác minh',
  signing: 'Chờ ký',
  supplementing: 'Chờ bổ sung',
  previewing: 'Chờ xác nhận bản xem trước',
  signed: 'Chờ trả kết quả',
}

export const queueGroups: readonly { title: string; queues: readonly Queue[] }[] = [
  { title: 'Việc của tôi', queues: ['todo', 'overdue', 'today'] },
  {
    title: 'Theo bước',
    queues: ['filed', 'processing', 'signing', 'supplementing', 'previewing', 'signed'],
  },
]

export const stateNames: Readonly<Record<State, string>> = {
  filed: 'Tiếp nhận',
  completing: 'Bổ sung',
  declined: 'Từ chối tiếp nhận',
  processing: 'Đang giải quyết',
  supplementing: 'Bổ sung',
  previewing: 'Xem trước',
  signing: 'Chờ ký',
  signed: 'Trả kết quả',
  handed_over: 'Đã trả kết quả',
  refused: 'Từ chối giải quyết',
  withdrawn: 'Người nộp rút hồ sơ',
  lapsed: 'Đã gạch sổ',
}

export const channels: Readonly<Record<Channel, { name: string; icon: IconName }>> = {
  online: { name: 'Qua mạng', icon: 'globe' },
  counter: { name: 'Tại quầy', icon: 'hall' },
  assisted: { name: 'Nộp hộ', icon: 'people' },
  post: { name: 'Qua bưu điện', icon: 'message' },
}

/** How a difference between papers is closed. */
export const closings: readonly { value: NonNullable<FieldMark['closedAs']>; name: string }[] = [
  { value: 'declaration-wrong', name: 'Khai nhầm' },
  { value: 'birth-notice-wrong', name: 'Giấy chứng sinh sai' },
  { value: 'other-paper-wrong', name: 'Giấy tờ khác sai' },
]

export function closingName(closedAs: FieldMark['closedAs']): string {
  return closings.find(({ value }) => value === closedAs)?.name ?? 'Chưa kết luận'
}

const noteNames: Readonly<Record<string, string>> = {
  proposal: 'Ý kiến trình',
  step: 'Ý kiến của bước',
  'sent-back': 'Lý do trả lại',
  'preview-disputed': 'Người nộp báo chỗ sai',
  preview: 'Cách xác nhận bản xem trước',
  decline: 'Lý do từ chối tiếp nhận',
  refuse: 'Lý do từ chối giải quyết',
  'crossed-out': 'Lý do gạch sổ',
  collector: 'Người đến nhận',
  'due-moved': 'Lý do hẹn lại',
}

/** Undefined for what is not shown among remarks (the child's number). */
export function noteName(note: Pick<DossierNote, 'kind'>): string | undefined {
  return noteNames[note.kind]
}

/** Said once after an act; the key travels in the address as `vua`. */
export const flashes: Readonly<Record<string, string>> = {
  trinh: 'Đã trình. Người nộp được báo để xác nhận bản xem trước.',
  'trinh-ky': 'Đã trình ký.',
  buoc: 'Đã xong bước này.',
  'xac-nhan': 'Đã ghi nhận xác nhận. Hồ sơ chuyển sang chờ ký.',
  'bo-sung': 'Đã gửi yêu cầu bổ sung.',
  'tu-choi': 'Đã từ chối tiếp nhận.',
  'tu-choi-giai-quyet': 'Đã từ chối giải quyết.',
  'tra-lai': 'Đã trả lại người trình.',
  chuyen: 'Đã chuyển người xử lý.',
  'doi-chieu': 'Đã lưu đối chiếu.',
  'khong-trung': 'Đã ghi nhận: không trùng.',
  'tra-ket-qua': 'Đã trả kết quả và ghi Sổ hộ tịch.',
  'da-tra': 'Đã trả kết quả.',
  'gach-so': 'Đã gạch sổ.',
  'hen-lai': 'Đã hẹn lại ngày trả. Người nộp được báo ngày mới.',
}
