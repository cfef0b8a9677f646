/**
 * The ten commonest reasons for asking a supplement, on the number keys 1–9 and 0. Common to all
 * procedures until a procedure brings its own. Citizens read them: they are Vietnamese in both
 * languages of the desk, as are the others below.
 */
export const supplementReasons: readonly string[] = [
  'Ảnh mờ hoặc thiếu góc, không đọc được. Chụp lại đủ bốn góc, đủ sáng.',
  'Chưa có giấy tờ này. Tải lên ảnh hoặc tệp PDF.',
  'Khác với Giấy chứng sinh. Xem lại và sửa cho khớp, hoặc xin cấp lại Giấy chứng sinh.',
  'Khác với giấy tờ tùy thân. Xem lại và sửa cho khớp.',
  'Khác với Giấy chứng nhận kết hôn. Xem lại và sửa cho khớp.',
  'Ghi chưa đủ. Ghi đủ số nhà, đường hoặc thôn, phường hoặc xã.',
  'Thiếu mặt sau hoặc thiếu trang. Chụp đủ các mặt, các trang.',
  'Giấy tờ đã hết hạn. Tải lên giấy tờ còn hạn.',
  'Không đúng giấy tờ được yêu cầu. Tải lên đúng giấy tờ.',
  'Họ tên viết sai dấu hoặc thiếu chữ. Viết đúng như trên giấy tờ.',
]

/** A single digit typed as a reason means the sentence on that key; anything else is the reason. */
export function reasonOf(typed: string): string {
  const digit = /^[0-9]$/.exec(typed.trim())?.[0]
  if (digit === undefined) return typed.trim()
  return supplementReasons[digit === '0' ? 9 : Number(digit) - 1] ?? typed.trim()
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
