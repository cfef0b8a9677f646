import { said } from './said.ts'

/** Sentences of the refusals of filing and tracking. */
export const refusalsFiling = {
  'already-filed': said(409, {
    vi: [
      'Tờ khai này đã nộp',
      'Hồ sơ đã có mã {code}. Ông/bà mở hồ sơ đó để theo dõi, không cần nộp lại.',
    ],
    en: [
      'This declaration was already filed',
      'The dossier has the code {code}. Open it to follow it; there is no need to file again.',
    ],
  }),
  'key-reused': said(409, {
    vi: [
      'Yêu cầu này trùng với một yêu cầu khác',
      'Khóa chống gửi trùng đã dùng cho việc khác nên chúng tôi không thực hiện. Ông/bà mở lại trang rồi gửi lại.',
    ],
    en: [
      'This request repeats another one',
      'The idempotency key was used for something else, so nothing was done. Open the page again and resend.',
    ],
  }),
  'dossier-unknown': said(404, {
    vi: [
      'Không tìm thấy hồ sơ',
      'Không có hồ sơ với số này. Ông/bà xem lại số trên giấy hẹn hoặc tin nhắn, hoặc gọi 1900 1009.',
    ],
    en: [
      'No such dossier',
      'There is no dossier with this number. Check it on the receipt or in the message, or call 1900 1009.',
    ],
  }),
  'lookup-unreadable': said(422, {
    vi: [
      'Số này chưa đúng dạng',
      'Mã tra cứu có 10 chữ số; mã hồ sơ có dạng 000.00.00.H26-160812-0042. Ông/bà gõ lại theo giấy hẹn.',
    ],
    en: [
      'This number has the wrong form',
      'A look-up number has 10 digits; a dossier code looks like 000.00.00.H26-160812-0042. Type it as on the receipt.',
    ],
  }),
  'lookup-check-digit': said(422, {
    vi: [
      'Có một chữ số gõ nhầm',
      'Mã tra cứu này không khớp chữ số kiểm tra. Ông/bà xem lại từng chữ số rồi gõ lại.',
    ],
    en: [
      'One digit is wrong',
      'This look-up number does not match its check digit. Compare each digit and type it again.',
    ],
  }),
  'codes-exhausted': said(503, {
    vi: [
      'Nơi tiếp nhận đã hết số trong ngày',
      'Mỗi ngày một nơi cấp tối đa 9.999 mã hồ sơ. Tờ khai vẫn được giữ. Ông/bà nộp lại vào ngày mai hoặc gọi 1900 1009.',
    ],
    en: [
      'The agency has no numbers left today',
      'An agency gives at most 9,999 codes a day. Your declaration is kept. File it tomorrow or call 1900 1009.',
    ],
  }),
  'phone-not-confirmed': said(422, {
    vi: [
      'Số điện thoại chưa được xác nhận',
      'Phường nhắn tin về số này nên cần xác nhận trước khi nộp. Ông/bà nhập mã vừa nhận.',
    ],
    en: [
      'The phone is not confirmed yet',
      'The ward sends messages to this phone, so it must be confirmed before filing. Enter the code you received.',
    ],
  }),
  'law-changed': said(409, {
    vi: [
      'Quy định đã thay đổi từ khi ông/bà bắt đầu khai',
      'Tờ khai được kiểm tra lại theo quy định đang có hiệu lực. Không câu trả lời nào bị mất. Ông/bà xem chỗ thay đổi rồi xác nhận.',
    ],
    en: [
      'The law has changed since you began',
      'The declaration is checked again under the law in force. No answer is lost. See what changed, then confirm.',
    ],
  }),
  'declaration-incomplete': said(422, {
    vi: [
      'Tờ khai còn chỗ cần sửa',
      'Một số chỗ còn thiếu hoặc chưa đúng. Ông/bà sửa các chỗ được nêu rồi nộp lại.',
    ],
    en: [
      'The declaration needs correcting',
      'Some answers are missing or wrong. Correct those listed and file again.',
    ],
  }),
  'law-refuses': said(422, {
    vi: [
      'Thủ tục này không giải quyết được trường hợp của ông/bà',
      'Quy định không cho đăng ký theo thủ tục này. Ông/bà xem lý do và thủ tục cần làm được nêu kèm theo.',
    ],
    en: [
      'This procedure cannot settle your case',
      'The law does not allow registration by this procedure. See the reason and which procedure to use.',
    ],
  }),
  'agency-not-chosen': said(422, {
    vi: ['Chưa chọn nơi nộp', 'Có nhiều nơi có thẩm quyền. Ông/bà chọn một nơi rồi nộp.'],
    en: ['No agency was chosen', 'Several agencies are competent. Choose one, then file.'],
  }),
  'wrong-agency': said(422, {
    vi: [
      'Nơi đã chọn không có thẩm quyền',
      'Theo nơi cư trú đã khai, hồ sơ thuộc nơi khác. Ông/bà chọn nơi được nêu; tờ khai được chuyển sang đó, không phải khai lại.',
    ],
    en: [
      'The chosen agency is not competent',
      'By the residence declared, another agency is competent. Choose it; the declaration moves there and need not be filled in again.',
    ],
  }),
  'file-bytes-missing': said(503, {
    vi: [
      'Một tệp chưa lưu được trọn vẹn',
      'Chúng tôi không đọc lại được một tệp đã tải lên nên chưa nhận hồ sơ. Ông/bà tải lại tệp đó rồi nộp.',
    ],
    en: [
      'A file was not stored whole',
      'One uploaded file cannot be read back, so the dossier was not taken. Upload that file again, then file.',
    ],
  }),
  'procedure-not-in-force': said(409, {
    vi: [
      'Thủ tục này không còn áp dụng',
      'Thủ tục đã hết hiệu lực hoặc chưa có hiệu lực. Ông/bà tìm thủ tục đang áp dụng.',
    ],
    en: ['This procedure is not in force', 'It has ended or not begun. Look for the one in force.'],
  }),
  'procedure-unknown': said(404, {
    vi: ['Không tìm thấy thủ tục', 'Không có thủ tục này. Ông/bà tìm lại theo tên.'],
    en: ['No such procedure', 'There is no such procedure. Search by its name.'],
  }),
  'procedure-without-steps': said(500, {
    vi: [
      'Thủ tục chưa có quy trình',
      'Thủ tục được công bố thiếu bước xử lý. Ông/bà báo quản trị hệ thống.',
    ],
    en: ['The procedure has no steps', 'It was published without steps. Tell the administrator.'],
  }),
} as const
