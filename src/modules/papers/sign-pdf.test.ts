// needs: poppler-utils, qpdf, openssl, libnss3-tools
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../platform/refusal.ts'
import {
  fileSigner,
  preflight,
  renderPaper,
  signPdf,
  verifyPdf,
  type FileSigner,
  type Signer,
} from './index.ts'
import { asFile, run, SAMPLE_DAY, sampleCertificate } from './testing.ts'

const home = mkdtempSync(join(tmpdir(), 'papers-home-'))
const ward = { code: '00187', name: 'UBND phường Láng Thượng' }
const details = {
  reason: 'Cấp giấy khai sinh',
  location: 'Thành phố Hà Nội',
  name: 'Trần Thị Ánh Tuyết',
  at: SAMPLE_DAY,
}
let keys: FileSigner
let signer: Signer
let roots: Uint8Array[]
let paper: Uint8Array
let signed: Uint8Array

before(async () => {
  keys = await fileSigner(home, { demo: true })
  signer = await keys.signerFor(ward)
  roots = await keys.trustedRoots()
  paper = await renderPaper('birth-certificate@1', sampleCertificate(), { createdAt: SAMPLE_DAY })
  signed = await signPdf(paper, signer, details)
})
after(() => rmSync(home, { recursive: true }))

test('pdfsig says that the signature is valid and covers the whole document', async () => {
  const { output, code } = await run('pdfsig', ['-nocert', asFile(signed)])
  assert.equal(code, 0)
  assert.match(output, /Signer Certificate Common Name: UBND phường Láng Thượng \(DEMO\)/)
  assert.match(output, /Signature is Valid\./)
  assert.match(output, /Total document signed/)
  assert.match(output, /Signing Hash Algorithm: SHA-256/)
  assert.match(output, /Signature Type: ETSI\.CAdES\.detached/)
  assert.match(output, /Signing Time: Aug 18 2016 03:00:00/)
})

test('pdfsig trusts the certificate once the demo authority is imported', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nss-'))
  const root = join(home, 'keys/trusted/demo-root.pem')
  await run('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password'])
  const stranger = await run('pdfsig', ['-nssdir', `sql:${folder}`, asFile(signed)])
  assert.match(stranger.output, /issuer isn't Trusted/)
  await run('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'demo', '-t', 'CT,C,C', '-i', root])
  const { output } = await run('pdfsig', ['-nssdir', `sql:${folder}`, asFile(signed)])
  assert.match(output, /Signature is Valid\.[\s\S]*Certificate is Trusted\./)
  rmSync(folder, { recursive: true })
})

test('the signed paper is still PDF/A, sound, and reads as before', async () => {
  assert.deepEqual(preflight(signed), [])
  const path = asFile(signed)
  const checked = await run('qpdf', ['--check', path])
  assert.equal(checked.code, 0, checked.output)
  assert.deepEqual(Buffer.from(signed.subarray(0, paper.length)), Buffer.from(paper))
  const text = (await run('pdftotext', [path, '-'])).output
  assert.equal(text, (await run('pdftotext', [asFile(paper), '-'])).output)
})

test('the signature is PAdES B-B: certificate bound in, time in the dictionary alone', async () => {
  const hex = /\/Contents <([0-9a-f]+)>/.exec(Buffer.from(signed).toString('latin1'))?.[1] ?? ''
  const cms = asFile(Buffer.from(hex, 'hex'), 'signature.der')
  const { output } = await run('openssl', [
    'cms',
    '-cmsout',
    '-print',
    '-inform',
    'DER',
    '-in',
    cms,
  ])
  assert.match(output, /id-smime-aa-signingCertificateV2/)
  assert.match(output, /messageDigest/)
  assert.match(output, /eContent: <ABSENT>/)
  assert.ok(!output.includes('signingTime'))
})

test('our own check agrees: valid, whole, by whom, when, trusted', async () => {
  assert.deepEqual(await verifyPdf(signed, roots), {
    signatures: [
      {
        valid: true,
        coversWholeDocument: true,
        signer: 'UBND phường Láng Thượng (DEMO)',
        at: SAMPLE_DAY,
        trusted: true,
      },
    ],
  })
})

