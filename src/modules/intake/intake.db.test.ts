import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { photo } from '../../testing/photo.ts'
import { Refusal } from '../../platform/refusal.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { loadProcedures } from '../procedures/index.ts'
import {
  attachFile,
  codeLimits,
  confirmPhone,
  expireDrafts,
  listOwnDraftFiles,
  listOwnDrafts,
  removeFile,
  resume,
  saveAnswers,
  sendCode,
  showResumeCode,
  startDraft,
} from './index.ts'

let core: Core
const START = new Date('2016-08-12T14:00:00+07:00')

before(async () => {
  core = await openCore(START)
})
after(() => core.close())

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}

async function newDraft() {
  const procedures = await loadProcedures(core.database.db)
  const definition = procedures.revisionOn('birth.register', plainDate('2016-08-12'))!
  const draft = await startDraft(core.system, {
    definition,
    answers: { 'child.origin': 'parents', 'requester.relation': 'father' },
  })
  return { draft, owner: core.citizen([draft.id]) }
}

async function codeTo(phone: string): Promise<string> {
  const { rows } = await core.database.db.query<{ code: string }>(
    `select payload -> 'params' ->> 'code' as code from graphile_worker._private_jobs
     where payload ->> 'recipient' = $1 order by id desc limit 1`,
    [phone],
  )
  return rows[0]!.code
}

test('a draft opens on another device by its resume code, typed with or without the space', async () => {
  const { draft } = await newDraft()
  const shown = showResumeCode(draft.resumeCode)
  assert.match(shown, /^[2-9A-Z]{4} [2-9A-Z]{4}$/)
  const again = await resume(core.citizen([]), { code: ` ${shown.toLowerCase()} ` })
  assert.equal(again.id, draft.id)
  assert.equal(again.answers['requester.relation'], 'father')
})

test('a guessed or unreadable resume code opens nothing, with one and the same answer', async () => {
  for (const code of ['ABCD 2345', '', 'I0O1 LLLL', 'x'.repeat(500)]) {
    await assert.rejects(resume(core.citizen([]), { code }), refuses('resume-code-unknown'), code)
  }
})

test("a stranger can neither read, change nor add to somebody else's draft", async () => {
  const { draft } = await newDraft()
  const stranger = core.citizen([])
  const given = { draftId: draft.id }
  await assert.rejects(saveAnswers(stranger, { ...given, set: {} }), refuses('not-found'))
  await assert.rejects(listOwnDraftFiles(stranger, draft.id), refuses('not-found'))
  await assert.rejects(
    attachFile(stranger, core.files, {
      ...given,
      field: 'file.birthNotice',
      bytes: photo('x'),
      name: 'x.png',
    }),
    refuses('not-found'),
  )
  assert.deepEqual(await listOwnDrafts(stranger), [])
})

test('an answer that hides others keeps them aside, names them, and gives them back', async () => {
  const { draft, owner } = await newDraft()
  await saveAnswers(owner, {
    draftId: draft.id,
    set: { 'parents.relation': 'married', 'father.birthYear': 1988, 'child.ethnicity': 'Kinh' },
  })
  const hiding = await saveAnswers(owner, {
    draftId: draft.id,
    set: { 'child.origin': 'abandoned' },
  })
  assert.ok(hiding.hidden.includes('child.ethnicity'))
  assert.equal('child.ethnicity' in hiding.draft.answers, false)
  assert.equal(hiding.draft.keptAside['child.ethnicity'], 'Kinh')
  const back = await saveAnswers(owner, { draftId: draft.id, set: { 'child.origin': 'parents' } })
  assert.equal(back.draft.answers['child.ethnicity'], 'Kinh')
})

const uploads: readonly [string, () => Uint8Array, string][] = [
  ['a file of no bytes', () => Buffer.alloc(0), 'file-empty'],
  ['a photo of 30 MB', () => Buffer.alloc(30 * 1024 * 1024, 1), 'file-too-large'],
  ['a program named .jpg', () => Buffer.from('MZ\x90\0 program'), 'file-type-mismatch'],
  [
    'a PDF with JavaScript',
    () =>
      Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n' +
          '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
          '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
      ),
    'file-pdf-has-script',
  ],
]

for (const [what, bytes, code] of uploads) {
  test(`${what} is refused and nothing is attached`, async () => {
    const { draft, owner } = await newDraft()
    await assert.rejects(
      attachFile(owner, core.files, {
        draftId: draft.id,
        field: 'file.birthNotice',
        bytes: bytes(),
        name: 'giay.jpg',
      }),
      refuses(code),
    )
    assert.deepEqual(await listOwnDraftFiles(owner, draft.id), [])
  })
}

