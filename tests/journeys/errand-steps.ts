import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { countedKeys } from './desk-world.ts'
import { at } from './father.ts'
import { photo } from './photo.ts'
import type { World } from './world.ts'

/** From "Kiểm tra và nộp" to the filing receipt; the code is read where the demo shows messages. */
export async function confirmAndFile(world: World, page: Page): Promise<string> {
  const me = at(page)
  await me.press('Tiếp tục: xác nhận số điện thoại')
  await me.press('Gửi mã')
  await page.getByLabel('Mã xác nhận').waitFor()
  await world.runJobs()
  const outbox = await page.context().newPage()
  await outbox.goto('/hop-thu-demo')
  const message = await outbox.getByRole('article').first().innerText()
  await outbox.close()
  await me.type('Mã xác nhận', /\b\d{6}\b/.exec(message)?.[0] ?? '')
  await me.press('Xác nhận')
  await me.press('Nộp hồ sơ')
  assert.equal(await me.heading(), 'Đã nộp hồ sơ')
  return (await page.locator('main .code').first().innerText()).trim()
}

/** The clerk, by keyboard alone: from the worklist to the receipt, printed. */
export async function receiveAndPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByRole('heading', { level: 1, name: /Đăng ký khai sinh/ }).waitFor()
  await keys.press('F8')
  await page
    .getByRole('heading', { name: /hẹn trả kết quả/ })
    .first()
    .waitFor()
  await keys.press('F8')
  await page.waitForSelector('[data-printed]')
  assert.ok(keys.count() <= 12, `${keys.count()} keys`)
}

/** One paper again, and another spelling of the child's name proposed. */
export async function askForSupplement(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Thẩm tra').first().waitFor()
  await page.keyboard.press('F9')
  await page.getByRole('combobox', { name: 'Lý do: Giấy chứng sinh' }).fill('1')
  await page
    .getByRole('button', { name: 'Đề nghị giá trị cho Họ, chữ đệm, tên', exact: true })
    .click()
  await page.getByLabel('Tên', { exact: true }).fill('Ân')
  await page.keyboard.press('F8')
  await page.getByText('Đã gửi yêu cầu bổ sung').waitFor()
}

export async function answerSupplement(page: Page, dossier: string): Promise<void> {
  const me = at(page)
  await page.goto(dossier)
  await me.follow('Xem và bổ sung')
  await me.choose('Đồng ý ghi: Nguyễn Minh Ân')
  const buffer = photo(90)
  await page
    .getByLabel('Tải lên giấy tờ')
    .setInputFiles({ name: 'chung-sinh-ro.png', mimeType: 'image/png', buffer })
  await me.press('Gửi bổ sung')
  assert.match(await page.locator('main').innerText(), /Ông\/bà đã bổ sung/)
}

/** The civil-status officer: the number that was given for the child, then the proposal. */
export async function propose(page: Page, personalNumber: string): Promise<void> {
  await page.goto('/can-bo/ho-so')
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByText('Thẩm tra').first().waitFor()
  await keys.press('n')
  await page.keyboard.type(personalNumber)
  await keys.press('F8')
  await page.getByText('Đã trình.').waitFor()
  assert.ok(keys.count() <= 12, `${keys.count()} keys`)
}

export async function confirmPreview(
  page: Page,
  { dossier, words }: { dossier: string; words: readonly string[] },
): Promise<void> {
  const me = at(page)
  await page.goto(dossier)
  await me.follow('Xem bản xem trước')
  const preview = await page.locator('main').innerText()
  for (const word of words) assert.ok(preview.includes(word), `${word} in the preview`)
  await me.press('Đúng, đề nghị ký')
  assert.match(await page.locator('main').innerText(), /Ông\/bà đã xác nhận bản xem trước/)
}

export async function sign(page: Page): Promise<void> {
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByRole('heading', { name: 'Trước khi ký' }).waitFor()
  await keys.press('F8')
  await page.getByText('Không còn hồ sơ nào chờ ký').waitFor()
  assert.ok(keys.count() <= 4, `${keys.count()} keys`)
}

/** Originals compared, the paper book signed at its page: only now is the birth registered. */
export async function handOver(page: Page): Promise<void> {
  await page.goto('/can-bo/tra-ket-qua')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Sổ đăng ký khai sinh năm 20\d\d: số 1$/ }).waitFor()
  const originals = page.getByRole('group', { name: /Bản chính/ }).getByRole('checkbox')
  for (const original of await originals.all()) await original.press('Space')
  await page.getByLabel('Trang', { exact: true }).fill('12')
  await page.keyboard.press('F8')
  await page.getByText('Đã trả kết quả và ghi Sổ hộ tịch').waitFor()
}
