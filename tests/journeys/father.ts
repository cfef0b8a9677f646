import type { Page } from 'playwright-core'
import { photo } from './photo.ts'

/** One person at a page, who finds everything by its visible name. */
export function at(page: Page) {
  const group = (name: string) => page.getByRole('group', { name })
  return {
    group,
    choose: (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true }),
    chooseIn: (question: string, name: string) =>
      group(question).getByRole('radio', { name, exact: true }).check({ force: true }),
    tick: (name: string) => page.getByRole('checkbox', { name }).check({ force: true }),
    type: (name: string, text: string) => page.getByLabel(name, { exact: true }).fill(text),
    pick: (name: string, value: string) =>
      page.getByLabel(name, { exact: true }).selectOption(value),
    date: async (question: string, [day, month, year]: readonly [string, string, string]) => {
      await group(question).getByLabel('Ngày', { exact: true }).fill(day)
      await group(question).getByLabel('Tháng', { exact: true }).fill(month)
      await group(question).getByLabel('Năm', { exact: true }).fill(year)
    },
    ward: async (question: string, name: string, line?: string) => {
      await group(question).getByLabel('Phường, xã, thị trấn').fill(name)
      if (line !== undefined)
        await group(question).getByLabel('Số nhà, ngõ, đường, thôn').fill(line)
    },
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    follow: (name: string) => page.getByRole('link', { name }).first().click(),
    save: () => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click(),
    heading: () => page.getByRole('heading', { level: 1 }).innerText(),
  }
}

/** From the portal to "Kiểm tra và nộp": a father registers his daughter in August 2016. */
export async function declareBirth(page: Page): Promise<void> {
  const me = at(page)
  await page.goto('/')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('lam giay khai sinh')
  await page.keyboard.press('Enter')
  // The portal has a link of the same name: only the answer to the search counts.
  await page.waitForURL(/\/thu-tuc\?/)
  await me.follow('Đăng ký khai sinh')
  await me.follow('Nộp trực tuyến')
  await whoFiles(page)
  await theChild(page, {
    born: ['10', '8', '2016'],
    home: 'xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh',
    ward: 'phuong ngoc khanh',
  })
  await theParents(page)
  await papersAndCollection(page)
}

export async function whoFiles(page: Page): Promise<void> {
  const me = at(page)
  await me.choose('Trẻ có cha mẹ, hoặc có mẹ')
  await me.choose('Cha')
  await me.type('Họ và tên của ông/bà', 'Nguyễn Đắc Khoa')
  await me.choose('Căn cước công dân')
  await me.type('Nơi cấp giấy tờ', 'Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư')
  await me.date('Ngày cấp giấy tờ', ['5', '3', '2016'])
  await me.ward('Nơi cư trú của ông/bà', 'lang thuong', 'Số 12, ngõ 157 phố Pháo Đài Láng')
  await me.save()
  await page.getByText('trang này có thêm câu hỏi').waitFor()
  await me.type('Số trên thẻ', '001088000456')
  await me.save()
}

/** The page of the child: what the law of the day asks, `born`, `home` and `ward` as it names them. */
export async function theChild(
  page: Page,
  told: { born: readonly [string, string, string]; home: string; ward: string },
): Promise<void> {
  const me = at(page)
  await page.getByRole('heading', { level: 1, name: 'Thông tin của trẻ' }).waitFor()
  await me.type('Họ', 'Nguyễn')
  await page.getByLabel('Chữ đệm').fill('Minh')
  await me.type('Tên', 'An')
  await me.choose('Nữ')
  await me.date('Ngày sinh', told.born)
  await me.pick('Dân tộc', 'Kinh')
  await me.pick('Quốc tịch', 'Việt Nam')
  await me.choose('Theo cha')
  await me.chooseIn('Quê quán', 'Tỉnh, thành phố khác')
  await me.group('Quê quán').getByLabel('Phường/xã, quận/huyện, tỉnh/thành phố').fill(told.home)
  await me.save()
  await me.choose('Bệnh viện, trạm y tế')
  await me.ward('Địa chỉ nơi sinh', told.ward)
  await me.save()
  await me.type('Tên cơ sở y tế', 'Bệnh viện Phụ sản Hà Nội')
  await me.save()
}

export async function theParents(page: Page): Promise<void> {
  const me = at(page)
  await me.type('Họ và tên mẹ', 'Trần Thị Bích Ngọc')
  await me.type('Năm sinh của mẹ', '1990')
  await me.pick('Dân tộc của mẹ', 'Kinh')
  await me.pick('Quốc tịch của mẹ', 'Việt Nam')
  await me.ward('Nơi cư trú của mẹ', 'Láng Thượng', 'Số 12, ngõ 157 phố Pháo Đài Láng')
  await me.choose('Đã đăng ký kết hôn')
  await me.save()
  await me.type('Năm sinh của cha', '1988')
  await me.pick('Dân tộc của cha', 'Kinh')
  await me.pick('Quốc tịch của cha', 'Việt Nam')
  await me.save()
}

export async function papersAndCollection(
  page: Page,
  { householdBook = false }: { householdBook?: boolean } = {},
): Promise<void> {
  const me = at(page)
  const picture = (name: string, shade: number) => ({
    name,
    mimeType: 'image/png',
    buffer: photo(shade),
  })
  await me.choose('Giấy chứng sinh')
  await page
    .getByLabel('Giấy chứng nhận kết hôn của cha mẹ')
    .setInputFiles(picture('ket-hon.png', 180))
  if (householdBook)
    await page
      .getByLabel('Sổ hộ khẩu trẻ sẽ nhập vào')
      .setInputFiles(picture('so-ho-khau.png', 150))
  await me.save()
  await page
    .getByLabel('Giấy chứng sinh', { exact: true })
    .and(page.locator('[type=file]'))
    .setInputFiles(picture('chung-sinh.png', 210))
  await me.save()
  await me.choose('Người đi đăng ký')
  await me.type('Số bản sao Giấy khai sinh cần thêm', '3')
  await me.type('Số điện thoại của ông/bà', '0912 345 318')
  await me.tick('Tôi cam đoan')
  await me.save()
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra và nộp' }).waitFor()
}
