import type { Act } from '../../modules/dossiers/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import type { IconName } from '../ui/icons.tsx'

/** What F8 does in each state: the act, its address under the dossier's, its words. */
export type MainAct = {
  action: Act
  tail: string
  text: Text
  icon: IconName
  /** Opens a page of its own instead of acting at once. */
  isPage?: true
}

const mainActs: readonly MainAct[] = [
  {
    action: 'receive',
    tail: 'tiep-nhan',
    text: { vi: 'Tiếp nhận, in giấy hẹn', en: 'Receive, print the receipt' },
    icon: 'check',
  },
  { action: 'sign', tail: 'ky', text: { vi: 'Ký', en: 'Sign' }, icon: 'pencil' },
  {
    action: 'refuse',
    tail: 'tu-choi-giai-quyet',
    text: { vi: 'Ký từ chối giải quyết', en: 'Sign the refusal' },
    icon: 'pencil',
    isPage: true,
  },
  {
    action: 'approveSupplement',
    tail: 'bo-sung-lan-nua',
    text: { vi: 'Xem yêu cầu bổ sung lần nữa', en: 'See the second request' },
    icon: 'message',
    isPage: true,
  },
  {
    action: 'propose',
    tail: 'trinh',
    text: { vi: 'Trình ký', en: 'Propose for signature' },
    icon: 'check',
  },
  {
    action: 'completeStep',
    tail: 'xong-buoc',
    text: { vi: 'Xong bước này', en: 'This step is done' },
    icon: 'check',
  },
  {
    action: 'confirmPreview',
    tail: 'xac-nhan-thay',
    text: { vi: 'Người nộp đã xác nhận', en: 'The submitter has confirmed' },
    icon: 'check',
  },
  {
    action: 'register',
    tail: 'tra-ket-qua',
    text: { vi: 'Ký sổ, trao bản chính', en: 'Sign the book, give the original' },
    icon: 'people',
    isPage: true,
  },
  {
    action: 'handOver',
    tail: 'tra-ket-qua',
    text: { vi: 'Trả kết quả', en: 'Hand over' },
    icon: 'people',
    isPage: true,
  },
]

export function mainActOf(acts: readonly Act[]): MainAct | undefined {
  return mainActs.find(({ action }) => acts.includes(action))
}

/** The other acts, each with a page of its own. */
export type OtherAct = {
  action: Act
  tail: string
  text: Text
  icon: IconName
  key?: string
  isDanger?: true
}

export const otherActs: readonly OtherAct[] = [
  {
    action: 'requestSupplement',
    tail: 'bo-sung',
    text: { vi: 'Yêu cầu bổ sung', en: 'Request supplement' },
    icon: 'message',
    key: 'F9',
  },
  {
    action: 'sendBack',
    tail: 'tra-lai',
    text: { vi: 'Trả lại người trình', en: 'Send back' },
    icon: 'back',
    key: 'F9',
  },
  {
    action: 'askVerification',
    tail: 'xac-minh',
    text: { vi: 'Hỏi xác minh nơi khác', en: 'Ask another commune' },
    icon: 'message',
  },
  {
    action: 'answerVerification',
    tail: 'xac-minh',
    text: { vi: 'Ghi trả lời xác minh', en: 'Record the answer of an inquiry' },
    icon: 'paper',
  },
  {
    action: 'postNotice',
    tail: 'niem-yet',
    text: { vi: 'Niêm yết thông báo', en: 'Public notice' },
    icon: 'paper',
  },
  {
    action: 'noteCall',
    tail: 'da-goi',
    text: { vi: 'Đã gọi, đã báo', en: 'Reached without a phone' },
    icon: 'message',
  },
  {
    action: 'decline',
    tail: 'tu-choi',
    text: { vi: 'Từ chối tiếp nhận', en: 'Decline' },
    icon: 'cross',
    isDanger: true,
  },
  {
    action: 'proposeRefusal',
    tail: 'de-nghi-tu-choi',
    text: { vi: 'Đề nghị từ chối giải quyết', en: 'Propose to refuse' },
    icon: 'cross',
    isDanger: true,
  },
  {
    action: 'crossOut',
    tail: 'gach-so',
    text: { vi: 'Gạch sổ', en: 'Cross out the entry' },
    icon: 'cross',
    isDanger: true,
  },
]
