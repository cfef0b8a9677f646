/**
 * A single digit typed as a reason means the sentence on that key, 1–9 and 0 for the tenth;
 * anything else is the reason. Citizens read these sentences: they are Vietnamese in both languages
 * of the desk, as are the others below.
 */
export function reasonOf(typed: string, sentences: readonly string[]): string {
  const digit = /^[0-9]$/.exec(typed.trim())?.[0]
  if (digit === undefined) return typed.trim()
  return sentences[digit === '0' ? 9 : Number(digit) - 1] ?? typed.trim()
}

export const declineReasons: readonly string[] = [
  'Không thuộc thẩm quyền của phường. Nơi có thẩm quyền: ',
  'Hồ sơ trùng với hồ sơ đã nộp trước. Mã hồ sơ trước: ',
  'Việc sinh đã được đăng ký. Số đăng ký: ',
  'Thuộc thủ tục khác. Thủ tục đúng: ',
]

export const refusalReasons: readonly string[] = [
  'Không đủ điều kiện theo quy định. Điều, khoản: ',
  'Việc này đã được đăng ký. Số đăng ký, nơi đăng ký: ',
  'Đã yêu cầu bổ sung nhưng quá thời hạn không nhận được. Yêu cầu ngày: ',
  'Giấy tờ nộp kèm không đúng sự thật. Giấy tờ: ',
]

export const callReasons: readonly string[] = [
  'Gọi điện thoại của người thân, số và tên: ',
  'Nhắn qua tổ trưởng tổ dân phố: ',
  'Báo trực tiếp tại quầy lúc: ',
]

export const sendBackReasons: readonly string[] = [
  'Thông tin trên giấy chưa khớp với giấy tờ kèm theo: ',
  'Chỗ khác giấy tờ chưa được giải thích rõ: ',
  'Cần xác minh thêm: ',
]

export const crossOutReasons: readonly string[] = [
  'Bản chính giấy tờ khác với hồ sơ đã nộp: ',
  'Người yêu cầu không đồng ý ký Sổ hộ tịch vì: ',
]
