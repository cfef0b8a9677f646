import { said } from './said.ts'

export const refusalsCitizen = {
  'guesses-throttled': said(429, {
    vi: [
      'Tạm dừng tra cứu từ máy này',
      'Đã nhập sai nhiều lần. Để bảo vệ hồ sơ, ông/bà chờ {minutes} phút rồi thử lại, hoặc gọi 1900 1009.',
    ],
    en: [
      'Looking up is paused from this device',
      'There were many wrong tries. To protect dossiers, wait {minutes} minutes or call 1900 1009.',
    ],
  }),
} as const
