import { said } from './said.ts'

/** Sentences of the refusals of units, agencies, due dates and procedures. */
export const refusalsCity = {
  'unit-not-on-day': said(422, {
    vi: [
      'Không có đơn vị hành chính này',
      'Vào ngày đã chọn không có đơn vị này; đơn vị có thể đã được sắp xếp lại. Ông/bà tìm lại theo tên hiện nay.',
    ],
    en: [
      'There is no such unit',
      'On that day there is no such unit; it may have been reorganised. Search again by its present name.',
    ],
  }),
  'agency-not-online': said(409, {
    vi: [
      'Nơi này chưa nhận hồ sơ qua mạng',
      '{agency} chưa nhận hồ sơ này qua mạng. Tờ khai vẫn được giữ. Ông/bà nộp tại quầy của {agency}.',
    ],
    en: [
      'This agency does not take it online yet',
      '{agency} does not yet take this online. Your declaration is kept. Please file at its counter.',
    ],
  }),
  'agency-unknown': said(404, {
    vi: [
      'Không tìm thấy cơ quan này',
      'Mã cơ quan có thể đã gõ sai. Ông/bà chọn lại trong danh sách.',
    ],
    en: ['This agency was not found', 'Its id may be mistyped. Choose it from the list again.'],
  }),
  'official-code-malformed': said(422, {
    vi: [
      'Mã định danh chưa đúng dạng',
      'Mã có dạng 000.00.00.H26 hoặc H26.01.02. Ông/bà sửa lại mã.',
    ],
    en: [
      'The official code has the wrong shape',
      'It looks like 000.00.00.H26 or H26.01.02. Correct it.',
    ],
  }),
  'official-code-taken': said(409, {
    vi: [
      'Mã này đang thuộc cơ quan khác',
      'Mỗi ngày một mã chỉ thuộc một cơ quan. Ông/bà kiểm tra lại, hoặc đổi mã của cơ quan kia trước.',
    ],
    en: [
      'Another agency has this code',
      'A code belongs to one agency on a day. Check it, or change the other one first.',
    ],
  }),
  'desk-hours-malformed': said(422, {
    vi: [
      'Giờ mở quầy chưa hợp lệ',
      'Mỗi khoảng cần ngày trong tuần, giờ mở trước giờ đóng. Ông/bà sửa lại giờ.',
    ],
    en: [
      'The desk hours are not valid',
      'Each span needs a weekday and an opening before its closing. Correct the hours.',
    ],
  }),
  'holder-circle': said(409, {
    vi: [
      'Không thể giao hồ sơ vòng lại',
      'Cơ quan nhận đang để cơ quan này giữ hồ sơ. Ông/bà chọn cơ quan khác.',
    ],
    en: [
      'Dossiers cannot be handed back in a circle',
      'This agency already holds the other’s. Choose another agency.',
    ],
  }),
  'due-date-already-moved': said(409, {
    vi: [
      'Hồ sơ này đã được hẹn lại một lần',
      'Quy định chỉ cho hẹn lại một lần. Ông/bà trả kết quả theo ngày đã hẹn.',
    ],
    en: ['The due date was already moved once', 'The law allows it once. Keep the date given.'],
  }),
  'due-date-without-reason': said(422, {
    vi: ['Chưa có lý do hẹn lại', 'Phiếu xin lỗi phải ghi lý do. Ông/bà nhập lý do.'],
    en: ['No reason is given', 'The apology must state one. Enter the reason.'],
  }),
  'due-date-in-past': said(422, {
    vi: ['Thời điểm hẹn lại đã qua', 'Ngày hẹn phải ở sau lúc này. Ông/bà chọn ngày khác.'],
    en: ['The new time has passed', 'It must lie ahead. Choose another day.'],
  }),
  'due-date-not-later': said(422, {
    vi: [
      'Ngày hẹn lại không muộn hơn hạn trả',
      'Hẹn lại là để thêm thời gian. Ông/bà chọn ngày muộn hơn.',
    ],
    en: ['The new date is not later', 'Moving is meant to add time. Choose a later day.'],
  }),
  'due-date-outside-desk-hours': said(422, {
    vi: [
      'Lúc hẹn lại bộ phận Một cửa không mở',
      'Hạn trả phải trong giờ tiếp nhận của ngày làm việc. Ông/bà chọn giờ khác.',
    ],
    en: [
      'The desk is closed then',
      'A due time must fall in reception hours of a working day. Choose another time.',
    ],
  }),
  'procedure-invalid': said(422, {
    vi: [
      'Định nghĩa thủ tục chưa hợp lệ',
      'Định nghĩa có chỗ sai được liệt kê kèm theo. Người soạn sửa từng chỗ rồi công bố lại.',
    ],
    en: ['The definition is not valid', 'Its mistakes are listed. Correct each and publish again.'],
  }),
  'procedure-revision-taken': said(409, {
    vi: [
      'Bản này đã công bố với nội dung khác',
      'Bản đã công bố không sửa được. Người soạn lập bản mới.',
    ],
    en: [
      'This revision was published with other content',
      'A published revision never changes. Make a new one.',
    ],
  }),
  'procedure-revision-not-next': said(409, {
    vi: [
      'Số bản không liền sau bản trước',
      'Mỗi lần đổi luật là một bản mới, số tăng một. Người soạn sửa số bản.',
    ],
    en: [
      'The revision number is not the next',
      'Each change of law is a new revision, one higher. Correct the number.',
    ],
  }),
  'procedure-interval-overlaps': said(409, {
    vi: [
      'Thời gian hiệu lực chồng lên bản khác',
      'Một ngày chỉ có một bản có hiệu lực. Người soạn sửa ngày.',
    ],
    en: [
      'The validity overlaps another revision',
      'One revision is in force on a day. Correct the days.',
    ],
  }),
  'procedure-slug-taken': said(409, {
    vi: [
      'Đường dẫn này thuộc thủ tục khác',
      'Mỗi thủ tục có đường dẫn riêng. Người soạn chọn đường dẫn khác.',
    ],
    en: [
      'This address belongs to another procedure',
      'Each procedure has its own. Choose another.',
    ],
  }),
} as const
