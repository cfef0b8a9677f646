import { said } from './said.ts'

/** Sentences of the refusals of register books: entries, copies, amendments, closing. */
export const refusalsBooks = {
  'book-not-over': said(409, {
    vi: [
      'Chưa đến ngày khóa sổ',
      'Sổ năm {year} chỉ khóa từ ngày 31/12. Ông/bà khóa sổ vào cuối ngày làm việc hôm đó.',
    ],
    en: [
      'It is too early to close the book',
      'The book of {year} closes on 31/12 at the earliest. Close it at the end of that day.',
    ],
  }),
  'book-has-prepared': said(409, {
    vi: [
      'Vừa có số mới trong sổ',
      'Có {count} số vừa được ký trong lúc khóa sổ. Sổ chưa khóa. Ông/bà bấm khóa sổ lần nữa.',
    ],
    en: [
      'New numbers were signed meanwhile',
      '{count} entries were signed while the book was closing. It is still open. Close it again.',
    ],
  }),
  'page-is-known': said(409, {
    vi: [
      'Trang này đã có số hoặc đã ghi lý do',
      'Chỉ ghi lý do cho trang chưa có số đăng ký. Ông/bà kiểm tra lại số quyển và số trang.',
    ],
    en: [
      'This page is already known',
      'Only a page without an entry is explained, once. Check the book and the page.',
    ],
  }),
  'birth-notice-taken': said(409, {
    vi: [
      'Giấy chứng sinh này đã dùng cho hồ sơ khác',
      'Mỗi Giấy chứng sinh đăng ký cho một trẻ; sinh đôi có hai giấy. Ông/bà so số và quyển với giấy gốc, rồi xem hồ sơ kia có phải của cùng một trẻ không.',
    ],
    en: [
      'This birth notice is used for another dossier',
      'A notice registers one child; twins have two. Compare its number and book with the paper, then see whether the other dossier is about the same child.',
    ],
  }),
  'paper-year-not-earlier': said(422, {
    vi: [
      'Sổ giấy phải của năm trước',
      'Chỉ nhập sổ giấy của các năm trước {year}. Việc của năm nay đăng ký theo hồ sơ. Ông/bà xem lại năm của sổ.',
    ],
    en: [
      'The paper book must be of an earlier year',
      'Paper books from before {year} are copied. This year’s events come by dossiers. Check the year of the book.',
    ],
  }),
  'paper-entry-unclear': said(422, {
    vi: [
      'Nội dung trong sổ giấy chưa đủ hoặc chưa rõ',
      'Cần họ tên, số và các ngày. Ngày ghi 12/08/1998; chỉ biết tháng hoặc năm thì ghi 08/1998 hoặc 1998. Ông/bà sửa các mục được đánh dấu.',
    ],
    en: [
      'The line is incomplete or unclear',
      'Name, number and days are needed. A day is 12/08/1998, or 08/1998 or 1998 where no more is known. Correct what is marked.',
    ],
  }),
  'entry-not-registered': said(409, {
    vi: [
      'Số này chưa đăng ký xong hoặc đã hủy',
      'Chỉ cấp bản sao và cải chính từ việc đã đăng ký, chưa bị gạch hay hủy. Ông/bà xem lại tình trạng của số đăng ký.',
    ],
    en: [
      'This entry is not registered, or no longer',
      'Copies and corrections come from a registered entry that was neither crossed out nor annulled. See how it stands.',
    ],
  }),
  'copies-unclear': said(422, {
    vi: ['Số bản sao chưa hợp lệ', 'Mỗi lần cấp từ 1 đến {max} bản. Ông/bà nhập lại số bản sao.'],
    en: [
      'The number of copies is not valid',
      'From 1 to {max} copies are given at once. Enter the number again.',
    ],
  }),
  'asker-missing': said(422, {
    vi: [
      'Chưa ghi người yêu cầu bản sao',
      'Sổ cấp bản sao ghi tên người yêu cầu. Ông/bà nhập họ tên, tối đa 200 chữ.',
    ],
    en: [
      'Who asked is missing',
      'The book of copies names who asked. Enter the name, at most 200 characters.',
    ],
  }),
  'correction-empty': said(422, {
    vi: [
      'Chưa có mục nào được sửa',
      'Nội dung mới giống nội dung trong Sổ. Ông/bà chọn mục cần cải chính và ghi nội dung đúng.',
    ],
    en: [
      'Nothing is corrected',
      'The new values are those of the book. Choose the fields and enter what is right.',
    ],
  }),
  'correction-unclear': said(422, {
    vi: [
      'Nội dung mới chưa hợp lệ',
      'Một mục không có trong Sổ hoặc nội dung mới không đúng dạng. Ông/bà xem lại từng mục.',
    ],
    en: [
      'A new value is not valid',
      'A field is not of the book, or its new value has the wrong shape. See each field again.',
    ],
  }),
  'decision-missing': said(422, {
    vi: [
      'Chưa ghi đủ quyết định',
      'Ghi số và ngày của quyết định; ngày không trước ngày đăng ký và không sau hôm nay.',
    ],
    en: [
      'The decision is not complete',
      'Enter its number and its day, not before the registration and not after today.',
    ],
  }),
  'amendment-not-ours': said(409, {
    vi: [
      'Việc cải chính thuộc thẩm quyền của {who}',
      'Người từ đủ 14 tuổi do {who} cải chính. Hướng dẫn người yêu cầu đến đó. Khi nhận được thông báo, ông/bà chọn “Cơ quan khác quyết định” để ghi vào Sổ.',
    ],
    en: [
      'This correction is made by {who}',
      'From 14 years on {who} corrects. Send the requester there. When its notice arrives choose “Another agency decided” to write it into the book.',
    ],
  }),
  'amendment-waiting': said(409, {
    vi: [
      'Đang có một đề nghị chờ ký cho số này',
      'Mỗi số chỉ có một đề nghị chờ ký. Ông/bà chờ lãnh đạo ký hoặc trả lại rồi lập đề nghị mới.',
    ],
    en: [
      'Another amendment of this entry waits',
      'One at a time waits for the signature. Wait until it is signed or returned.',
    ],
  }),
  'amendment-ended': said(409, {
    vi: [
      'Đề nghị này đã kết thúc',
      'Đề nghị đã được ký hoặc trả lại. Ông/bà mở trang sổ để xem và lập đề nghị mới nếu cần.',
    ],
    en: [
      'This amendment has ended',
      'It was signed or returned. Open the entry, and prepare another one if needed.',
    ],
  }),
  'annulment-only-of-deaths': said(409, {
    vi: [
      'Chỉ hủy được việc khai tử ghi sai',
      'Việc này chỉ dùng cho Sổ đăng ký khai tử. Với khai sinh, ông/bà dùng cải chính hoặc ghi chú.',
    ],
    en: [
      'Only a wrong death entry is annulled here',
      'This is for the register of deaths. For a birth use a correction or a note.',
    ],
  }),
} as const
