import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_THUONG, type Core } from '../../testing/core.ts'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import {
  answerSupplement,
  decline,
  moveDue,
  open as openDossier,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  viewForStaff,
  withdraw,
  type Dossier,
} from '../dossiers/index.ts'
import { handOver, originalsToCompare } from '../registry/index.ts'
import { currentControlSlip, keepSlip, newestSlip, readSlip, slipsOf, type Slip } from './index.ts'
import { findSlip } from './store.ts'

let errand: Errand
let core: Core
let by: Errand['by']
let act: Errand['act']
let filed: Errand['filed']
let deps: { files: Core['files']; publicUrl: string }

before(async () => {
  errand = await openErrand()
  ;({ core, by, act, filed } = errand)
  deps = { files: core.files, publicUrl: 'https://motcua.example' }
})
after(() => core.close())

const kindsOf = async ({ code }: Dossier) =>
  (await slipsOf(by('hang'), code)).map(({ kind }) => kind)

async function received() {
  const { dossier, owner } = await filed()
  return { dossier: await receive(by('hang'), act(dossier)), owner }
}

const unclear = {
  kind: 'other',
  about: null,
  reason: 'Cho biết giờ tiện nghe điện thoại.',
} as const

test('filing gives no slip; each act gives its own, once, also when it is repeated', async () => {
  const { dossier, owner } = await filed()
  assert.deepEqual(await kindsOf(dossier), [])
  const asked = act(dossier)
  const got = await receive(by('hang'), asked)
  await receive(by('hang'), asked)
  assert.deepEqual(await kindsOf(dossier), ['receipt'])
  const waiting = await requestSupplement(by('yen'), { ...act(got), items: [unclear] })
  assert.deepEqual(await kindsOf(dossier), ['supplement', 'receipt'])
  await answerSupplement(owner, {
    dossierId: dossier.id,
    requestKey: `a-${newKey()}`,
    set: {},
    files: [],
    answers: [{ itemId: '1', accepted: false, remark: 'Buổi tối' }],
  })
  const view = await viewForStaff(by('hang'), waiting.code)
  const to = new Date('2016-08-16T16:00:00+07:00')
  await moveDue(by('vinh'), { ...act(view.dossier), to, reason: 'Mất điện cả buổi chiều.' })
  assert.deepEqual(await kindsOf(dossier), ['apology', 'supplement', 'receipt'])
})

test('declined before receipt: a refusal slip; refused after it: a notice, and the control slip', async () => {
  const first = await filed()
  await decline(by('hang'), { ...act(first.dossier), reason: 'Không thuộc thẩm quyền.' })
  assert.deepEqual(await kindsOf(first.dossier), ['decline'])
  const second = await received()
  const reason = 'Trẻ đã được đăng ký.'
  const proposed = await proposeRefusal(by('yen'), { ...act(second.dossier), reason })
  assert.deepEqual(await kindsOf(second.dossier), ['receipt'], 'not before the head has signed')
  await openDossier(by('vinh'), proposed)
  await refuse(by('vinh'), act(proposed))
  assert.deepEqual(await kindsOf(second.dossier), ['refusal', 'control', 'receipt'])
})

test('what ends a received dossier closes its control slip; one withdrawn unread has none', async () => {
  const unread = await filed()
  await withdraw(unread.owner, { dossierId: unread.dossier.id, requestKey: `w-${newKey()}` })
  assert.deepEqual(await kindsOf(unread.dossier), [])
  const read = await received()
  await withdraw(read.owner, { dossierId: read.dossier.id, requestKey: `w-${newKey()}` })
  assert.deepEqual(await kindsOf(read.dossier), ['control', 'receipt'])
  const { dossier } = await errand.signedBy('vinh')
  assert.deepEqual(await kindsOf(dossier), ['receipt'])
  const view = await viewForStaff(by('hang'), dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  await handOver(by('hang'), {
    ...act(dossier),
    compared: originals.map(({ key }) => key),
    paperBook: '01',
    paperPage: 12,
    collector: 'cha của trẻ',
  })
  assert.deepEqual(await kindsOf(dossier), ['control', 'receipt'])
})

test('numbers of a kind and year have no gap, whoever acts at the same moment', async () => {
  const dossiers = await Promise.all(Array.from({ length: 6 }, () => filed()))
  await Promise.allSettled(
    dossiers.flatMap(({ dossier }, index) => [
      receive(by('hang'), act(dossier)),
      // Some of these fail: a slip that was not given leaves no hole.
      ...(index % 2 === 0 ? [decline(by('yen'), { ...act(dossier), reason: 'Trùng.' })] : []),
    ]),
  )
  const { rows } = await core.database.owner.query<{ kind: string; numbers: number[] }>(
    `select kind, array_agg(no order by no) as numbers from slip
     where agency_id = $1 and year = 2016 group by kind`,
    [LANG_THUONG],
  )
  assert.ok(rows.length >= 5)
  for (const { kind, numbers } of rows)
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
      kind,
    )
})

test('a new year begins with number 1 again', async () => {
  const before = core.clock.now()
  core.clock.set(new Date('2017-01-03T09:00:00+07:00'))
  const { dossier } = await received()
  const [slip] = await slipsOf(by('hang'), dossier.code)
  assert.deepEqual([slip?.year, slip?.no], [2017, 1])
  core.clock.set(before)
})

const open = async (dossier: Dossier, kind: Slip['kind']) => {
  const slip = (await slipsOf(by('hang'), dossier.code)).find((one) => one.kind === kind)
  assert.ok(slip)
  return readSlip(by('hang'), deps, { ...slip, dossier: dossier.code })
}

