import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { preflight, renderPaper } from './index.ts'
import { readPdf } from './pdf-document.ts'
import { appendUpdate, nextNumber } from './pdf-update.ts'
import { SAMPLE_DAY, sampleCertificate, sampleDeclaration } from './testing.ts'

let paper: Buffer

before(async () => {
  const made = await renderPaper('birth-certificate@1', sampleCertificate(), {
    createdAt: SAMPLE_DAY,
  })
  paper = Buffer.from(made)
})

const codes = (pdf: Uint8Array) => [...new Set(preflight(pdf).map(({ code }) => code))]

/** The paper with one place changed, of the same length so that its table stays right. */
function replaced(from: string, to: string): Buffer {
  const text = paper.toString('latin1')
  assert.ok(text.includes(from) && from.length === to.length)
  return Buffer.from(text.replace(from, to), 'latin1')
}

/** The paper with an object more. */
function withObject(body: string): Buffer {
  const document = readPdf(paper)
  return appendUpdate(document, [{ number: nextNumber(document), body }])
}

test('a paper of ours has nothing against it', () => {
  assert.deepEqual(preflight(paper), [])
})

test('a paper that does not say it is PDF/A-2 is found', () => {
  assert.deepEqual(codes(replaced('<pdfaid:part>2', '<pdfaid:part>1')), ['not-pdfa'])
  assert.deepEqual(codes(replaced('conformance>U<', 'conformance>X<')), ['not-pdfa'])
})

test('a missing output intent, title or language is found', () => {
  assert.deepEqual(codes(replaced('/GTS_PDFA1', '/GTS_PDFX1')), ['no-output-intent'])
  assert.deepEqual(codes(replaced('<dc:title>', '<dc:titel>')), ['no-title'])
  assert.deepEqual(codes(replaced('/Lang (vi-VN)', '/Gnal (vi-VN)')), ['no-language'])
})

test('a font that is not inside is found', () => {
  assert.deepEqual(codes(replaced('/FontFile2', '/FontFilex')), ['font-not-embedded'])
  const bare = withObject('<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>')
  assert.deepEqual(codes(bare), ['font-not-embedded'])
})

for (const [body, code] of [
  ['<</S /JavaScript /JS (x)>>', 'has-script'],
  ['<</A <</S /Launch>> >>', 'has-action'],
  ['<</AA <<>> >>', 'has-action'],
  ['<</A [<</S /URI /URI (http://x)>>]>>', 'has-external-reference'],
  ['<</Length 0 /F (other.bin)>>\nstream\n\nendstream', 'has-external-reference'],
  ['<</EF <</F 1 0 R>> >>', 'has-embedded-file'],
] as const)
  test(`${body.replace(/\s+/g, ' ')} in a paper is found as ${code}`, () => {
    assert.deepEqual(codes(withObject(body)), [code])
  })

test('an encrypted paper is found', () => {
  const text = paper.toString('latin1').replace(/\/Info \d+ 0 R/, '/Encrypt 1 0 R $&')
  assert.deepEqual(codes(Buffer.from(text, 'latin1')), ['encrypted'])
})

test('a blank to fill in is no PDF/A and does not pass', async () => {
  const blank = sampleDeclaration({ blank: true, agency: '' })
  const codesFound = codes(await renderPaper('declaration@1', blank, { createdAt: SAMPLE_DAY }))
  assert.ok(codesFound.includes('not-pdfa'))
})

test('bytes that are no PDF are one problem, not a crash', () => {
  assert.deepEqual(codes(Buffer.from('hello')), ['not-a-pdf'])
  assert.deepEqual(codes(new Uint8Array()), ['not-a-pdf'])
})