test('the same file twice in a field is refused, and removed files can be added again', async () => {
  const { draft, owner } = await newDraft()
  const given = { draftId: draft.id, field: 'file.birthNotice', name: 'C:\\ảnh\\gcs\u202e.png' }
  const file = await attachFile(owner, core.files, { ...given, bytes: photo('a') })
  assert.equal(file.name, 'gcs.png')
  await assert.rejects(
    attachFile(owner, core.files, { ...given, bytes: photo('a') }),
    refuses('file-already-attached'),
  )
  await removeFile(owner, { draftId: draft.id, fileId: file.id })
  await attachFile(owner, core.files, { ...given, bytes: photo('a') })
  await assert.rejects(
    removeFile(owner, { draftId: draft.id, fileId: file.id }),
    refuses('not-found'),
  )
})

test('a field takes no more files than it says, and an unknown field takes none', async () => {
  const { draft, owner } = await newDraft()
  const attach = (field: string, of: string) =>
    attachFile(owner, core.files, {
      draftId: draft.id,
      field,
      bytes: photo(of),
      name: 'a.png',
    })
  await assert.rejects(attach('file.nothing', 'a'), refuses('field-unknown'))
  await assert.rejects(attach('child.name', 'a'), refuses('field-unknown'))
  await assert.rejects(async () => {
    for (let index = 0; index < 100; index++) await attach('file.birthNotice', `n${index}`)
  }, refuses('files-too-many'))
})

test('a code confirms the phone once; five wrong tries and ten minutes end it', async () => {
  const { draft, owner } = await newDraft()
  const phone = '0912777001'
  const given = { draftId: draft.id, phone }
  await sendCode(owner, given)
  const code = await codeTo(phone)
  const wrong = code === '000000' ? '000001' : '000000'
  await assert.rejects(confirmPhone(owner, { ...given, code: wrong }), refuses('code-wrong'))
  await confirmPhone(owner, { ...given, code: `${code.slice(0, 3)} ${code.slice(3)}` })
  await assert.rejects(confirmPhone(owner, { ...given, code }), refuses('code-expired'))

  core.clock.advance(60_000)
  await sendCode(owner, given)
  for (let tries = 0; tries < codeLimits.triesMax; tries++) {
    await assert.rejects(confirmPhone(owner, { ...given, code: 'x' }), refuses('code-wrong'))
  }
  const late = await codeTo(phone)
  await assert.rejects(
    confirmPhone(owner, { ...given, code: late }),
    refuses('code-too-many-tries'),
  )
  core.clock.advance(60_000)
  await sendCode(owner, given)
  const last = await codeTo(phone)
  core.clock.advance(codeLimits.livesMinutes * 60_000)
  await assert.rejects(confirmPhone(owner, { ...given, code: last }), refuses('code-expired'))
  core.clock.set(START)
})

test('a phone is sent only a few codes an hour, whoever asks', async () => {
  const phone = '0912777002'
  for (let sent = 0; sent < codeLimits.perHour; sent++) {
    const { draft, owner } = await newDraft()
    await sendCode(owner, { draftId: draft.id, phone })
    core.clock.advance(11_000)
  }
  const { draft, owner } = await newDraft()
  await assert.rejects(sendCode(owner, { draftId: draft.id, phone }), refuses('code-too-many-sent'))
  await assert.rejects(
    sendCode(owner, { draftId: draft.id, phone: '024 3825 3536' }),
    refuses('phone-not-a-mobile'),
  )
  core.clock.set(START)
})

test('a confirmed phone lists its drafts; another phone does not', async () => {
  const { draft, owner } = await newDraft()
  const phone = '0912777003'
  await sendCode(owner, { draftId: draft.id, phone })
  await confirmPhone(owner, { draftId: draft.id, phone, code: await codeTo(phone) })
  const ids = async (of: string) => (await listOwnDrafts(core.citizen([], of))).map(({ id }) => id)
  assert.deepEqual(await ids(phone), [draft.id])
  assert.deepEqual(await ids('0912777004'), [])
})

test('a draft that ends soon is announced once, and after its time it is gone', async () => {
  const { draft, owner } = await newDraft()
  const phone = '0912777005'
  await sendCode(owner, { draftId: draft.id, phone })
  await confirmPhone(owner, { draftId: draft.id, phone, code: await codeTo(phone) })
  core.clock.advance(28 * 86_400_000)
  assert.ok((await expireDrafts(core.system)).warned >= 1)
  assert.equal((await expireDrafts(core.system)).warned, 0)
  core.clock.advance(3 * 86_400_000)
  await assert.rejects(saveAnswers(owner, { draftId: draft.id, set: {} }), refuses('draft-expired'))
  await expireDrafts(core.system)
  await assert.rejects(saveAnswers(owner, { draftId: draft.id, set: {} }), refuses('not-found'))
  core.clock.set(START)
})