test('a flipped byte is reported by pdfsig and by our check', async () => {
  const at = Buffer.from(signed).indexOf('stream', 0, 'latin1') + 20
  const changed = Uint8Array.from(signed)
  changed[at] = (changed[at] ?? 0) ^ 1
  const { output } = await run('pdfsig', ['-nocert', asFile(changed)])
  assert.match(output, /Signature is Invalid|Digest Mismatch/i)
  const [report] = (await verifyPdf(changed, roots)).signatures
  assert.equal(report?.valid, false)
})

test('no changed byte outside the signature itself leaves it valid', async () => {
  const text = Buffer.from(signed).toString('latin1')
  const start = text.lastIndexOf('/Contents <') + '/Contents '.length
  const end = text.indexOf('>', start) + 1
  const covered = fc
    .integer({ min: 0, max: signed.length - 1 })
    .filter((at) => at < start || at >= end)
  const change = fc.integer({ min: 1, max: 255 })
  await fc.assert(
    fc.asyncProperty(covered, change, async (at, bits) => {
      const { signatures } = await verifyPdf(flipped(at, bits), roots)
      assert.ok(!signatures.some(({ valid }) => valid), `byte ${at}`)
    }),
    { numRuns: 300 },
  )
})

test('a signature with a changed byte in its value is not valid, and never a crash', async () => {
  const text = Buffer.from(signed).toString('latin1')
  const start = text.lastIndexOf('/Contents <') + '/Contents <'.length
  const length = text.slice(start).match(/^.*?(?=(?:00)+>)/)![0].length
  // The signature value stands last: its last bytes are its own.
  for (let back = 3; back < 60; back += 2) {
    const { signatures } = await verifyPdf(flipped(start + length - back, 1), roots)
    assert.ok(!signatures.some(({ valid }) => valid))
  }
  for (let at = start; at < start + length; at += 37) await verifyPdf(flipped(at, 1), roots)
})

function flipped(at: number, bits: number): Uint8Array {
  const changed = Uint8Array.from(signed)
  changed[at] = (changed[at] ?? 0) ^ bits
  return changed
}

test('what is added after the signature shows as not covered', async () => {
  const longer = Buffer.concat([signed, Buffer.from('\n% more\n')])
  const [report] = (await verifyPdf(longer, roots)).signatures
  assert.deepEqual([report?.valid, report?.coversWholeDocument], [true, false])
})

test('a second signature leaves the first one valid and covers it', async () => {
  const other = await keys.signerFor({ code: '00190', name: 'UBND phường Cát Linh' })
  const later = new Date('2016-08-19T03:00:00Z')
  const twice = await signPdf(signed, other, { ...details, at: later })
  const { signatures } = await verifyPdf(twice, roots)
  assert.deepEqual(
    signatures.map(({ valid, trusted, coversWholeDocument }) => [
      valid,
      trusted,
      coversWholeDocument,
    ]),
    [
      [true, true, false],
      [true, true, true],
    ],
  )
  assert.equal((await run('qpdf', ['--check', asFile(twice)])).code, 0)
  const { output } = await run('pdfsig', ['-nocert', asFile(twice)])
  assert.equal(output.match(/Signature is Valid\./g)?.length, 2)
})

test('a signature of another authority is valid but not trusted', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'papers-other-'))
  const stranger = await (await fileSigner(elsewhere, { demo: true })).signerFor(ward)
  const theirs = await signPdf(paper, stranger, details)
  const [report] = (await verifyPdf(theirs, roots)).signatures
  assert.deepEqual([report?.valid, report?.trusted], [true, false])
  rmSync(elsewhere, { recursive: true })
})

test('an unsigned paper and a file that is no PDF have no signatures', async () => {
  assert.deepEqual(await verifyPdf(paper, roots), { signatures: [] })
  assert.deepEqual(await verifyPdf(Buffer.from('not a pdf'), roots), { signatures: [] })
})

test('demo certificates serve 2016 and today; outside their days signing is refused', async () => {
  for (const at of [new Date('2016-01-01T00:00:00Z'), new Date('2026-11-24T00:00:00Z')]) {
    const [report] = (await verifyPdf(await signPdf(paper, signer, { ...details, at }), roots))
      .signatures
    assert.equal(report?.trusted, true)
  }
  const early = signPdf(paper, signer, { ...details, at: new Date('2015-12-31T16:59:59Z') })
  await assert.rejects(early, refusal('signing-certificate-not-valid'))
})

test('a paper that fails preflight is not signed', async () => {
  const blank = Buffer.from(
    Buffer.from(paper).toString('latin1').replace('pdfaid:part>2', 'pdfaid:part>9'),
    'latin1',
  )
  await assert.rejects(signPdf(blank, signer, details), /not-pdfa/)
})

