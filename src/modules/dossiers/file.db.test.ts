import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_THUONG, openCore, type Core } from '../../testing/core.ts'
import { Refusal } from '../../platform/refusal.ts'
import { file, track, viewForOwner, viewForStaff } from './index.ts'

let core: Core

before(async () => {
  core = await openCore()
})
after(() => core.close())

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}

test('a complete birth is filed with code, look-up number, declaration and every file', async () => {
  const { dossier, owner } = await core.filedBirth()
  assert.match(dossier.code, /^000\.01\.87\.H26-160812-\d{4}$/)
  assert.equal(dossier.agencyId, LANG_THUONG)
  assert.equal(dossier.state, 'filed')
  const view = await viewForOwner(owner, dossier.id)
  assert.equal(view.files.length, 2)
  for (const { sha256 } of view.files) assert.equal(await core.files.verify(sha256), 'intact')
  assert.equal(view.declarations[0]!.answers['child.sex'], 'female')
  assert.equal((await track(core.system, dossier.lookupNo)).code, dossier.code)
})

test('one key gives one dossier, however often and however concurrently it is sent', async () => {
  const { id, owner } = await core.readyDraft({ 'contact.phone': '0912345001' })
  const send = () =>
    file(owner, core.files, { draftId: id, requestKey: 'key-1', channel: 'online' })
  const dossiers = await Promise.all(Array.from({ length: 20 }, send))
  assert.equal(new Set(dossiers.map(({ code }) => code)).size, 1)
  const { rows } = await core.database.db.query('select 1 from dossier where id = $1', [id])
  assert.equal(rows.length, 1)
})

test('a second submission under another key names the dossier that exists', async () => {
  const { dossier, owner } = await core.filedBirth({ 'contact.phone': '0912345002' })
  await assert.rejects(
    file(owner, core.files, { draftId: dossier.id, requestKey: 'other', channel: 'online' }),
    (error: unknown) =>
      refuses('already-filed')(error) && (error as Refusal).data['code'] === dossier.code,
  )
})

test('a key that filed one draft cannot file another', async () => {
  const first = await core.readyDraft({ 'contact.phone': '0912345003' })
  const second = await core.readyDraft({ 'contact.phone': '0912345004' })
  const channel = 'online' as const
  await file(first.owner, core.files, { draftId: first.id, requestKey: 'shared', channel })
  await assert.rejects(
    file(second.owner, core.files, { draftId: second.id, requestKey: 'shared', channel }),
    refuses('key-reused'),
  )
})

test("another citizen's draft does not exist", async () => {
  const { id } = await core.readyDraft({ 'contact.phone': '0912345005' })
  const stranger = core.citizen([])
  await assert.rejects(
    file(stranger, core.files, { draftId: id, requestKey: id, channel: 'online' }),
    refuses('not-found'),
  )
})

test('an incomplete declaration is refused whole, with every problem, and nothing is filed', async () => {
  const { id, owner } = await core.readyDraft({
    'contact.phone': '0912345006',
    'child.sex': undefined,
    'mother.name': undefined,
  })
  await assert.rejects(
    file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' }),
    (error: unknown) => {
      refuses('declaration-incomplete')(error)
      const problems = (error as Refusal).data['problems'] as { field: string }[]
      assert.deepEqual(problems.map(({ field }) => field).toSorted(), ['child.sex', 'mother.name'])
      return true
    },
  )
  const { rows } = await core.database.db.query('select 1 from seal where id = $1', [id])
  assert.equal(rows.length, 0)
})

test('a commune that is not online refuses filing and names its counter', async () => {
  const socSon = {
    scope: 'city',
    unit: '00376',
    unitFrom: '2008-08-01',
    place: 'x',
    line: 'y',
  } as const
  const { id, owner } = await core.readyDraft({
    'contact.phone': '0912345007',
    'requester.residence': socSon,
    'mother.residence': socSon,
  })
  await assert.rejects(
    file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' }),
    refuses('agency-not-online'),
  )
})

test('codes of an agency and day are unique and gapless under concurrent filing', async () => {
  core.clock.set(new Date('2016-08-16T09:00:00+07:00'))
  const drafts = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      core.readyDraft({ 'contact.phone': `09123460${String(index).padStart(2, '0')}` }),
    ),
  )
  const filed = await Promise.all(
    drafts.map(({ id, owner }) =>
      file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' }),
    ),
  )
  const numbers = filed.map(({ codeNo }) => codeNo).toSorted((a, b) => a - b)
  assert.deepEqual(
    numbers,
    Array.from({ length: 12 }, (_, index) => index + 1),
  )
  core.clock.set(new Date('2016-08-12T15:00:00+07:00'))
})

test('an officer of another ward cannot see the dossier; of its own ward can', async () => {
  const { dossier } = await core.filedBirth({ 'contact.phone': '0912345008' })
  const other = await core.officer('lanha')
  await assert.rejects(viewForStaff(other, dossier.code), refuses('not-found'))
  const own = await core.officer('hang')
  assert.equal((await viewForStaff(own, dossier.code)).dossier.id, dossier.id)
})

test('two declarations of one child are shown as alike, and filing is not blocked', async () => {
  const twin = { 'mother.name': { full: 'Hoàng Thị Sâm' }, 'notice.number': '9999' }
  const first = await core.filedBirth({ 'contact.phone': '0912345009', ...twin })
  const second = await core.filedBirth({ 'contact.phone': '0912345010', ...twin })
  const view = await viewForStaff(await core.officer('hang'), second.dossier.code)
  assert.ok(view.alike.some(({ dossierId }) => dossierId === first.dossier.id))
})
