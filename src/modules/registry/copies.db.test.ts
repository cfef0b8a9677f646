import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { fileSigner, verifyPdf } from '../papers/index.ts'
import {
  checkCertificate,
  copiesGiven,
  findEntry,
  getExtract,
  issueCopies,
  issueExtract,
  listExtracts,
  listSigners,
  readExtract,
  type EntryKey,
  type Issuing,
} from './index.ts'

let errand: Errand
let deps: Issuing
let home: string
let roots: readonly Uint8Array[]
before(async () => {
  errand = await openErrand()
  home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const signer = await fileSigner(home, { demo: true })
  roots = await signer.trustedRoots()
  deps = { files: errand.core.files, signer, publicUrl: 'http://localhost:1' }
})
after(async () => {
  await errand.core.close()
  await rm(home, { recursive: true })
})

async function registered(page: number): Promise<EntryKey> {
  const { dossier } = await errand.handedOver(page)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const { agencyId, book, year, no } = (await findEntry(errand.by('hang'), at))!
  return { agencyId, book, year, no }
}

async function asking(entry: EntryKey, key: string) {
  const [signer] = await listSigners(errand.by('hang'))
  const askedBy = 'Trần Thị Bích Ngọc, mẹ'
  return { entry, count: 2, askedBy, signerId: signer!.staffId, requestKey: key }
}

test('the copies asked for in the form are given with the original and counted beside the entry', async () => {
  const entry = await registered(1)
  const extracts = await listExtracts(errand.by('hang'), entry)
  assert.deepEqual(copiesGiven(extracts), [{ on: '2016-08-12', number: '1/TLKS-BS', count: 3 }])
  assert.equal(extracts[0]!.askedBy, 'Nguyễn Đắc Khoa')
  await assert.rejects(listExtracts(errand.by('lanha'), entry), refuses('not-found'))
})

test('more are given on request, numbered without gaps, signed as the certificate is', async () => {
  const { by, core } = errand
  const entry = await registered(2) // 2/TLKS-BS
  const given = await asking(entry, 'copies-1')
  await assert.rejects(issueCopies(by('lanha'), given), refuses('not-found'))
  await assert.rejects(issueCopies(by('hang'), { ...given, count: 0 }), refuses('copies-unclear'))
  await assert.rejects(issueCopies(by('hang'), { ...given, count: 51 }), refuses('copies-unclear'))
  await assert.rejects(
    issueCopies(by('hang'), { ...given, askedBy: ' ' }),
    refuses('asker-missing'),
  )
  const nobody = { ...given, signerId: 'hang' }
  await assert.rejects(issueCopies(by('hang'), nobody), refuses('not-the-signer'))
  const key = await issueCopies(by('hang'), given)
  const again = await issueCopies(by('hang'), given)
  assert.deepEqual([key.no, again.no], [3, 3], 'a repeated request gives no second number')
  await assert.rejects(readExtract(by('hang'), core.files, key), refuses('certificate-not-ready'))
  await issueExtract(core.system, deps, key)
  await issueExtract(core.system, deps, key)
  const pdf = await readExtract(by('hang'), core.files, key)
  const { token } = await getExtract(by('hang'), key)
  const { signatures } = await verifyPdf(pdf, roots)
  assert.deepEqual(
    signatures.map(({ valid }) => valid),
    [true],
  )
  const checked = await checkCertificate(core.system, token)
  assert.deepEqual(
    [checked.kind.vi, checked.verdict, checked.day],
    ['Trích lục khai sinh (bản sao)', 'valid', '2016-08-12'],
  )
  assert.deepEqual(
    copiesGiven(await listExtracts(by('yen'), entry)).map(({ number, count }) => [number, count]),
    [
      ['2/TLKS-BS', 3],
      ['3/TLKS-BS', 2],
    ],
  )
})

test('no copy comes from an entry that is only prepared', async () => {
  const { dossier } = await errand.signedBy('vinh')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = (await findEntry(errand.by('hang'), at))!
  const given = await asking(entry, 'copies-2')
  await assert.rejects(issueCopies(errand.by('hang'), given), refuses('entry-not-registered'))
})

test('the application cannot take back a copy it numbered', async () => {
  const { db } = errand.core.database
  for (const statement of [
    'delete from register_extract',
    `update register_extract set no = 99`,
    `update register_extract set content = '{}'`,
    `update register_extract set count = 1`,
  ]) {
    await assert.rejects(db.query(statement), /permission denied/, statement)
  }
})