test('the demo authority and the keys are made once, private to their owner', async () => {
  const again = await fileSigner(home, { demo: true })
  const [first, second] = [signer.certificateChain, (await again.signerFor(ward)).certificateChain]
  assert.deepEqual(first, second)
  for (const file of ['demo-root.pem', 'agencies/00187.pem'])
    assert.equal(statSync(join(home, 'keys', file)).mode & 0o777, 0o600)
  assert.equal(statSync(join(home, 'keys')).mode & 0o777, 0o700)
  assert.ok(readdirSync(join(home, 'keys')).every((file) => !file.endsWith('.new')))
  const certificate = new X509Certificate(first[0]!)
  assert.match(certificate.subject, /CN=UBND phường Láng Thượng \(DEMO\)/)
  assert.equal(certificate.ca, false)
  assert.ok(certificate.verify(new X509Certificate(roots[0]!).publicKey))
})

test('two starts at once end with one authority and one key', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'papers-race-'))
  const signers = await Promise.all(
    Array.from({ length: 8 }, async () =>
      (await fileSigner(fresh, { demo: true })).signerFor(ward),
    ),
  )
  const serials = signers.map((one) =>
    one.certificateChain.map((der) => new X509Certificate(der).serialNumber).join(),
  )
  assert.equal(new Set(serials).size, 1)
  rmSync(fresh, { recursive: true })
})

test('outside demo mode there are no default keys: an agency without one cannot sign', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'papers-real-'))
  const real = await fileSigner(fresh, { demo: false })
  assert.deepEqual(await real.trustedRoots(), [])
  await assert.rejects(real.signerFor(ward), refusal('signing-key-missing'))
  assert.deepEqual(readdirSync(join(fresh, 'keys/agencies')), [])
  rmSync(fresh, { recursive: true })
})

test("an agency's own RSA key put in place of the demo one signs, and pdfsig agrees", async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'papers-rsa-'))
  const real = await fileSigner(fresh, { demo: false })
  const [key, certificate] = [join(fresh, 'key.pem'), join(fresh, 'certificate.pem')]
  const subject = '/C=VN/O=UBND phường Láng Thượng/CN=UBND phường Láng Thượng'
  await run(
    'openssl',
    [
      'req -x509 -newkey rsa:2048 -nodes -utf8 -days 3650 -subj'.split(' '),
      [subject, '-keyout', key, '-out', certificate],
    ].flat(),
  )
  const { output: pems } = await run('cat', [key, certificate])
  writeFileSync(join(fresh, 'keys/agencies/00187.pem'), pems)
  writeFileSync(join(fresh, 'keys/trusted/own.pem'), pems)
  const own = await real.signerFor(ward)
  const at = new Date(new X509Certificate(own.certificateChain[0]!).validFromDate.getTime() + 1000)
  const theirs = await signPdf(paper, own, { ...details, at })
  const { output } = await run('pdfsig', ['-nocert', asFile(theirs)])
  assert.match(output, /Signature is Valid\./)
  const [report] = (await verifyPdf(theirs, await real.trustedRoots())).signatures
  assert.deepEqual(report, {
    valid: true,
    coversWholeDocument: true,
    signer: 'UBND phường Láng Thượng',
    at,
    trusted: true,
  })
  rmSync(fresh, { recursive: true })
})

test('a key file whose certificate belongs to another key is not used', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'papers-mixed-'))
  const demo = await fileSigner(fresh, { demo: true })
  await demo.signerFor(ward)
  await demo.signerFor({ code: '00190', name: 'UBND phường Cát Linh' })
  const read = async (code: string) =>
    (await run('cat', [join(fresh, `keys/agencies/${code}.pem`)])).output
  const mixed =
    (await read('00187')).split('-----BEGIN CERT')[0]! +
    (await read('00190')).split('-----END PRIVATE KEY-----\n')[1]!
  writeFileSync(join(fresh, 'keys/agencies/00001.pem'), mixed)
  await assert.rejects(demo.signerFor({ code: '00001', name: 'UBND' }), /not that of the key/)
  await assert.rejects(demo.signerFor({ code: '../demo-root', name: 'UBND' }), RangeError)
  rmSync(fresh, { recursive: true })
})

function refusal(code: string) {
  return (error: unknown) => error instanceof Refusal && error.code === code
}
