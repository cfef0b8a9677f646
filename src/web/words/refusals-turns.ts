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
  'step-not-verification': said(409, {
    vi: [
      'Bước này không có xác minh',
      'Chỉ hỏi xác minh nơi khác ở bước xác minh của thủ tục. Ông/bà xem lại bước của hồ sơ.',
    ],
    en: ['This step does not verify', 'Another commune is asked at the step that verifies only.'],
  }),
  'inquiry-place-unknown': said(422, {
    vi: [
      'Chưa rõ hỏi phường, xã nào',
      'Chọn một phường, xã khác đang có trong thành phố, hoặc ghi rõ tên nơi được hỏi ở tỉnh khác.',
    ],
    en: [
      'It is not clear whom to ask',
      'Choose another commune of the city that exists today, or write the place elsewhere.',
    ],
  }),
  'inquiry-open': said(409, {
    vi: [
      'Đã hỏi nơi này và đang chờ trả lời',
      'Mỗi nơi chỉ hỏi một lần cho đến khi có trả lời. Ông/bà xem câu đã hỏi trên hồ sơ.',
    ],
    en: ['This place was asked already', 'Its answer is still awaited. See the question there.'],
  }),
  'inquiry-unknown': said(404, {
    vi: ['Không có câu hỏi xác minh này', 'Ông/bà mở lại hồ sơ để xem các câu đã hỏi.'],
    en: ['There is no such inquiry', 'Open the dossier again to see what was asked.'],
  }),
  'inquiry-answered': said(409, {
    vi: [
      'Câu hỏi này đã có trả lời',
      'Trả lời đã ghi không thay được. Cần hỏi thêm, ông/bà gửi câu hỏi mới.',
    ],
    en: ['It was answered already', 'An answer is not replaced. Ask again if more is needed.'],
  }),
  'inquiry-waiting': said(409, {
    vi: [
      'Còn chờ trả lời xác minh',
      '{place} còn trong thời hạn trả lời. Ông/bà chờ, hoặc ghi trả lời khi đã nhận.',
    ],
    en: [
      'An answer is still awaited',
      '{place} still has time to answer. Wait, or record the answer once it came.',
    ],
  }),
  'inquiry-needs-remark': said(422, {
    vi: [
      'Hết thời hạn mà chưa có trả lời',
      '{place} không trả lời đúng hạn. Ông/bà ghi vì sao vẫn kết thúc được bước này.',
    ],
    en: [
      'The time is over without an answer',
      '{place} did not answer in time. Write why the step can end all the same.',
    ],
  }),
  'notice-not-needed': said(409, {
    vi: [
      'Hồ sơ này không phải niêm yết',
      'Chỉ trẻ bị bỏ rơi mới phải niêm yết thông báo. Ông/bà xem lại tờ khai.',
    ],
    en: [
      'No notice is needed',
      'Only an abandoned child needs one. Look at the declaration again.',
    ],
  }),
  'notice-place-missing': said(422, {
    vi: ['Chưa ghi nơi niêm yết', 'Ghi nơi dán thông báo, tối đa 200 ký tự.'],
    en: ['The place is missing', 'Say where the notice hangs, in 200 characters at most.'],
  }),
  'notice-days-wrong': said(422, {
    vi: [
      'Ngày niêm yết chưa đúng',
      'Ngày bắt đầu niêm yết không sau hôm nay. Ông/bà sửa lại ngày.',
    ],
    en: ['The day is not right', 'A notice is recorded once it hangs. Correct the day.'],
  }),
  'notice-missing': said(409, {
    vi: [
      'Chưa niêm yết thông báo',
      'Pháp luật yêu cầu niêm yết 7 ngày liên tục trước khi đăng ký. Ông/bà ghi việc niêm yết trước.',
    ],
    en: ['No notice was posted', 'The law wants a notice for 7 days first. Record it.'],
  }),
  'notice-not-over': said(409, {
    vi: [
      'Chưa hết thời gian niêm yết',
      'Thông báo phải niêm yết đủ 7 ngày liên tục. Ông/bà trình sau ngày cuối.',
    ],
    en: ['The notice still hangs', 'It hangs for 7 days without a break. Propose after the last.'],
  }),
  'assignee-absent': said(409, {
    vi: [
      'Người này đang vắng mặt',
      'Hồ sơ không giao cho người vắng mặt. Ông/bà chọn người khác, hoặc người làm thay.',
    ],
    en: ['This officer is away today', 'Choose another officer, or the deputy.'],
  }),
  'absence-days-wrong': said(422, {
    vi: [
      'Ngày vắng mặt chưa đúng',
      'Ngày cuối không trước ngày đầu, và mỗi lần ghi tối đa một năm. Ông/bà sửa lại ngày.',
    ],
    en: [
      'The days of the absence are not right',
      'It ends after it begins and lasts a year at most. Correct the days.',
    ],
  }),
  'absence-overlaps': said(409, {
    vi: [
      'Đã ghi vắng mặt trong những ngày này',
      'Ông/bà xem danh sách bên dưới; hủy lần ghi cũ trước khi ghi lại.',
    ],
    en: ['An absence is recorded for these days', 'See the list; cancel the old one first.'],
  }),
  'absence-deputy-unfit': said(422, {
    vi: [
      'Người làm thay chưa phù hợp',
      'Người làm thay là người khác cùng cơ quan, làm việc trong cả những ngày đó và không vắng mặt.',
    ],
    en: [
      'The deputy does not fit',
      'A deputy is another officer of the agency who works on all those days.',
    ],
  }),
  'mandate-exists': said(409, {
    vi: [
      'Đã có vai trò này trong thời gian đó',
      'Tài khoản đã có vai trò này tại cơ quan. Kết thúc vai trò cũ trước, hoặc chọn ngày khác.',
    ],
    en: [
      'The role is there already',
      'The account has this role at the agency on one of these days. End it first.',
    ],
  }),
} as const
