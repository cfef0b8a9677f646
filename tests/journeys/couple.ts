import type { Page } from 'playwright-core'
import { at, papersAndCollection, theChild, theParents, whoFiles } from './father.ts'

/** From the portal: a couple registers a birth with residence and health card, all in one filing. */
export async function declareAll(page: Page): Promise<void> {
  const me = at(page)
  await page.goto('/thu-tuc?q=ho+khau+the+bao+hiem+y+te+cho+con')
  await me.follow('Liên thông đăng ký khai sinh, đăng ký thường trú')
  await me.follow('Nộp trực tuyến')
  await whoFiles(page)
  await theChild(page, {
    born: ['10', '8', '2016'],
    home: 'xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh',
    ward: 'phuong ngoc khanh',
  })
  await theParents(page)
  await theHousehold(page)
  await theCard(page)
  await papersAndCollection(page, { householdBook: true })
}

/** Into the grandfather's household, at the address that was declared already. */
async function theHousehold(page: Page): Promise<void> {
  const me = at(page)
  await page.getByRole('heading', { level: 1, name: 'Nhập hộ khẩu cho trẻ' }).waitFor()
  await me.chooseIn('Nhập hộ khẩu cho trẻ theo ai?', 'Theo cha')
  await me.save()
  await me.chooseIn('Hộ khẩu có ở nơi cư trú đã khai của người đó không?', 'Có')
  await me.type('Số sổ hộ khẩu', '110203456')
  await me.chooseIn('Ai là chủ hộ?', 'Người khác')
  await me.type('Trẻ là gì của chủ hộ', 'cháu nội')
  await me.chooseIn('Chủ hộ đồng ý cho trẻ nhập vào hộ không?', 'Có')
  await me.save()
  await me.type('Họ và tên chủ hộ', 'Nguyễn Đắc Phúc')
  await me.save()
}

async function theCard(page: Page): Promise<void> {
  const me = at(page)
  await page.getByRole('heading', { level: 1, name: 'Thẻ bảo hiểm y tế của trẻ' }).waitFor()
  const facility = page.getByLabel('Nơi đăng ký khám chữa bệnh ban đầu')
  await facility.selectOption({ index: 1 })
  await me.chooseIn('Ai đứng tên người giám hộ trên tờ khai bảo hiểm?', 'Cha')
  await me.save()
}
