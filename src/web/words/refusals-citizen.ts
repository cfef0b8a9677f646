import { said } from './said.ts'

/** Sentences of the limits on what one address may ask, and of broken uploads. */
export const refusalsCitizen = {
  'guesses-throttled': said(429, {
    vi: [
      'Tạm dừng nhập mã từ mạng này',
      'Từ mạng này đã nhập sai hoặc tra cứu quá nhiều lần. Để bảo vệ hồ sơ, ông/bà chờ {minutes} phút rồi thử lại, hoặc gọi 1900 1009.',
    ],
    en: [
      'Entering codes is paused from this network',
      'There were too many look-ups or wrong tries from this network. To protect dossiers, wait {minutes} minutes or call 1900 1009.',
    ],
  }),
  'upload-broken': said(400, {
    vi: [
      'Nội dung gửi lên chưa trọn vẹn',
      'Kết nối bị ngắt giữa chừng nên lần gửi này chưa được lưu. Những gì đã lưu trước đó vẫn còn. Ông/bà gửi lại.',
    ],
    en: [
      'What was sent is not whole',
      'The connection broke off, so this was not saved. What was saved before is kept. Send it again.',
    ],
  }),
  'drafts-throttled': said(429, {
    vi: [
      'Tạm dừng mở tờ khai mới từ mạng này',
      'Từ mạng này đã mở quá nhiều tờ khai trong thời gian ngắn. Tờ khai đã lưu vẫn còn. Ông/bà chờ {minutes} phút rồi thử lại, hoặc gọi 1900 1009.',
    ],
    en: [
      'New declarations are paused from this network',
      'Too many were begun from this network in a short time. What was saved is kept. Wait {minutes} minutes and try again, or call 1900 1009.',
    ],
  }),
  'codes-throttled': said(429, {
    vi: [
      'Tạm dừng gửi mã từ mạng này',
      'Từ mạng này đã xin quá nhiều mã xác nhận. Ông/bà dùng mã vừa nhận, hoặc chờ {minutes} phút rồi thử lại, hoặc gọi 1900 1009.',
    ],
    en: [
      'Codes are paused for this network',
      'Too many one-time codes were asked for from this network. Use the last one, wait {minutes} minutes and try again, or call 1900 1009.',
    ],
  }),
} as const
