import assert from 'node:assert/strict'
import { sampleBirth2016 } from '../../catalogue/testing.ts'
import type { Answers } from '../../modules/forms/index.ts'
import type { App } from '../app.ts'
import { ask, formOf, photo, type Answered } from './testing.ts'

/** What the errand needs of a running product. */
export type Running = { app: App; newestMessageTo(phone: string): Promise<string> }

let drafts = 0

/** A phone of its own for each, so that the limits on codes do not meet. */
function nextPhone(): string {
  drafts += 1
  return `09123${String(45_000 + drafts).padStart(5, '0')}`
}

export type Draft = { draftId: string; token: string; phone: string }

/** The answers of the sample birth; papers are uploaded. */
export function declared(change: Record<string, Answers[string]> = {}): Answers {
  return sampleBirth2016({ 'file.birthNotice': undefined, 'file.marriage': undefined, ...change })
}

/** A draft of the sample birth by API, not yet with its papers and phone. */
export async function begunDraft(
  { app }: Pick<Running, 'app'>,
  change: Record<string, Answers[string]> = {},
): Promise<Draft> {
  const phone = nextPhone()
  const own = {
    'notice.number': `8${drafts}`,
    'mother.idNumber': String(12_346_000 + drafts).padStart(9, '0'),
  }
  const answers = declared({ 'contact.phone': phone, ...own, ...change })
  const body = { procedure: 'birth.register', answers }
  const begun = await ask(app, { method: 'POST', path: '/drafts', body })
  assert.equal(begun.status, 201, begun.text)
  return { draftId: String(begun.body['id']), token: String(begun.body['token']), phone }
}

export function upload(app: App, draft: Draft, field: string, data: Buffer): Promise<Answered> {
  const form = formOf({}, [{ field: 'file', name: 'anh.jpg', data }])
  const path = `/drafts/${draft.draftId}/uploads?field=${field}`
  return ask(app, { method: 'POST', path, token: draft.token, ...form })
}

/** A draft that can be filed: papers uploaded, phone confirmed. */
export async function readyDraft(
  running: Running,
  change: Record<string, Answers[string]> = {},
): Promise<Draft> {
  const { app } = running
  const draft = await begunDraft(running, change)
  for (const [seed, field] of ['file.birthNotice', 'file.marriage'].entries())
    assert.equal((await upload(app, draft, field, photo(seed))).status, 201)
  const { token, phone } = draft
  const at = `/drafts/${draft.draftId}`
  await ask(app, { method: 'POST', path: `${at}/phone-codes`, token, body: { phone } })
  const code = /\d{6}/.exec(await running.newestMessageTo(phone))![0]
  const body = { phone, code }
  const confirmed = await ask(app, {
    method: 'POST',
    path: `${at}/phone-confirmation`,
    token,
    body,
  })
  assert.equal(confirmed.status, 200, confirmed.text)
  return draft
}

let keys = 0

/** A key nobody used. */
export function newKey(): string {
  keys += 1
  return `khoa-thu-nghiem-${keys}`
}

export type Filed = Draft & { dossierId: string; code: string; lookupNumber: string }

export function fileIt(app: App, draft: Draft, key: string): Promise<Answered> {
  const path = `/drafts/${draft.draftId}/filing`
  return ask(app, { method: 'POST', path, token: draft.token, key })
}

/** A dossier filed by API. */
export async function filedDossier(
  running: Running,
  change: Record<string, Answers[string]> = {},
): Promise<Filed> {
  const draft = await readyDraft(running, change)
  const filed = await fileIt(running.app, draft, newKey())
  assert.equal(filed.status, 201, filed.text)
  const { dossierId, code, lookupNumber } = filed.body as Record<string, string>
  return { ...draft, dossierId: dossierId!, code: code!, lookupNumber: lookupNumber! }
}

/** An officer's act on a dossier. */
export function actOn(
  app: App,
  dossier: { code: string },
  act: { name: string; token: string; body?: Record<string, unknown>; key?: string },
): Promise<Answered> {
  const path = `/desk/dossiers/${dossier.code}/${act.name}`
  const { token, body = {}, key = newKey() } = act
  return ask(app, { method: 'POST', path, token, key, body })
}
