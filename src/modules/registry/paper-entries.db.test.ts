import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { LANG_THUONG } from '../../testing/core.ts'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { fileSigner } from '../papers/index.ts'
import {
  checkCertificate,
  enterPaperEntry,
  findPaperEntries,
  getExtract,
  getPaperEntry,
  issueExtract,
  issuePaperCopies,
  listPaperExtracts,
  listSigners,
  type EnterPaperEntry,
  type Issuing,
} from './index.ts'

let errand: Errand
let deps: Issuing
let home: string
before(async () => {
  errand = await openErrand()
  home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const signer = await fileSigner(home, { demo: true })
  deps = { files: errand.core.files, signer, publicUrl: 'http://localhost:1' }
})
after(async () => {
  await errand.core.close()
  await rm(home, { recursive: true })
})

const hoa = {
  name: 'Đỗ Thị  Hoà',
  birthDate: '12/08/1998',
  sex: 'Nữ',
  'mother.name': 'Lê Thị Ước',
  'father.name': 'Đỗ Văn Ứng',
  registeredOn: '20/08/1998',
}

function line(change: Partial<EnterPaperEntry> = {}): EnterPaperEntry {
  const place = { paperBook: '02', paperPage: 45, no: '45' }
  const given = {
    agencyId: LANG_THUONG,
    book: 'birth',
    year: 1998,
    ...place,
    content: hoa,
  } as const
  return { ...given, requestKey: `p-${newKey()}`, ...change }
}

const found = async (text: string) =>
  (await findPaperEntries(errand.by('hang'), text)).map(
    ({ content, no }) => `${no} ${content['name']}`,
  )

test('a line of an old paper book is entered as such and found by folded names, in any order', async () => {
  const { by } = errand
  const given = line()
  await assert.rejects(enterPaperEntry(by('hang'), given), refuses('act-not-yours'))
  await assert.rejects(enterPaperEntry(by('lanha'), given), refuses('not-found'))
  const entry = await enterPaperEntry(by('yen'), given)
  assert.deepEqual(
    [entry.source, entry.version, entry.content['name']],
    ['nhập từ sổ giấy', 1, 'Đỗ Thị Hoà'],
  )
  assert.equal((await enterPaperEntry(by('yen'), given)).id, entry.id)
  const death = { book: 'death', year: 1999, content: { ...hoa, diedOn: '1999' } } as const
  await enterPaperEntry(by('yen'), line({ ...death, no: '3a' }))
  for (const text of ['do thi hoa', 'HÒA Đỗ', 'hoa 1998', 'uoc', 'đỗ ứ', ''])
    assert.ok((await found(text)).includes('45 Đỗ Thị Hoà'), text)
  assert.deepEqual(await found('hoa 1999'), ['3A Đỗ Thị Hoà'])
  assert.deepEqual(await found("hoa & ' | :* !"), await found('hoa'))
  assert.deepEqual(await found('khong co ai'), [])
  assert.deepEqual(await findPaperEntries(by('lanha'), 'hoa'), [])
})

test('an amendment is a further version; the one before stays and is no longer found', async () => {
  const { by } = errand
  const first = await enterPaperEntry(by('yen'), line({ no: '77', paperPage: 77 }))
  const content = { ...hoa, name: 'Đỗ Thị Hòa Bình' }
  const second = await enterPaperEntry(by('yen'), line({ no: '77', paperPage: 77, content }))
  assert.equal(second.version, 2)
  const { versions } = await getPaperEntry(by('hang'), first)
  assert.deepEqual(
    versions.map(({ version, content: said }) => [version, said['name']]),
    [
      [2, 'Đỗ Thị Hòa Bình'],
      [1, 'Đỗ Thị Hoà'],
    ],
  )
  assert.deepEqual(
    (await found('hoa')).filter((text) => text.startsWith('77')),
    ['77 Đỗ Thị Hòa Bình'],
  )
  for (const statement of [`delete from paper_entry`, `update paper_entry set content = '{}'`])
    await assert.rejects(errand.core.database.db.query(statement), /permission denied/)
})

test('a line that is no line of an earlier book is refused', async () => {
  const refused: readonly [string, Partial<EnterPaperEntry>][] = [
    ['paper-year-not-earlier', { year: 2016 }],
    ['paper-year-not-earlier', { year: 1899 }],
    ['book-page-missing', { paperPage: 0 }],
    ['book-page-missing', { paperBook: ' ' }],
    ['paper-entry-unclear', { no: 'x' }],
    ['paper-entry-unclear', { content: { ...hoa, name: ' ' } }],
    ['paper-entry-unclear', { content: { ...hoa, birthDate: '31/02/1998' } }],
    ['paper-entry-unclear', { content: { ...hoa, birthDate: 'khoảng 1998' } }],
    ['paper-entry-unclear', { book: 'death', content: { ...hoa } }],
  ]
  for (const [code, change] of refused)
    await assert.rejects(enterPaperEntry(errand.by('yen'), line(change)), refuses(code), code)
  await enterPaperEntry(errand.by('yen'), line({ year: 2015, no: '1' }))
})

test('a copy of it names the book and page it was taken from, and is checked by its QR', async () => {
  const { by, core } = errand
  const entry = await enterPaperEntry(by('yen'), line({ no: '90', paperPage: 90 }))
  const [signer] = await listSigners(by('hang'))
  const asked = { count: 2, askedBy: 'Đỗ Văn Ứng, cha', signerId: signer!.staffId }
  const given = { entry, ...asked, requestKey: `c-${newKey()}` }
  const key = await issuePaperCopies(by('hang'), given)
  assert.equal((await issuePaperCopies(by('hang'), given)).no, key.no)
  await issueExtract(core.system, deps, key)
  const { content, token } = await getExtract(by('hang'), key)
  // Written as a copy of a birth.
  const { data } = content as { data: { takenFrom: string; registered: object; child: object } }
  assert.equal(data.takenFrom, 'Sổ đăng ký khai sinh năm 1998 (sổ giấy), quyển 02, trang 90')
  assert.deepEqual(data.registered, {
    at: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    number: '90/1998',
    on: '20/08/1998',
  })
  assert.equal((await checkCertificate(core.system, token)).verdict, 'valid')
  assert.equal((await listPaperExtracts(by('hang'), entry)).length, 1)
  await assert.rejects(listPaperExtracts(by('lanha'), entry), refuses('not-found'))
})

test('names are found by an index among 30,000 lines', async () => {
  const { owner } = errand.core.database
  await owner.query(
    `insert into paper_entry (agency_id, id, book, year, paper_book, no, version, paper_page, source,
       content, search_text, entered_by, entered_at, request_key)
     select agency_id, gen_random_uuid(), book, year, paper_book, 'x' || n, 1, 1, source, content,
       'nguyen van ' || md5(n::text), entered_by, entered_at, 'x' || n
     from (select * from paper_entry where no = '45' limit 1) one, generate_series(1, 30000) n`,
  )
  await owner.query('analyze paper_entry')
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
    `explain select id from paper_entry entry
     where to_tsvector('simple', entry.search_text) @@ to_tsquery('simple', 'hoa:*')
       and entry.agency_id = any($1)`,
    [[LANG_THUONG]],
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  assert.match(plan, /paper_entry_by_words/)
  assert.doesNotMatch(plan, /Seq Scan/)
  assert.ok((await found('do hoa')).includes('45 Đỗ Thị Hoà'))
})
