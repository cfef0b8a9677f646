import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Debian's Chromium, which finds this machine and no other. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
}

export type Device = {
  width: number
  height?: number
  javaScript?: boolean
  /** A phone: touch, narrow. */
  isPhone?: boolean
}

/** A browser of one person: its own cookies. Any request to another host fails the test. */
export async function openDevice(
  browser: Browser,
  device: Device & { url: string },
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({
    baseURL: device.url,
    viewport: { width: device.width, height: device.height ?? (device.isPhone ? 844 : 768) },
    javaScriptEnabled: device.javaScript ?? true,
    hasTouch: device.isPhone ?? false,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  context.setDefaultTimeout(30_000)
  const errors: string[] = []
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== device.url)
      errors.push(`asked ${origin} for something`)
  })
  context.on('weberror', (error) => errors.push(error.error().message))
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      errors.push(message.text())
  })
  return { context, page, errors }
}
