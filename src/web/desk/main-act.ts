import type { Action } from '../../modules/dossiers/index.ts'
import type { IconName } from '../ui/icons.tsx'

/** What F8 does in each state: the act, its address under the dossier's, its words. */
export type MainAct = {
  action: Action
  tail: string
  text: string
  icon: IconName
  /** Opens a page of its own instead of acting at once. */
  isPage?: true
}

const mainActs: readonly MainAct[] = [
  { action: 'receive', tail: 'tiep-nhan', text: 'Tiếp nhận, in giấy hẹn', icon: 'check' },
  { action: 'sign', tail: 'ky', text: 'Ký', icon: 'pencil' },
  { action: 'propose', tail: 'trinh', text: 'Trình ký', icon: 'check' },
  { action: 'completeStep', tail: 'xong-buoc', text: 'Xong bước này', icon: 'check' },
  {
    action: 'confirmPreview',
    tail: 'xac-nhan-thay',
    text: 'Người nộp đã xác nhận',
    icon: 'check',
  },
  {
    action: 'handOver',
    tail: 'tra-ket-qua',
    text: 'Trả kết quả',
    icon: 'people',
    isPage: true,
  },
]

export function mainActOf(acts: readonly Action[]): MainAct | undefined {
  return mainActs.find(({ action }) => acts.includes(action))
}

/** The other acts, each with a page of its own. */
export type OtherAct = {
  action: Action
  tail: string
  text: string
  icon: IconName
  key?: string
  isDanger?: true
}

export const otherActs: readonly OtherAct[] = [
  {
    action: 'requestSupplement',
    tail: 'bo-sung',
    text: 'Yêu cầu bổ sung',
    icon: 'message',
    key: 'F9',
  },
  { action: 'sendBack', tail: 'tra-lai', text: 'Trả lại người trình', icon: 'back', key: 'F9' },
  {
    action: 'decline',
    tail: 'tu-choi',
    text: 'Từ chối tiếp nhận',
    icon: 'cross',
    isDanger: true,
  },
  {
    action: 'refuse',
    tail: 'tu-choi-giai-quyet',
    text: 'Từ chối giải quyết',
    icon: 'cross',
    isDanger: true,
  },
  { action: 'crossOut', tail: 'gach-so', text: 'Gạch sổ', icon: 'cross', isDanger: true },
]
