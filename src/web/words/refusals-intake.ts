import { said } from './said.ts'

/** Sentences of the refusals of drafts, codes and uploads. */
export const refusalsIntake = {
  'draft-already-filed': said(409, {
    vi: [
      'Tờ khai này đã nộp',
      'Tờ khai đã nộp thì không sửa được nữa. Ông/bà mở hồ sơ để theo dõi; cần sửa thì gọi nơi tiếp nhận.',
    ],
    en: [
      'This declaration was filed',
      'A filed declaration cannot be changed. Open the dossier to follow it; to correct something, call the agency.',
    ],
  }),
  'draft-expired': said(410, {
    vi: [
      'Tờ khai đã hết hạn giữ',
      'Tờ khai làm dở được giữ có hạn và đã quá hạn. Ông/bà bắt đầu tờ khai mới.',
    ],
    en: [
      'This draft has expired',
      'A draft is kept for a limited time, which is over. Begin a new one.',
    ],
  }),
  'resume-code-unknown': said(404, {
    vi: [
      'Không mở được tờ khai với mã này',
      'Mã có thể gõ sai hoặc tờ khai đã hết hạn giữ. Ông/bà xem lại mã rồi gõ lại.',
    ],
    en: [
      'This code opens no draft',
      'It may be mistyped, or the draft has expired. Check the code and type it again.',
    ],
  }),
  'field-unknown': said(422, {
    vi: [
      'Có mục không thuộc tờ khai này',
      'Nội dung gửi lên có mục lạ nên chúng tôi không lưu. Ông/bà mở lại trang rồi điền lại.',
    ],
    en: [
      'A field does not belong to this form',
      'What was sent has an unknown field, so nothing was saved. Open the page again and fill it in.',
    ],
  }),
  'phone-not-a-mobile': said(422, {
    vi: [
      'Số điện thoại chưa đúng',
      'Cần số di động Việt Nam, ví dụ 0912 345 678. Ông/bà nhập lại số.',
    ],
    en: [
      'The phone number is not right',
      'A Vietnamese mobile number is needed, such as 0912 345 678. Enter it again.',
    ],
  }),
  'code-too-many-sent': said(429, {
    vi: [
      'Đã gửi nhiều mã trong thời gian ngắn',
      'Để tránh bị quấy rầy, mỗi số chỉ nhận vài mã một giờ. Ông/bà dùng mã vừa nhận hoặc thử lại sau.',
    ],
    en: [
      'Too many codes were sent',
      'To prevent abuse a phone gets only a few codes an hour. Use the last one or try again later.',
    ],
  }),
  'code-wrong': said(422, {
    vi: [
      'Mã xác nhận chưa đúng',
      'Mã không khớp với mã đã gửi. Ông/bà xem lại tin nhắn mới nhất rồi nhập lại.',
    ],
    en: [
      'The code is not right',
      'It does not match the one sent. Look at the newest message and enter it again.',
    ],
  }),
  'code-expired': said(422, {
    vi: ['Mã xác nhận đã hết hạn', 'Mã chỉ dùng được vài phút và một lần. Ông/bà bấm gửi mã mới.'],
    en: ['The code has expired', 'A code works once and for a few minutes. Ask for a new one.'],
  }),
  'code-too-many-tries': said(429, {
    vi: ['Đã nhập sai quá nhiều lần', 'Mã này không dùng được nữa. Ông/bà bấm gửi mã mới.'],
    en: ['Too many wrong tries', 'This code no longer works. Ask for a new one.'],
  }),
  'file-already-attached': said(422, {
    vi: [
      'Tệp này đã có',
      'Cùng một tệp đã được tải lên ở mục này. Ông/bà chọn tệp khác hoặc bỏ qua.',
    ],
    en: [
      'This file is already there',
      'The same file was uploaded here before. Choose another or go on.',
    ],
  }),
  'files-too-many': said(422, {
    vi: [
      'Đã đủ số tệp',
      'Mục này nhận tối đa {filesMax} tệp, cả tờ khai tối đa 200 MB. Ông/bà bỏ bớt tệp cũ trước.',
    ],
    en: [
      'There are enough files',
      'At most {filesMax} files here and 200 MB in all. Remove one first.',
    ],
  }),
  'file-type-not-accepted': said(422, {
    vi: ['Mục này không nhận loại tệp này', 'Ông/bà tải ảnh JPG, PNG hoặc tệp PDF như ghi ở mục.'],
    en: ['This kind of file is not accepted here', 'Upload a JPG, PNG or PDF as the field says.'],
  }),
  'file-too-large': said(413, {
    vi: [
      'Tệp quá lớn',
      'Tệp lớn hơn mức cho phép nên chưa được lưu. Ông/bà chụp lại với cỡ ảnh nhỏ hơn hoặc tách tệp rồi tải lên lại.',
    ],
    en: [
      'The file is too large',
      'It is over the limit and was not stored. Take a smaller photo or split it, then upload again.',
    ],
  }),
  'file-empty': said(422, {
    vi: ['Tệp không có nội dung', 'Ông/bà chọn lại tệp hoặc chụp lại giấy tờ.'],
    en: ['The file is empty', 'Choose it again or take the photo again.'],
  }),
  'file-type-mismatch': said(422, {
    vi: [
      'Tệp không phải ảnh hay PDF',
      'Tệp này không phải ảnh JPG, PNG hay PDF, dù tên tệp có thể ghi như vậy. Ông/bà chụp ảnh giấy tờ rồi tải ảnh lên.',
    ],
    en: [
      'The file is neither a picture nor a PDF',
      'This is not a JPG, PNG or PDF, whatever its name says. Photograph the paper and upload that.',
    ],
  }),
  'file-damaged': said(422, {
    vi: [
      'Tệp bị hỏng',
      'Tệp bị hỏng hoặc tải lên chưa hết. Ông/bà tải lên lại hoặc chụp lại giấy tờ.',
    ],
    en: [
      'The file is damaged',
      'It is damaged or incomplete. Upload it again or take a new photo.',
    ],
  }),
  'file-image-too-large': said(422, {
    vi: [
      'Ảnh quá lớn',
      'Ảnh có quá nhiều điểm ảnh nên không mở được. Ông/bà chụp lại với độ phân giải thấp hơn.',
    ],
    en: [
      'The picture is too large',
      'It has too many pixels to open. Retake it at a lower resolution.',
    ],
  }),
  'file-pdf-encrypted': said(422, {
    vi: [
      'Tệp PDF đặt mật khẩu',
      'Cán bộ không đọc được tệp có mật khẩu. Ông/bà bỏ mật khẩu hoặc chụp ảnh giấy tờ.',
    ],
    en: [
      'The PDF has a password',
      'Officers cannot read it. Remove the password or photograph the paper.',
    ],
  }),
  'file-pdf-has-script': said(422, {
    vi: [
      'Tệp PDF chứa mã lệnh',
      'Tệp có mã lệnh không được nhận. Ông/bà in ra PDF mới hoặc chụp ảnh giấy tờ.',
    ],
    en: [
      'The PDF contains a script',
      'Such files are not accepted. Print it to a new PDF or photograph the paper.',
    ],
  }),
  'file-pdf-has-action': said(422, {
    vi: [
      'Tệp PDF chứa lệnh tự chạy',
      'Tệp có lệnh tự chạy hoặc phim, tiếng không được nhận. Ông/bà in ra PDF mới hoặc chụp ảnh giấy tờ.',
    ],
    en: [
      'The PDF contains actions or media',
      'Such files are not accepted. Print it to a new PDF or photograph the paper.',
    ],
  }),
  'file-pdf-has-attachment': said(422, {
    vi: [
      'Tệp PDF kèm tệp khác bên trong',
      'Tệp như vậy không được nhận. Ông/bà tải riêng từng giấy tờ.',
    ],
    en: [
      'The PDF has other files inside',
      'Such files are not accepted. Upload each paper separately.',
    ],
  }),
  'file-pdf-too-long': said(422, {
    vi: ['Tệp PDF quá dài', 'Tệp dài hơn 200 trang. Ông/bà chỉ tải những trang cần thiết.'],
    en: ['The PDF is too long', 'It has over 200 pages. Upload only the pages needed.'],
  }),
} as const
