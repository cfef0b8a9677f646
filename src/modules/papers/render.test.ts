// needs: poppler-utils, qpdf, zbar-tools
import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../platform/refusal.ts'
import { preflight, renderPaper, type PaperTemplate } from './index.ts'
import {
  asFile,
  blackWidthMm,
  run,
  SAMPLE_DAY,
  sampleCertificate,
  sampleDeclaration,
  samplePapers,
} from './testing.ts'

const options = { createdAt: SAMPLE_DAY }

async function textIn(pdf: Uint8Array): Promise<string> {
  const { output } = await run('pdftotext', ['-layout', asFile(pdf), '-'])
  return output
}

/** The text with line ends and runs of spaces as one space: a long value may turn its line. */
const flowing = (text: string) => text.replace(/\s+/g, ' ')

const papers = samplePapers()

for (const template of Object.keys(papers) as PaperTemplate[])
  test(`${template} is PDF/A by our preflight, sound by qpdf, all its fonts inside`, async () => {
    const pdf = await renderPaper(template, papers[template], options)
    assert.deepEqual(preflight(pdf), [])
    const path = asFile(pdf)
    assert.equal((await run('qpdf', ['--check', path])).code, 0)
    const fonts = (await run('pdffonts', [path])).output.split('\n').slice(2).filter(Boolean)
    assert.ok(fonts.length > 0)
    for (const font of fonts) assert.match(font, /LiberationSerif.* yes yes yes/)
  })

test('the same data and time give the same bytes; another time or name gives others', async () => {
  const make = (name: string, createdAt: Date) =>
    renderPaper('birth-certificate@1', sampleCertificate({}, { fullName: name }), { createdAt })
  const first = Buffer.from(await make('Đoàn Thị Ỷ', SAMPLE_DAY))
  assert.ok(first.equals(await make('Đoàn Thị Ỷ', SAMPLE_DAY)))
  assert.ok(!first.equals(await make('Đoàn Thị Ỳ', SAMPLE_DAY)))
  assert.ok(!first.equals(await make('Đoàn Thị Ỷ', new Date('2016-08-19T03:00:00Z'))))
})

test('every Vietnamese name comes back from the certificate exactly', async () => {
  const names = [
    "H'Hen Niê",
    'Đoàn Thị Ỷ',
    'Nguyễn Hoà',
    'Nguyễn Hòa',
    'Kră Jăn Đick',
    'Y Ƀlơ̆ Êban',
  ]
  for (const name of names) {
    const data = sampleCertificate(
      {
        father: { ...sampleCertificate().father!, fullName: name },
        requester: { fullName: name, identityPaper: '' },
      },
      { fullName: name },
    )
    const text = await textIn(await renderPaper('birth-certificate@1', data, options))
    assert.ok(
      text.includes(`Họ, chữ đệm, tên: ${name.toLocaleUpperCase('vi')}`.normalize('NFC')),
      name,
    )
    assert.ok(text.includes(`tên người cha: ${name}`.normalize('NFC')), `${name} in\n${text}`)
  }
})

test('every letter that Vietnamese is written with is in the font, in three faces', async () => {
  const base = [...'aăâeêioôơuưy'].flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) =>
      (vowel + tone).normalize('NFC'),
    ),
  )
  const letters = [...'bcdđghklmnpqrstvx', ...base, ...'čñĕĭŏŭ'].join('')
  // In words, since a word longer than a line would run off the paper.
  const all = (letters + letters.toLocaleUpperCase('vi')).match(/.{1,20}/gu)!.join(' ')
  const data = sampleDeclaration({ intro: all, place: all, agency: all })
  const pdf = await renderPaper('declaration@1', data, options)
  const text = flowing((await run('pdftotext', [asFile(pdf), '-'])).output)
  for (const word of all.split(' ')) assert.equal(text.split(word).length - 1, 3, word)
})

test('a name in a script that the font lacks is refused, not printed with a hole', async () => {
  const paper = renderPaper(
    'birth-certificate@1',
    sampleCertificate({}, { fullName: '李小龍 A' }),
    options,
  )
  await assert.rejects(paper, (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.code, 'paper-character-unprintable')
    assert.deepEqual(error.data['characters'], ['U+674E', 'U+5C0F', 'U+9F8D'])
    return true
  })
})

test('data is never markup: what Typst would run is printed as it stands', async () => {
  const evil = '#panic("x") *bold* $x$ \\ <field> #sys.inputs.data [a] @b `c` // d'
  const data = sampleCertificate({ remark: evil })
  const text = flowing(await textIn(await renderPaper('birth-certificate@1', data, options)))
  assert.ok(text.includes(`Ghi chú: ${evil}`), text)
})

test('any text of printable letters passes through the certificate unchanged', async () => {
  const letters = fc.constantFrom(...'aĂầẫôơựỵđĐ#$*_`<>@\\/"\'[]{}().,;:-~0159')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: letters, minLength: 1, maxLength: 30 }), async (remark) => {
      const data = sampleCertificate({ remark })
      const text = await textIn(await renderPaper('birth-certificate@1', data, options))
      assert.ok(text.includes(`Ghi chú: ${remark}`))
    }),
    { numRuns: 25 },
  )
})

