import { said } from './said.ts'

/** Sentences of the refusals of registers, certificates and blanks. */
export const refusalsRegistry = {
  'book-closed': said(409, {
    vi: [
      'Sổ của năm này đã khóa',
      'Sổ năm {year} đã khóa nên không ghi thêm được. Ông/bà kiểm tra ngày của hệ thống hoặc hỏi công chức hộ tịch.',
    ],
    en: [
      'The book of this year is closed',
      'The book of {year} is closed and takes no more entries. Check the system’s date or ask the civil-status officer.',
    ],
  }),
  'cited-paper-unknown': said(422, {
    vi: [
      'Không có Giấy báo tử này trong sổ của phường',
      'Phường không có Giấy báo tử số {number} cấp ngày đã ghi cho người này. Hồ sơ chưa được nộp. Ông/bà xem lại số, ngày cấp trên giấy và họ tên người mất.',
    ],
    en: [
      'The ward has no such notice',
      'The ward issued no notice no. {number} on that day for this person. Nothing was filed. Check number and day on the paper, and the name of the deceased.',
    ],
  }),
  'legs-still-open': said(409, {
    vi: [
      'Cơ quan khác chưa giải quyết xong',
      'Hồ sơ còn chờ kết quả của cơ quan phối hợp nên chưa trả hết được. Ông/bà xem các phần liên thông của hồ sơ và trả khi đã đủ kết quả.',
    ],
    en: [
      'Another agency has not finished',
      'The dossier still waits for another agency, so not everything can be handed over. See its legs and hand over when all have ended.',
    ],
  }),
  'originals-not-compared': said(422, {
    vi: [
      'Chưa đối chiếu hết bản chính',
      'Chỉ trả kết quả khi đã đối chiếu đủ bản chính. Ông/bà đối chiếu và đánh dấu các giấy tờ còn lại.',
    ],
    en: [
      'Not all originals were compared',
      'The result is handed over only when every original was compared. Compare and tick the rest.',
    ],
  }),
  'book-page-missing': said(422, {
    vi: [
      'Chưa ghi quyển và trang Sổ hộ tịch',
      'Việc đăng ký chỉ hoàn tất khi đã ký vào Sổ. Ông/bà ghi số quyển và số trang vừa ký.',
    ],
    en: [
      'Book and page are missing',
      'Registration is complete only when the book is signed. Enter the book and the page just signed.',
    ],
  }),
  'certificate-not-ready': said(409, {
    vi: [
      'Bản điện tử đang được lập',
      'Bản điện tử thường có sau vài giây. Ông/bà tải lại trang sau ít phút.',
    ],
    en: [
      'The electronic original is being made',
      'It is usually ready within seconds. Reload the page in a moment.',
    ],
  }),
  'certificate-unknown': said(404, {
    vi: [
      'Không tìm thấy giấy tờ này',
      'Mã trên giấy không có trong hệ thống. Giấy có thể không do cơ quan cấp, hoặc mã bị đọc sai. Ông/bà quét lại hoặc gọi 1900 1009.',
    ],
    en: [
      'No such certificate',
      'Its code is not in the system. The paper may not be genuine, or the code was misread. Scan again or call 1900 1009.',
    ],
  }),
  'blank-not-in-stock': said(409, {
    vi: [
      'Phôi này không còn trong kho',
      'Số phôi chưa nhập, đã dùng cho hồ sơ khác hoặc đã hỏng. Ông/bà kiểm tra lại số in trên phôi.',
    ],
    en: [
      'This blank is not in stock',
      'Its number was not received, is used for another dossier or spoiled. Check the number on the blank.',
    ],
  }),
  'paper-without-blank': said(409, {
    vi: [
      'Giấy này không in trên phôi',
      'Phôi của Bộ Tư pháp chỉ dùng cho Giấy khai sinh. Ông/bà in bản điện tử ra giấy thường, ký và đóng dấu.',
    ],
    en: [
      'This paper is not printed on a blank',
      'The Ministry’s blanks are for birth certificates. Print the electronic one on plain paper, sign and seal it.',
    ],
  }),
  'blank-serial-unclear': said(422, {
    vi: [
      'Số phôi chưa rõ',
      'Số phôi gồm chữ in hoa và kết thúc bằng chữ số; mỗi lần nhập tối đa 1.000 tờ. Ông/bà nhập lại số đầu và số lượng.',
    ],
    en: [
      'The blank numbers are unclear',
      'A number ends in digits; at most 1,000 are received at once. Enter the first number and the count again.',
    ],
  }),
  'printer-unknown': said(422, {
    vi: [
      'Chưa chọn máy in',
      'Máy in này chưa có trong danh sách của phường. Ông/bà chọn máy khác hoặc thêm máy in.',
    ],
    en: [
      'No printer was chosen',
      'This printer is not on the ward’s list. Choose another or add it.',
    ],
  }),
  'printer-offset-unclear': said(422, {
    vi: ['Độ lệch máy in chưa đúng', 'Độ lệch tính bằng milimét, từ -30 đến 30. Ông/bà nhập lại.'],
    en: [
      'The offsets are not right',
      'Offsets are in millimetres, from -30 to 30. Enter them again.',
    ],
  }),
  'paper-character-unprintable': said(422, {
    vi: [
      'Có ký tự không in được',
      'Phông chữ của giấy không in được một ký tự nên chưa lập được giấy. Ông/bà kiểm tra lại họ tên và viết bằng chữ Việt hoặc chữ La-tinh.',
    ],
    en: [
      'A character cannot be printed',
      'The paper’s font lacks a character, so the paper was not made. Check the name and write it in Vietnamese or Latin letters.',
    ],
  }),
  'signing-key-missing': said(503, {
    vi: [
      'Cơ quan chưa có khóa ký số',
      'Chưa ký được vì thiếu khóa. Ông/bà báo quản trị hệ thống cài chứng thư số rồi ký lại.',
    ],
    en: [
      'The agency has no signing key',
      'Nothing was signed. Ask the administrator to install its certificate, then sign again.',
    ],
  }),
  'signing-certificate-not-valid': said(503, {
    vi: [
      'Chứng thư số không có hiệu lực',
      'Chứng thư số không còn hoặc chưa có hiệu lực vào lúc ký. Ông/bà báo quản trị hệ thống thay chứng thư số.',
    ],
    en: [
      'The certificate is not in force',
      'It is not in force at this time. Ask the administrator to replace it.',
    ],
  }),
} as const
