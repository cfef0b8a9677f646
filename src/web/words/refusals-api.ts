import { said } from './said.ts'

/** Sentences of the refusals that only programs meet. */
export const refusalsApi = {
  'idempotency-key-needed': said(400, {
    vi: [
      'Thiếu khóa chống gửi trùng',
      'Việc này cần đầu mục Idempotency-Key dài 16 đến 100 ký tự (chữ, số, dấu . : _ -), mỗi việc một khóa. Chúng tôi chưa làm gì. Ông/bà thêm khóa rồi gửi lại.',
    ],
    en: [
      'The idempotency key is missing',
      'This act needs the header Idempotency-Key, 16 to 100 characters (letters, digits, . : _ -), one an act. Nothing was done. Add it and send again.',
    ],
  }),
}
