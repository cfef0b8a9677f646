import type { Text } from '../../modules/forms/index.ts'

/** What a family reads then: two lines, nothing to do, nothing more. */
export const STILLBIRTH: Text = {
  vi:
    'Chúng tôi xin chia buồn cùng gia đình.\n' +
    'Trường hợp này không phải đăng ký khai sinh, khai tử; ông/bà không phải làm thủ tục gì.',
  en:
    'We are sorry for your loss.\n' +
    'Nothing is registered in this case; there is nothing you have to do.',
}
