import { said } from './said.ts'

/** What the ward does about another agency's part of a filing, and that agency's desk in here. */
export const refusalsLegs = {
  'leg-not-asking': said(409, {
    vi: [
      'Cơ quan này hiện không hỏi gì',
      'Yêu cầu đã được trả lời hoặc phần việc đã kết thúc. Hãy tải lại hồ sơ để xem.',
    ],
    en: [
      'This agency asks nothing now',
      'The request was answered, or the leg has ended. Reload the dossier.',
    ],
  }),
  'component-unknown': said(422, {
    vi: ['Chưa rõ giấy tờ nào', 'Hãy chọn một giấy tờ trong thành phần hồ sơ.'],
    en: ['It is not clear which paper', 'Choose one of the components of this dossier.'],
  }),
  'service-not-served': said(422, {
    vi: [
      'Cơ quan này không làm việc đó',
      'Hôm nay cơ quan nhận không thực hiện dịch vụ {service}. Hãy gửi tới cơ quan có thẩm quyền.',
    ],
    en: [
      'This agency does not do that',
      'Today the agency asked does no {service}. Ask the one that is competent.',
    ],
  }),
  'paper-damaged': said(422, {
    vi: [
      'Giấy tờ kèm theo bị hỏng',
      'Nội dung không phải PDF hoặc không khớp mã kiểm tra. Hãy gửi lại thông điệp mới.',
    ],
    en: [
      'The paper sent along is damaged',
      'It is no PDF, or its bytes do not fit the check code. Send a new message.',
    ],
  }),
}
