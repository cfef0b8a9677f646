import type { Text } from '../../modules/forms/index.ts'
import type { SlipKind } from '../../modules/slips/index.ts'
import { say, type Lang } from './index.ts'

const names: Readonly<Record<SlipKind, Text>> = {
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with the due date' },
  supplement: { vi: 'Phiếu bổ sung, hoàn thiện hồ sơ', en: 'Supplement request slip' },
  decline: { vi: 'Phiếu từ chối tiếp nhận', en: 'Refusal slip (declined)' },
  refusal: { vi: 'Thông báo từ chối giải quyết', en: 'Notice of refusal' },
  apology: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả', en: 'Apology with a new due date' },
  control: { vi: 'Phiếu kiểm soát quá trình giải quyết', en: 'Process control slip' },
  transfer: { vi: 'Phiếu chuyển xử lý', en: 'Transfer slip to another agency' },
  extension: { vi: 'Phiếu đề nghị gia hạn', en: 'Request for an extension' },
}

/** What pages call a slip; its own title is printed on it. */
export function slipName(kind: SlipKind, lang: Lang = 'vi'): string {
  return say(names[kind], lang)
}
