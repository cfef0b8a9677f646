import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { at } from './father.ts'
import { photo } from './photo.ts'

/** His mother died at home: from the portal to "Kiểm tra và nộp" of the death notice. */
export async function declareDeathAtHome(page: Page): Promise<void> {
  const me = at(page)
  await page.goto('/')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('nguoi mat o nha')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/thu-tuc\?/)
  await me.follow('Cấp Giấy báo tử')
  await me.follow('Nộp trực tuyến')
  await me.choose('Người lớn hoặc trẻ em')
  await me.save()
  await theSon(page)
  await hisMother(page)
  await herDeath(page)
  // The photo of his own card is not needed: he brings it.
  await page.getByRole('heading', { level: 1, name: 'Giấy tờ kèm theo' }).waitFor()
  await me.save()
  await me.type('Số điện thoại của ông/bà', '0912 345 319')
  await me.tick('Tôi cam đoan')
  await me.save()
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra và nộp' }).waitFor()
}

const HOME = 'Số 12, ngõ 157 phố Pháo Đài Láng'

async function theSon(page: Page): Promise<void> {
  const me = at(page)
  await page.getByRole('heading', { level: 1, name: 'Người đi đăng ký' }).waitFor()
  await me.choose('Con')
  await me.type('Họ và tên của ông/bà', 'Nguyễn Đắc Phúc')
  await me.choose('Chứng minh nhân dân')
  await me.type('Nơi cấp giấy tờ', 'Công an Thành phố Hà Nội')
  await me.date('Ngày cấp giấy tờ', ['5', '3', '2009'])
  await me.ward('Nơi cư trú của ông/bà', 'lang thuong', HOME)
  await me.save()
  await page.getByText('trang này có thêm câu hỏi').waitFor()
  await me.type('Số trên thẻ', '010045902')
  await me.save()
}

/** Of her birth only the year is known. */
async function hisMother(page: Page): Promise<void> {
  const me = at(page)
  await page.getByRole('heading', { level: 1, name: 'Người đã mất' }).waitFor()
  await me.type('Họ và tên người mất', 'Đặng Thị Ngoãn')
  await me.group('Ngày sinh của người mất').getByLabel('Năm', { exact: true }).fill('1931')
  await me.choose('Nữ')
  await me.pick('Dân tộc', 'Kinh')
  await me.pick('Quốc tịch', 'Việt Nam')
  await page.getByLabel('Số Chứng minh nhân dân hoặc căn cước').fill('010045678')
  await me.choose('Có biết')
  await me.save()
  await me.ward('Nơi cư trú cuối cùng', 'lang thuong', HOME)
  await me.chooseIn('Đó có phải nơi đăng ký thường trú của người mất không?', 'Có')
  await me.save()
}

async function herDeath(page: Page): Promise<void> {
  const me = at(page)
  await page.getByRole('heading', { level: 1, name: 'Việc chết' }).waitFor()
  await me.date('Ngày mất', ['12', '8', '2016'])
  await me.group('Giờ mất').getByLabel('Giờ', { exact: true }).fill('4')
  await me.group('Giờ mất').getByLabel('Phút', { exact: true }).fill('15')
  await me.ward('Nơi mất', 'lang thuong', HOME)
  await me.type('Nguyên nhân', 'Tuổi già')
  await me.save()
}

/** With the notice: only the household, the photo and the collecting are still asked. */
export async function goOnToRegister(page: Page, dossier: string): Promise<void> {
  const me = at(page)
  await page.goto(dossier)
  await me.press('Liên thông đăng ký khai tử, xóa đăng ký thường trú')
  await page.getByRole('heading', { level: 1, name: 'Hộ gia đình của người mất' }).waitFor()
  await me.type('Số sổ hộ khẩu', '110203456')
  await me.type('Họ và tên chủ hộ', 'Nguyễn Đắc Phúc')
  await me.save()
  // What the notice says was said once.
  await page.getByRole('heading', { level: 1, name: 'Việc chết' }).waitFor()
  assert.equal(await page.getByLabel('Nguyên nhân').inputValue(), 'Tuổi già')
  await me.save()
  await page.getByRole('heading', { level: 1, name: 'Giấy tờ kèm theo' }).waitFor()
  assert.equal(await page.getByLabel('Số Giấy báo tử').inputValue(), '1/2016')
  const notice = { name: 'bao-tu.png', mimeType: 'image/png', buffer: photo(90) }
  await page
    .getByLabel('Giấy báo tử', { exact: true })
    .and(page.locator('[type=file]'))
    .setInputFiles(notice)
  await me.save()
  await page.getByRole('heading', { level: 1, name: 'Nhận kết quả' }).waitFor()
  await me.choose('Người đi đăng ký')
  await me.type('Số bản sao Trích lục khai tử cần thêm', '2')
  await me.tick('Tôi cam đoan')
  await me.save()
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra và nộp' }).waitFor()
}
