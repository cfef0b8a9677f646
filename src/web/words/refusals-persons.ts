import { said } from './said.ts'

/** Sentences of the refusals about one person across entries and agencies. */
export const refusalsPersons = {
  'birth-already-in-book': said(409, {
    vi: [
      'Người này đã có đăng ký khai sinh',
      'Sổ hộ tịch đã có việc sinh của người này. Ông/bà mở “Tra cứu người” để xem. Khác người thì chọn “Không trùng”; đã đăng ký rồi thì từ chối hồ sơ.',
    ],
    en: [
      'The birth of this person is registered already',
      'A register book holds this birth. Look the person up; if it is somebody else say “Not the same”, if not refuse the dossier.',
    ],
  }),
  'death-already-in-book': said(409, {
    vi: [
      'Người này đã có đăng ký khai tử',
      'Sổ hộ tịch đã có việc chết của người này nên không ghi lần nữa. Ông/bà mở “Tra cứu người” để xem.',
    ],
    en: [
      'The death of this person is registered already',
      'A register book holds this death, so it is not entered again. Look the person up.',
    ],
  }),
  'death-before-birth': said(422, {
    vi: [
      'Ngày chết trước ngày sinh',
      'Ngày sinh và ngày chết của người này không khớp nhau. Ông/bà đối chiếu giấy tờ, hoặc xem có nhầm người không.',
    ],
    en: [
      'The death is before the birth',
      'The days of birth and death of this person do not fit. Compare the papers, or see whether it is the right person.',
    ],
  }),
  'subject-recorded-already': said(409, {
    vi: [
      'Hồ sơ này đã ký nên không chọn lại được',
      'Người được đăng ký đã ghi vào sổ theo ý kiến trước khi ký. Ông/bà xem ở “Tra cứu người”.',
    ],
    en: [
      'The dossier is signed, so this cannot be decided again',
      'The subject is recorded as decided before the signature. See “Look up a person”.',
    ],
  }),
  'person-locked': said(409, {
    vi: [
      'Người này đã được ghi là đã chết',
      'Thông tin hộ tịch của người này đã khóa từ ngày chết. Ông/bà xem lại việc khai tử; ghi sai thì đề nghị hủy trước.',
    ],
    en: [
      'This person is recorded as dead',
      'The civil-status data of this person are locked since the day of death. If that entry is wrong, it is annulled first.',
    ],
  }),
  'number-already-given': said(409, {
    vi: [
      'Người này đã có số định danh khác',
      'Mỗi người chỉ có một số định danh cá nhân. Ông/bà kiểm tra lại số vừa nhận.',
    ],
    en: [
      'This person has another personal number',
      'A person has one personal number only. Check the number just received.',
    ],
  }),
} as const
