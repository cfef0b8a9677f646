// needs: chromium, poppler-utils, zbar-tools
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { findDossierAt } from '../../src/modules/dossiers/index.ts'
import { loadAssets } from '../../src/web/http/assets.ts'
import { openBrowser, openDevice } from './browser.ts'
import { openDesk } from './desk-client.ts'
import { confirmAsOwner, fileBirth, signIn } from './desk-world.ts'
import { openWorld, type World } from './world.ts'

const run = promisify(execFile)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let world: World
let browser: Browser
let pages: Record<string, string>

/** One dossier at each stage, and enough others to fill a page of the list. */
before(async () => {
  world = await openWorld({ now: new Date('2016-08-12T10:42:00+07:00') })
  const filed = await fileBirth(world)
  const [waiting, signing, signed] = [
    await fileBirth(world, { 'contact.phone': '0912345501' }),
    await fileBirth(world, { 'contact.phone': '0912345502' }),
    await fileBirth(world, { 'contact.phone': '0912345503' }),
  ]
  const clerk = await openDesk(world, 'hang')
  const officer = await openDesk(world, 'yen')
  const chairman = await openDesk(world, 'vinh')
  const url = (one: typeof filed, tail = '') =>
    `/can-bo/ho-so/${one.dossier.code}${tail && `/${tail}`}`
  for (const one of [waiting, signing, signed]) await clerk.send(url(one), 'tiep-nhan')
  const remark = 'Đã so sánh, không trùng.'
  for (const one of [signing, signed]) {
    await officer.send(url(one), 'trinh', { remark })
    await confirmAsOwner(one.owner, one.dossier)
  }
  await chairman.send(url(signed), 'ky')
  await world.runJobs()
  pages = {
    'hang list': '/can-bo/ho-so',
    'hang empty': '/can-bo/ho-so?q=khong',
    'hang filed': url(filed),
    'hang supplement': `${url(filed, 'bo-sung')}?sua=child.name`,
    'hang decline': url(filed, 'tu-choi'),
    'hang difference': `${url(filed, 'doi-chieu')}?muc=child.sex`,
    'hang comparison': url(filed, `so-sanh/${signed.dossier.id}`),
    'hang receipt': url(waiting, 'giay-hen'),
    'hang hand-over': url(signed, 'tra-ket-qua'),
    'hang blanks': '/can-bo/phoi',
    'hang book': '/can-bo/so-ho-tich',
    'hang help': '/can-bo/tro-giup',
    'yen processing': url(waiting),
    'vinh signing': url(signing),
    'vinh queue': '/can-bo/ho-so?hang=signing',
  }
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Axe = {
      run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
    const options = { iframes: false, resultTypes: ['violations'] }
    const found = await (window as unknown as { axe: Axe }).axe.run(options)
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
  })
}

for (const width of [1366, 390])
  test(`at ${width} px no page of the desk has an accessibility violation or overflows (also at 320)`, async () => {
    for (const login of ['hang', 'yen', 'vinh']) {
      const { page, errors } = await openDevice(browser, { width, url: world.url })
      await signIn(page, login)
      for (const [name, url] of Object.entries(pages)) {
        if (!name.startsWith(`${login} `)) continue
        const reply = await page.goto(url)
        assert.equal(reply?.status(), 200, name)
        assert.deepEqual(await violations(page), [], `${name} at ${width}`)
        if (width === 390) await page.setViewportSize({ width: 320, height: 640 })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.ok(wide <= 0, `${name} is ${wide} px too wide, asked at ${width}`)
        if (width === 390) await page.setViewportSize({ width, height: 844 })
      }
      assert.deepEqual(errors, [])
      await page.context().close()
    }
  })

test('desk pages stay under 14 KB, the list with 50 rows too, scripts under 2 KB', async () => {
  for (let n = 0; n < 48; n += 1) {
    await fileBirth(world, {
      'contact.phone': `09123456${String(n).padStart(2, '0')}`,
      'child.name': { full: `Nguyễn ${'AĂÂBCDĐEÊGHIKLMN'[n % 16]}${'aăâeêioôơuưy'[n % 12]}` },
    })
  }
  const desks = new Map<string, Awaited<ReturnType<typeof openDesk>>>()
  for (const login of ['hang', 'yen', 'vinh']) desks.set(login, await openDesk(world, login))
  for (const [name, url] of Object.entries(pages)) {
    const { html } = await desks.get(name.split(' ')[0]!)!.get(url)
    const bytes = gzipSync(html).length
    assert.ok(bytes <= 14 * 1024, `${name}: ${bytes} bytes`)
    assert.doesNotMatch(html, /\sstyle=|\son[a-z]+="|undefined|\[object|NaN/, name)
  }
  const { html } = await desks.get('hang')!.get('/can-bo/ho-so')
  assert.equal([...html.matchAll(/<th scope="row">/g)].length, 50)
  const next = /href="(\/can-bo\/ho-so\?hang=todo&amp;sau=[^"]+)"/.exec(html)![1]!
  const second = await desks.get('hang')!.get(next.replaceAll('&amp;', '&'))
  assert.equal([...second.html.matchAll(/<th scope="row">/g)].length, 2)
  const { files } = loadAssets()
  const scripts = ['mc.js', 'desk.js'].map((name) => files.get(name)!.gzip!.length)
  assert.ok(scripts[0]! + scripts[1]! <= 2048, `scripts: ${scripts.join(' + ')} bytes`)
})

test('the receipt prints on one A5 and one A4 page; its QR holds the secret, not the code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giay-hen-'))
  const { page } = await openDevice(browser, { width: 1366, url: world.url })
  await signIn(page, 'hang')
  await page.goto(pages['hang receipt']!)
  const pdf = join(folder, 'giay-hen.pdf')
  await writeFile(pdf, await page.pdf({ preferCSSPageSize: true }))
  const { stdout } = await run('pdfinfo', ['-f', '1', '-l', '9', pdf])
  assert.match(stdout, /Pages:\s+2\n/)
  const sizes = [...stdout.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)]
  assert.deepEqual(
    sizes.map(([, width, height]) => [Math.round(+width!), Math.round(+height!)]),
    [
      [420, 595],
      [595, 842],
    ],
  )
  await run('pdftoppm', ['-r', '200', '-png', pdf, join(folder, 'trang')])
  const dossier = await findDossierAt(world.deps.db, await locationOf(pages['hang receipt']!))
  const secret = `${world.url}/q/${dossier!.secret}`
  for (const sheet of ['trang-1.png', 'trang-2.png']) {
    const read = await run('zbarimg', ['-q', '--raw', join(folder, sheet)])
    assert.equal(read.stdout.trim(), secret, sheet)
  }
  await rm(folder, { recursive: true })
  await page.context().close()
})

async function locationOf(url: string): Promise<{ agencyId: string; dossierId: string }> {
  const { rows } = await world.database.owner.query<{ agencyId: string; dossierId: string }>(
    `select agency_id as "agencyId", id as "dossierId" from dossier where code = $1`,
    [url.split('/')[3]],
  )
  return rows[0]!
}
