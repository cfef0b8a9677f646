import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openCore, type Core } from '../../testing/core.ts'
import { photo } from '../../testing/photo.ts'
import { file } from '../dossiers/index.ts'
import { findField } from '../forms/index.ts'
import { loadProcedures } from '../procedures/index.ts'
import {
  ensureAcceptable,
  fileFieldOf,
  getOwnDraft,
  listOwnDraftFiles,
  removeFile,
  saveAnswers,
  startDraft,
} from './index.ts'

let core: Core
let phone = 912_700_000

before(async () => {
  core = await openCore()
})
after(() => core.close())

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}
const ready = () => core.readyDraft({ 'contact.phone': `0${++phone}` })

test('a field that the form has not is refused, and nothing of the save is kept', async () => {
  const { id, owner } = await ready()
  const before = await getOwnDraft(owner, id)
  const set = { 'child.sex': 'male', 'no.such': 'x'.repeat(1000) }
  await assert.rejects(saveAnswers(owner, { draftId: id, set }), refuses('field-unknown'))
  const after = await getOwnDraft(owner, id)
  assert.deepEqual([after.version, after.answers], [before.version, before.answers])
  assert.deepEqual(after.keptAside, before.keptAside)
  const procedures = await loadProcedures(core.database.db)
  const definition = procedures.revisionOn('birth.register', plainDate('2016-08-12'))!
  const answers = { 'no.such': 'x' }
  await assert.rejects(startDraft(core.system, { definition, answers }), refuses('field-unknown'))
})

test("nobody begins a draft of what only another agency's message opens", async () => {
  const procedures = await loadProcedures(core.database.db)
  const definition = procedures.servingOn('residence.register', plainDate('2016-08-12'))!
  await assert.rejects(
    startDraft(core.system, { definition, answers: {} }),
    refuses('procedure-not-in-force'),
  )
})

test('a paper is there when its bytes are: naming one in the answers files nothing', async () => {
  const { id, owner } = await ready()
  const [paper] = await listOwnDraftFiles(owner, id)
  const set = { [paper!.field]: ['01900000-0000-7000-8000-000000000000'] }
  await removeFile(owner, { draftId: id, fileId: paper!.id })
  await assert.rejects(saveAnswers(owner, { draftId: id, set }), refuses('field-unknown'))
  await core.database.owner.query('update draft set answers = answers || $2::jsonb where id = $1', [
    id,
    JSON.stringify(set),
  ])
  await assert.rejects(
    file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' }),
    refuses('declaration-incomplete'),
  )
})

test('an address that is no id of a file is a file that is not there', async () => {
  const { id, owner } = await ready()
  await assert.rejects(removeFile(owner, { draftId: id, fileId: 'x' }), refuses('not-found'))
})

test('a whole picture in a field that takes only other kinds is refused', async () => {
  const procedures = await loadProcedures(core.database.db)
  const { form } = procedures.revisionOn('birth.register', plainDate('2016-08-12'))!
  const field = fileFieldOf(findField(form, 'file.birthNotice'))!
  assert.equal(ensureAcceptable(field, photo('x')), 'image/png')
  assert.throws(
    () => ensureAcceptable({ ...field, accept: ['application/pdf'] }, photo('x')),
    refuses('file-type-not-accepted'),
  )
})
