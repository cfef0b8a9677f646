import { said } from './said.ts'

/** Sentences of the refusals of second requests, inquiries, notices, absences. */
export const refusalsTurns = {
  'supplement-needs-supervisor': said(422, {
    vi: [
      'Cần ý kiến lãnh đạo',
      'Có chỗ đã thấy được từ lần yêu cầu trước. Quy định cho yêu cầu một lần, đầy đủ. Ông/bà bỏ các chỗ đó ra, hoặc trình lãnh đạo cho gửi.',
    ],
    en: [
      'A supervisor must agree',
      'Some items could have been asked the first time; the law allows one full request. Leave them out, or ask the supervisor.',
    ],
  }),
  'supplement-needs-no-supervisor': said(422, {
    vi: [
      'Không phải trình lãnh đạo',
      'Mọi chỗ đều mới phát sinh sau lần yêu cầu trước. Ông/bà gửi yêu cầu, ghi rõ vì sao.',
    ],
    en: [
      'No supervisor is needed',
      'Everything in it is new since the request before. Send the request and say why.',
    ],
  }),
  'supplement-not-asked': said(409, {
    vi: [
      'Không còn yêu cầu nào chờ ý kiến',
      'Hồ sơ đã đổi từ khi cán bộ trình, hoặc đã có ý kiến. Ông/bà mở lại hồ sơ để xem.',
    ],
    en: [
      'Nothing waits for your decision',
      'The dossier has changed since the officer asked, or it was decided. Open it again to see.',
    ],
  }),
} as const
