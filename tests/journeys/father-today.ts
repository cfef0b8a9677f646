import type { Page } from 'playwright-core'
import { at, theChild } from './father.ts'
import { photo } from './photo.ts'

/** The form of today, with personal numbers known: no identity paper, no residence is asked. */
export async function declareBirthToday(page: Page): Promise<void> {
  const me = at(page)
  await page.goto('/')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('mới sinh em bé')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/thu-tuc\?/)
  await me.follow('Đăng ký khai sinh')
  await me.follow('Nộp trực tuyến')
  await whoFiles(page)
  await theChild(page, {
    born: ['10', '11', '2026'],
    home: 'xã Đại Đồng, tỉnh Bắc Ninh',
    ward: 'giang vo',
  })
  await theParents(page)
  await papersAndCollection(page)
}

async function whoFiles(page: Page): Promise<void> {
  const me = at(page)
  await me.choose('Trẻ có cha mẹ, hoặc có mẹ')
  await me.choose('Cha')
  await me.type('Họ và tên của ông/bà', 'Nguyễn Đắc Khoa')
  await page.getByLabel('Số định danh cá nhân của ông/bà').fill('001 088 004 902')
  await me.save()
  await page.getByText('trang này có thêm câu hỏi').waitFor()
  await me.ward('Phường, xã nơi cha hoặc mẹ cư trú', 'phường Láng')
  await me.choose('Cả cha và mẹ')
  await me.save()
}

async function theParents(page: Page): Promise<void> {
  const me = at(page)
  await me.type('Họ và tên mẹ', 'Trần Thị Bích Ngọc')
  await me.type('Năm sinh của mẹ', '1990')
  await me.pick('Dân tộc của mẹ', 'Kinh')
  await me.pick('Quốc tịch của mẹ', 'Việt Nam')
  await page.getByLabel('Số định danh cá nhân').fill('001190004456')
  await me.choose('Đã đăng ký kết hôn')
  await me.save()
  await me.type('Năm sinh của cha', '1988')
  await me.pick('Dân tộc của cha', 'Kinh')
  await me.pick('Quốc tịch của cha', 'Việt Nam')
  await me.save()
}

async function papersAndCollection(page: Page): Promise<void> {
  const me = at(page)
  await me.choose('Giấy chứng sinh')
  await me.save()
  await page
    .getByLabel('Giấy chứng sinh', { exact: true })
    .and(page.locator('[type=file]'))
    .setInputFiles({ name: 'chung-sinh.png', mimeType: 'image/png', buffer: photo(210) })
  await me.save()
  await me.choose('Người đi đăng ký')
  await me.type('Số bản sao Giấy khai sinh cần thêm', '2')
  await me.type('Số điện thoại của ông/bà', '0912 345 318')
  await me.tick('Tôi cam đoan')
  await me.save()
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra và nộp' }).waitFor()
}
