// needs: poppler-utils, qpdf, zbar-tools
import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { renderDossierRegister, renderPaper, type SlipData } from './index.ts'
import { asFile, blackWidthMm, run, SAMPLE_DAY } from './testing.ts'
import { SAMPLE_REGISTER, sampleLines, samplePapersSent, sampleSlip } from './testing-slips.ts'

const options = { createdAt: SAMPLE_DAY }

async function printed(slip: SlipData): Promise<{ pages: number; text: string; path: string }> {
  const path = asFile(await renderPaper('slip@1', slip, options))
  const { output: info } = await run('pdfinfo', [path])
  const { output: text } = await run('pdftotext', ['-layout', path, '-'])
  assert.match(info, /Page size: +419\.\d+ x 595\.\d+/)
  const pages = Number(/Pages: +(\d+)/.exec(info)?.[1])
  return { pages, text: text.replace(/\s+/g, ' '), path }
}

/** Height of a word in points, which tells the size of the text. */
async function sizeOf(path: string): Promise<number> {
  const { output } = await run('pdftotext', ['-bbox', path, '-'])
  const [, top, bottom] = /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Tiếp</.exec(output) ?? []
  return Number(bottom) - Number(top)
}

test('an ordinary slip is one A5 page with every word of its parts, at the usual size', async () => {
  const { pages, text, path } = await printed(sampleSlip())
  assert.equal(pages, 1)
  for (const expected of [
    'Mẫu số 01',
    'UBND PHƯỜNG LÁNG THƯỢNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Tiếp nhận hồ sơ của: Ông/bà ĐOÀN THỊ Ỷ',
    '16 giờ 30 phút, thứ Sáu',
    'NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ',
    'Tra cứu: nhắn tin MC 8079796831 gửi 8109.',
  ])
    assert.ok(text.includes(expected), `${expected} not in ${text}`)
  assert.ok((await sizeOf(path)) > 8)
})

test('a slip too long for its page is printed smaller, and stays one page', async () => {
  const usual = await printed(sampleSlip())
  const long = await printed(sampleSlip({ blocks: [...sampleSlip().blocks, samplePapersSent(9)] }))
  assert.equal(long.pages, 1)
  assert.ok((await sizeOf(long.path)) < (await sizeOf(usual.path)))
})

test('one that fits no page goes on at the usual size, its pages numbered', async () => {
  const usual = await printed(sampleSlip())
  const long = await printed(sampleSlip({ blocks: [...sampleSlip().blocks, samplePapersSent(60)] }))
  assert.ok(long.pages > 1)
  assert.equal(await sizeOf(long.path), await sizeOf(usual.path))
  assert.match(long.text, /Số: 0031\/TNHS, trang 1\/\d/)
})

test('the code is read by a scanner and its black is 20 mm wide', async () => {
  const { path } = await printed(sampleSlip())
  const picture = `${dirname(path)}/page`
  await run('pdftoppm', ['-r', '254', '-png', '-singlefile', path, picture])
  const { output } = await run('zbarimg', ['-q', '--xml', `${picture}.png`])
  assert.ok(output.includes('https://motcua.example/q/q3Jk9XcWm2T0aB5dVhZ7sA'), output)
  const { output: words } = await run('pdftotext', ['-bbox', path, '-'])
  const caption = Number(/yMin="([\d.]+)"[^>]*>Tra</.exec(words)?.[1]) * (25.4 / 72)
  const area = { x: [113, 136], y: [caption - 18, caption - 4] } as const
  const widthMm = await blackWidthMm(path, area)
  assert.ok(widthMm > 19.7 && widthMm < 20.4, `${widthMm} mm`)
})

test('text in a slip is text, whatever it looks like', async () => {
  const odd = '#panic() $x$ *đậm* <nhãn> \\ "ngoặc"'
  const { text } = await printed(sampleSlip({ blocks: [{ kind: 'line', line: [odd] }] }))
  assert.ok(text.includes(odd), text)
})

test('a slip exists whatever was typed: what the font lacks is shown by its code', async () => {
  const odd: SlipData = sampleSlip({
    blocks: [{ kind: 'line', line: ['Ảnh mờ 😀 漢 → chụp lại'] }],
  })
  await assert.rejects(renderPaper('slip@1', odd, options), { code: 'paper-character-unprintable' })
  const pdf = await renderPaper('slip@1', odd, { ...options, unprintable: 'show' })
  const { output } = await run('pdftotext', ['-layout', asFile(pdf), '-'])
  assert.match(output, /Ảnh mờ \[U\+1F600\] \[U\+6F22\] → chụp lại/)
})

async function register(count: number): Promise<string> {
  const parts: Uint8Array[] = []
  const pages = renderDossierRegister(SAMPLE_REGISTER, sampleLines(count), {
    ...options,
    total: (rows) => `Tổng số: ${rows} hồ sơ.`,
  })
  for await (const part of pages) parts.push(part)
  return asFile(Buffer.concat(parts))
}

for (const count of [0, 1, 59, 60, 61, 400])
  test(`a register of ${count} lines has each once, in order, on sound A4 pages`, async () => {
    const path = await register(count)
    assert.equal((await run('qpdf', ['--check', path])).code, 0)
    const { output: info } = await run('pdfinfo', [path])
    assert.match(info, /Page size: +841\.\d+ x 595\.\d+ pts \(A4\)/)
    const { output: text } = await run('pdftotext', ['-layout', path, '-'])
    const numbers = [...text.matchAll(/Thủ tục (\d+)/g)].map(([, no]) => Number(no))
    assert.deepEqual(
      numbers,
      Array.from({ length: count }, (_, index) => index + 1),
    )
    const pages = Number(/Pages: +(\d+)/.exec(info)?.[1])
    const turned = [...text.matchAll(/trang (\d+)/g)].map(([, page]) => Number(page))
    assert.deepEqual(
      turned,
      Array.from({ length: pages }, (_, index) => index + 1),
    )
    assert.equal(text.split('SỔ THEO DÕI HỒ SƠ').length, 2, 'one heading')
    assert.equal(text.split('Ký nhận').length - 1, pages, 'the head on every page')
    assert.ok(text.includes(`Tổng số: ${count} hồ sơ.`))
    const fonts = (await run('pdffonts', [path])).output.split('\n').slice(2).filter(Boolean)
    for (const font of fonts) assert.match(font, /LiberationSerif.* yes yes yes/)
  })

test('a line of the register that holds what the font lacks shows its code', async () => {
  async function* odd() {
    for await (const line of sampleLines(1)) yield line.with(4, 'Nguyễn 😀')
  }
  const parts: Uint8Array[] = []
  const total = () => ''
  for await (const part of renderDossierRegister(SAMPLE_REGISTER, odd(), { ...options, total }))
    parts.push(part)
  const { output } = await run('pdftotext', ['-layout', asFile(Buffer.concat(parts)), '-'])
  assert.match(output.replace(/\s+/g, ' '), /Nguyễn.*\[U\+1F600\]/)
})

test('the register is written while it is read: pages leave before the last line came', async () => {
  let read = 0
  async function* counted() {
    for await (const line of sampleLines(300)) {
      read += 1
      yield line
    }
  }
  const pages = renderDossierRegister(SAMPLE_REGISTER, counted(), { ...options, total: () => '' })
  let early = 0
  for await (const part of pages) if (read < 300) early += part.length
  assert.ok(early > 20_000, `${early} bytes`)
})