test('a slip is kept as it was issued: later names change neither its words nor its bytes', async () => {
  const { dossier, owner } = await received()
  const [slip] = await slipsOf(by('hang'), dossier.code)
  const key = { ...slip!, agencyId: dossier.agencyId }
  await keepSlip(core.system, deps, key)
  const first = await open(dossier, 'receipt')
  assert.equal(first.slip.sha256, sha256Hex(first.pdf))
  const { owner: tables } = core.database
  const renamed = `update agency set name = 'UBND phường Tên Mới', full_name = 'Ủy ban Tên Mới'`
  await tables.query(`${renamed} where agency_id = $1`, [LANG_THUONG])
  await tables.query('update city_data set edition = gen_random_uuid()')
  await tables.query(`update staff set name = 'Tên Khác' where login = 'hang'`)
  const asked = { dossier: dossier.id, kinds: ['receipt'] as const }
  const words = JSON.stringify((await newestSlip(owner, deps, asked)).slip)
  assert.match(words, /UBND phường Láng Thượng/)
  assert.match(words, /Trần Thu Hằng/)
  await keepSlip(core.system, deps, key)
  const again = await open(dossier, 'receipt')
  assert.equal(sha256Hex(again.pdf), first.slip.sha256)
  // Nor does what the PDF would be if it were made now.
  const elsewhere = { ...deps, publicUrl: 'https://khac.example' }
  const late = await readSlip(owner, elsewhere, { ...slip!, dossier: dossier.id })
  assert.equal(sha256Hex(late.pdf), first.slip.sha256)
  // What is issued from now on has the new name.
  const next = await received()
  const given = { dossier: next.dossier.code, kinds: ['receipt'] as const }
  assert.match(JSON.stringify((await newestSlip(by('hang'), deps, given)).slip), /phường Tên Mới/)
})

test('opened at the same moment, before the job came to it, a slip is one and the same', async () => {
  const { dossier } = await received()
  const opened = await Promise.all([1, 2, 3].map(() => open(dossier, 'receipt')))
  assert.equal(new Set(opened.map(({ pdf }) => sha256Hex(pdf))).size, 1)
  assert.equal(new Set(opened.map(({ slip }) => slip.sha256)).size, 1)
})

test('the words are hashed with the act; the application may change neither words nor number', async () => {
  const { dossier } = await received()
  const [slip] = await slipsOf(by('hang'), dossier.code)
  const kept = await findSlip(core.database.db, { ...slip!, agencyId: dossier.agencyId })
  assert.equal(kept?.contentSha256, sha256Hex(canonicalJson(kept?.content)))
  for (const change of [`content = '{}'`, 'no = 99', `content_sha256 = repeat('0', 64)`])
    await assert.rejects(core.database.db.query(`update slip set ${change}`), /permission denied/)
  await assert.rejects(core.database.db.query('delete from slip'), /permission denied/)
  const forged = `update slip set content = jsonb_set(content, '{slip,number}', '"Số: 0099/TNHS"')
    where dossier_id = $1`
  await core.database.owner.query(forged, [dossier.id])
  await assert.rejects(open(dossier, 'receipt'), /words of slip receipt .* were changed/)
})

test('a reason typed with signs that no font has is no reason for a missing paper', async () => {
  const { dossier } = await filed()
  await decline(by('hang'), { ...act(dossier), reason: 'Ảnh mờ 😀, xin chụp lại.' })
  assert.ok((await open(dossier, 'decline')).pdf.length > 1000)
})

test('a slip given before words were kept says so instead of printing others', async () => {
  const { dossier } = await received()
  const old = 'update slip set content = null, content_sha256 = null where dossier_id = $1'
  await core.database.owner.query(old, [dossier.id])
  await assert.rejects(open(dossier, 'receipt'), refuses('slip-not-kept'))
})

test('the citizen opens what citizens are given; control slips stay between officers', async () => {
  const { dossier, owner } = await received()
  await withdraw(owner, { dossierId: dossier.id, requestKey: `w-${newKey()}` })
  assert.deepEqual(
    (await slipsOf(owner, dossier.id)).map(({ kind }) => kind),
    ['receipt'],
  )
  const [control, receipt] = await slipsOf(by('hang'), dossier.code)
  const asked = (slip: Slip) => readSlip(owner, deps, { ...slip, dossier: dossier.id })
  assert.ok((await asked(receipt!)).pdf.length > 1000)
  await assert.rejects(asked(control!), refuses('not-found'))
})

test('a foreign dossier, and a slip of another dossier or agency, do not exist', async () => {
  const mine = await received()
  const other = await received()
  const [slip] = await slipsOf(by('hang'), mine.dossier.code)
  const lanha = by('lanha')
  await assert.rejects(slipsOf(lanha, mine.dossier.code), refuses('not-found'))
  await assert.rejects(slipsOf(other.owner, mine.dossier.id), refuses('not-found'))
  const asked = { ...slip!, dossier: mine.dossier.code }
  await assert.rejects(readSlip(lanha, deps, asked), refuses('not-found'))
  const swapped = { ...slip!, dossier: other.dossier.code }
  await assert.rejects(readSlip(by('hang'), deps, swapped), refuses('not-found'))
  await assert.rejects(readSlip(by('hang'), deps, { ...asked, no: 999_999 }), refuses('not-found'))
  await assert.rejects(currentControlSlip(lanha, deps, mine.dossier.code), refuses('not-found'))
  const unread = await filed()
  await assert.rejects(
    currentControlSlip(by('hang'), deps, unread.dossier.code),
    refuses('not-found'),
  )
})
