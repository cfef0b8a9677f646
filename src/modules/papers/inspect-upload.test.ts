// needs: poppler-utils, qpdf
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { inspectImage, inspectPdfUpload, inspectUpload, renderPaper } from './index.ts'
import { asFile, run, SAMPLE_DAY, sampleDeclaration } from './testing.ts'

/** A one-page PDF with further objects, numbered from 4. */
function tinyPdf({ catalog = '', objects = [] as string[], header = '%PDF-1.7' } = {}): Buffer {
  const all = [
    `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>',
    ...objects,
  ]
  let text = `${header}\n`
  const offsets = all.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const root = `<</Size ${all.length + 1} /Root 1 0 R>>`
  const trailer = `trailer\n${root}\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

function objectStream(index: string, data: string): string {
  const header = `/Type /ObjStm ${index} /Filter /FlateDecode /Length ${data.length}`
  return `<<${header}>>\nstream\n${data}\nendstream`
}

async function throughQpdf(pdf: Uint8Array, ...options: string[]): Promise<Buffer> {
  const [from, to] = [asFile(pdf), asFile(new Uint8Array(), 'out.pdf')]
  const { code, output } = await run('qpdf', [...options, from, to])
  assert.notEqual(code, 2, output)
  return readFileSync(to)
}

const declaration = () =>
  renderPaper('declaration@1', sampleDeclaration(), { createdAt: SAMPLE_DAY })

test('a plain PDF comes in, however it is packed', async () => {
  const paper = await declaration()
  const expected = { ok: true, mime: 'application/pdf', pages: 1 }
  assert.deepEqual(inspectUpload(paper), expected)
  assert.deepEqual(inspectUpload(tinyPdf()), expected)
  for (const options of [
    ['--object-streams=generate'],
    ['--linearize', '--object-streams=generate'],
    ['--qdf', '--object-streams=disable'],
  ])
    assert.deepEqual(inspectUpload(await throughQpdf(paper, ...options)), expected)
})

const SCRIPT = '<</S /JavaScript /JS (app.alert\\(1\\))>>'
const refused: [string, Parameters<typeof tinyPdf>[0], string][] = [
  [
    'a script that opens with it',
    { catalog: '/OpenAction 4 0 R', objects: [SCRIPT] },
    'file-pdf-has-script',
  ],
  [
    'a script by an escaped name',
    { objects: ['<</S /J#61vaScript /J#53 (x)>>'] },
    'file-pdf-has-script',
  ],
  [
    'a script in a deep dictionary',
    { catalog: '/Names <</X [<</Y <</JS (x)>> >>]>>' },
    'file-pdf-has-script',
  ],
  [
    'an XFA form',
    { catalog: '/AcroForm <</Fields [] /XFA 4 0 R>>', objects: ['[]'] },
    'file-pdf-has-script',
  ],
  ['a program to start', { objects: ['<</S /Launch /F (calc.exe)>>'] }, 'file-pdf-has-action'],
  [
    'a form that sends itself',
    { objects: ['<</S /SubmitForm /F (http://x)>>'] },
    'file-pdf-has-action',
  ],
  [
    'an embedded file',
    { objects: ['<</Type /Filespec /EF <</F 5 0 R>> >>'] },
    'file-pdf-has-attachment',
  ],
  [
    'embedded files by name',
    { catalog: '/Names <</EmbeddedFiles 4 0 R>>', objects: ['<<>>'] },
    'file-pdf-has-attachment',
  ],
]
for (const [what, parts, code] of refused)
  test(`a PDF with ${what} is refused, packed in streams or not`, async () => {
    const pdf = tinyPdf(parts)
    assert.deepEqual(inspectPdfUpload(pdf), { ok: false, code })
    const packed = await throughQpdf(pdf, '--object-streams=generate', '--preserve-unreferenced')
    assert.deepEqual(inspectPdfUpload(packed), { ok: false, code })
  })

test('a script hidden in a compressed object stream is found', () => {
  const content = '4 0 5 3 42 <</S /JavaScript /JS (x)>>'
  const data = deflateSync(content).toString('latin1')
  const stream = objectStream('/N 2 /First 8', data)
  const pdf = tinyPdf({ objects: [stream] })
  assert.ok(!pdf.includes('JavaScript'))
  assert.deepEqual(inspectPdfUpload(pdf), { ok: false, code: 'file-pdf-has-script' })
})

test('an object stream inside the data of another stream is not overlooked', () => {
  const hidden = '9 0 obj <</Type /ObjStm /N 1 /First 4 /Length 20>> stream'
  const pdf = tinyPdf({ objects: [`<</Length ${hidden.length}>>\nstream\n${hidden}\nendstream`] })
  assert.deepEqual(inspectPdfUpload(pdf), { ok: false, code: 'file-damaged' })
})

test('an object stream that swells beyond measure is refused', () => {
  const data = deflateSync(Buffer.alloc(100 * 1024 * 1024, 32)).toString('latin1')
  const stream = objectStream('/N 1 /First 4', data)
  assert.deepEqual(inspectPdfUpload(tinyPdf({ objects: [stream] })), {
    ok: false,
    code: 'file-damaged',
  })
})

test('a PDF with a password is refused as encrypted', async () => {
  const locked = await throughQpdf(tinyPdf(), '--encrypt', 'u', 'o', '256', '--')
  assert.deepEqual(inspectPdfUpload(locked), { ok: false, code: 'file-pdf-encrypted' })
})

test('a PDF cut short, without pages or nested without end is damaged', async () => {
  const paper = await declaration()
  for (const pdf of [
    paper.subarray(0, paper.length - 200),
    tinyPdf().subarray(0, 100),
    Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'),
    tinyPdf({ objects: ['['.repeat(100_000)] }),
    tinyPdf({ objects: ['(never closed'] }),
  ])
    assert.deepEqual(inspectPdfUpload(pdf), { ok: false, code: 'file-damaged' })
})

test('a PDF of more than 200 pages is refused', () => {
  const pages = Array.from({ length: 200 }, () => '<</Type /Page /Parent 2 0 R>>')
  assert.deepEqual(inspectPdfUpload(tinyPdf({ objects: pages })), {
    ok: false,
    code: 'file-pdf-too-long',
  })
  assert.equal(inspectPdfUpload(tinyPdf({ objects: pages.slice(1) })).ok, true)
})

test('an empty file is empty, whatever it is called', () => {
  for (const inspect of [inspectUpload, inspectPdfUpload, inspectImage])
    assert.deepEqual(inspect(new Uint8Array()), { ok: false, code: 'file-empty' })
})

test('a program, a page or a text named .jpg is not a picture', () => {
  for (const start of ['MZ\x90\0', '<html><script>', 'GIF89a', 'RIFF....WEBP', '\x7fELF', 'a'])
    assert.deepEqual(inspectUpload(Buffer.from(start.padEnd(64, '\0'), 'latin1')), {
      ok: false,
      code: 'file-type-mismatch',
    })
  const late = Buffer.concat([Buffer.from('MZ'), tinyPdf()])
  assert.deepEqual(inspectPdfUpload(late), { ok: false, code: 'file-type-mismatch' })
})

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = pngChunk('IDAT', deflateSync(Buffer.alloc(64)))
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    data,
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, ...bytes: number[]) =>
  Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff, ...bytes])

