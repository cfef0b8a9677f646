import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { at, declareBirth } from './father.ts'
import { openBrowser, openDevice } from './browser.ts'
import { openWorld, type World } from './world.ts'
import { lacks } from '../../src/testing/tools.ts'

const skip = lacks('chromium')

describe('a father files from a phone of 390 px', { skip }, () => {
  let world: World
  let browser: Browser

  before(async () => {
    world = await openWorld()
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await world.close()
  })

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with JavaScript' : 'with JavaScript off'
    test(`from the portal to the filing receipt, ${how}`, async () => {
      const { context, page, errors } = await openDevice(browser, {
        width: 390,
        isPhone: true,
        javaScript,
        url: world.url,
      })
      const me = at(page)
      await declareBirth(page)
      await page.getByText('NGUYỄN MINH AN').or(page.getByText('Nguyễn Minh An')).first().waitFor()
      await me.press('Tiếp tục: xác nhận số điện thoại')
      await me.press('Gửi mã')
      const message = await world.newestMessageTo('0912345318')
      const code = /\d{6}/.exec(message)?.[0] ?? ''
      await me.type('Mã xác nhận', code)
      await me.press('Xác nhận')
      await me.press('Nộp hồ sơ')
      assert.equal(await me.heading(), 'Đã nộp hồ sơ')
      const body = await page.locator('main').innerText()
      assert.match(body, /\d{3} \d{3} \d{4}/)
      assert.match(body, /000\.01\.87\.H26-160812-000[12]/)
      assert.match(body, /chung-sinh\.png/)
      assert.match(body, /Phường trả lời trước/)
      const receipt = page.url()
      await page.goBack()
      await page.goto(receipt)
      await me.follow('Theo dõi hồ sơ')
      assert.match(await page.locator('main').innerText(), /Ông\/bà đã nộp qua mạng/)
      assert.deepEqual(errors, [])
      await context.close()
      world.clock.advance(60 * 60_000)
    })
  }
})