test('control and bidi characters in a name are shown, so that nobody is deceived', async () => {
  const data = sampleCertificate({ remark: 'Nguyễn\u202eAn\u0007 \u200bBình\nNơi sinh: khác' })
  const text = flowing(await textIn(await renderPaper('birth-certificate@1', data, options)))
  assert.ok(text.includes('Nguyễn[U+202E]An[U+0007] [U+200B]Bình[U+000A]Nơi sinh: khác'), text)
})

test('with an unknown father his rows stay and are blank', async () => {
  const data = sampleCertificate({
    father: null,
    requester: { fullName: 'Nguyễn Hòa', identityPaper: '' },
  })
  const text = await textIn(await renderPaper('birth-certificate@1', data, options))
  assert.match(
    text,
    /Họ, chữ đệm, tên người cha: *\n\s*Năm sinh: +Dân tộc: +Quốc tịch: *\n\s*Nơi cư trú: *\n/,
  )
})

test('the vice-chairman signs for the chairman, with both titles', async () => {
  const text = await textIn(await renderPaper('birth-certificate@1', sampleCertificate(), options))
  assert.match(text, /KT\. CHỦ TỊCH\n\s+.*PHÓ CHỦ TỊCH\n[\s\S]*Trần Thị Ánh Tuyết/)
  assert.ok(text.includes('Bản điện tử'))
})

test('the QR leads to the verification address and is at least 20 mm wide', async () => {
  const pdf = await renderPaper('birth-certificate@1', sampleCertificate(), options)
  const path = asFile(pdf)
  const picture = `${dirname(path)}/page`
  await run('pdftoppm', ['-r', '150', '-png', '-singlefile', path, picture])
  const { output } = await run('zbarimg', ['-q', '--xml', `${picture}.png`])
  assert.ok(output.includes('https://motcua.example/kiem-tra/q3Jk9XcWm2T0aB5dVhZ7sA'))
  // Left of the signature, in the lower part of A4.
  const widthMm = await blackWidthMm(path, { x: [18, 100], y: [238, 258] })
  assert.ok(widthMm >= 20 && widthMm < 30, `${widthMm} mm`)
})

test('a preview says so, has no QR and does not call itself the electronic original', async () => {
  const data = sampleCertificate({ verification: null })
  const text = await textIn(await renderPaper('birth-certificate@1', data, options))
  assert.ok(/Bản xem trước/.test(text))
  assert.ok(!/Bản điện tử|Kiểm tra giấy này/.test(text))
})

test('values of 300 letters still print whole, on a second page if need be', async () => {
  const long = 'Nguyễn Phúc Tôn Nữ '.repeat(16).trim()
  const given = sampleCertificate()
  const data = sampleCertificate(
    {
      mother: { ...given.mother!, fullName: long, residence: long },
      father: { ...given.father!, fullName: long, residence: long },
      remark: long,
    },
    { fullName: long, birthPlace: long, homeTown: long },
  )
  const pdf = await renderPaper('birth-certificate@1', data, options)
  assert.deepEqual(preflight(pdf), [])
  const text = flowing(await textIn(pdf))
  assert.ok(text.includes(`tên người cha: ${long}`))
  assert.ok(text.includes(`Ghi chú: ${long}`) || text.includes('trang 2/2'))
})

test('the declaration prints every row, value and signature of its form', async () => {
  const data = sampleDeclaration({
    copies: 'Có, 3 bản',
    parents: { mother: 'Nguyễn Hòa', father: 'Nguyễn Hoà' },
  })
  const text = flowing(await textIn(await renderPaper('declaration@1', data, options)))
  for (const expected of [
    'Kính gửi: UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    "Họ, chữ đệm, tên: H'Hen Niê",
    'Giới tính: Nữ Dân tộc: Ê-đê Quốc tịch: Việt Nam',
    'Làm tại: Hà Nội, ngày 15 tháng 08 năm 2016',
    'Người mẹ Người cha Người yêu cầu',
    'Nguyễn Hòa Nguyễn Hoà Đoàn Nguyễn Hoà',
    'Đề nghị cấp bản sao: Có, 3 bản',
  ])
    assert.ok(text.includes(expected), `${expected} not in ${text}`)
})

test('on the numbered blank only values print, moved by what the printer shifts', async () => {
  const place = async (offset: { dxMm: number; dyMm: number }) => {
    const pdf = await renderPaper(
      'blank-overlay@1',
      { certificate: sampleCertificate(), offset },
      options,
    )
    const { output } = await run('pdftotext', ['-bbox', asFile(pdf), '-'])
    const word = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>15\/08\/2016</.exec(output)
    assert.ok(word)
    assert.ok(!/khai|Ghi/.test(output.replace(/<title>.*<\/title>/, '')), 'no label of the form')
    return { x: Number(word[1]), y: Number(word[2]) }
  }
  const [plain, moved] = [await place({ dxMm: 0, dyMm: 0 }), await place({ dxMm: 2.5, dyMm: -1 })]
  assert.ok(Math.abs(moved.x - plain.x - (2.5 * 72) / 25.4) < 0.05)
  assert.ok(Math.abs(moved.y - plain.y + 72 / 25.4) < 0.05)
})