function jpeg(width: number, height: number): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ...Buffer.from('JFIF\0')),
    segment(0xc2, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    // A stuffed FF, a restart mark and a second scan, as progressive photos have.
    Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    Buffer.from([5, 6, 0xff, 0xd9]),
  ])
}

test('a photo is known by its structure, with its width and height', async () => {
  assert.deepEqual(inspectUpload(jpeg(4032, 3024)), {
    ok: true,
    mime: 'image/jpeg',
    width: 4032,
    height: 3024,
  })
  assert.deepEqual(inspectUpload(png(640, 480)), {
    ok: true,
    mime: 'image/png',
    width: 640,
    height: 480,
  })
  for (const [option, mime, ending] of [
    ['-png', 'image/png', 'png'],
    ['-jpeg', 'image/jpeg', 'jpg'],
  ] as const) {
    const path = asFile(await declaration())
    await run('pdftoppm', ['-r', '72', option, '-singlefile', path, path])
    const found = inspectUpload(readFileSync(`${path}.${ending}`))
    assert.ok(found.ok && found.mime === mime && 'width' in found && found.width === 596)
  }
})

test('a photo that a phone extends after its end comes in', () => {
  const extended = Buffer.concat([jpeg(100, 100), Buffer.from('MotionPhoto_Data')])
  assert.equal(inspectImage(extended).ok, true)
})

test('a picture cut short anywhere is damaged', () => {
  for (const whole of [jpeg(100, 100), png(100, 100)])
    for (let length = 8; length < whole.length; length += 1)
      assert.deepEqual(inspectImage(whole.subarray(0, length)), { ok: false, code: 'file-damaged' })
})

test('a PNG with a wrong checksum, a tail or no width is damaged', () => {
  const wrong = Buffer.from(png(100, 100))
  wrong[20] = (wrong[20] ?? 0) ^ 1
  for (const bytes of [wrong, Buffer.concat([png(9, 9), Buffer.from('MZ')]), png(0, 9)])
    assert.deepEqual(inspectImage(bytes), { ok: false, code: 'file-damaged' })
})

test('a picture of 120 megapixels comes in, one of more does not', () => {
  assert.equal(inspectImage(png(12_000, 10_000)).ok, true)
  for (const bytes of [png(12_000, 10_001), png(30_001, 1), jpeg(65_535, 65_535)])
    assert.deepEqual(inspectImage(bytes), { ok: false, code: 'file-image-too-large' })
})

test('no bytes whatever make the inspection throw', async () => {
  const seeds = [await declaration(), tinyPdf(), jpeg(10, 10), png(10, 10)]
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
      fc.nat(),
      (seed, changes, cut) => {
        const bytes = Uint8Array.from(seed)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const found = inspectUpload(bytes.subarray(0, cut % (bytes.length + 1)))
        assert.equal(typeof found.ok, 'boolean')
      },
    ),
    { numRuns: 500 },
  )
})
