import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../tests/journeys/world.ts'
import { issueToken, type StaffRole } from '../modules/accounts/index.ts'
import { makeStaff } from '../modules/accounts/testing.ts'
import { root } from '../platform/root.ts'
import { ask } from '../web/api/testing.ts'
import { actOn, fileIt, newKey } from '../web/api/testing-errand.ts'
import { procedureCommand } from './procedure.ts'

const FIXTURE = join(root, 'tests/fixtures/department-four-steps.json')
const AGENCY = 'so-tu-phap'

let world: World
let home: string
before(async () => {
  world = await openWorld()
  home = mkdtempSync(join(tmpdir(), 'motcua-procedure-'))
})
after(async () => {
  await world.close()
  rmSync(home, { recursive: true })
})

async function run(...args: string[]) {
  const { url, ownerUrl } = world.database
  const out: string[] = []
  const err: string[] = []
  const env = {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    MOTCUA_HOME: home,
    MOTCUA_DEMO: '1',
    MOTCUA_NOW: '2016-08-12T14:00:00+07:00',
  }
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  const code = await procedureCommand.run(args, { ...io, env })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function written(change: (document: Record<string, unknown>) => void): string {
  const document = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Record<string, unknown>
  change(document)
  const path = join(home, 'definition.json')
  writeFileSync(path, JSON.stringify(document))
  return path
}

async function officer(role: StaffRole): Promise<string> {
  const login = `so.${role.toLowerCase()}`
  const made = { login, name: 'Vũ Thị Hường', agencyId: AGENCY, roles: [role] }
  await makeStaff(world.ctx, made)
  return (await issueToken(world.ctx, { login, label: 'thử', days: 30 })).token
}

test('a definition with mistakes is not published, and every mistake is told', async () => {
  const path = written((document) => {
    document['checks'] = [{ rule: 'no.such', params: {} }]
    document['steps'] = []
  })
  for (const verb of ['check', 'publish']) {
    const { code, err } = await run(verb, path)
    assert.equal(code, 1, err)
    assert.match(err, /steps/)
  }
  assert.doesNotMatch((await run('list')).out, /press/)
})

test('what is not understood exits 2 and shows the usage', async () => {
  for (const args of [
    ['publish'],
    ['publish', '/khong/co.json'],
    ['sing'],
    ['list', '--on', '2016-02-31'],
    ['stage', 'press.visitor_card', '--agency', AGENCY, '--stage', 'perhaps'],
  ]) {
    const { code, err } = await run(...args)
    assert.equal(code, 2, args.join(' '))
    assert.match(err, /motcua procedure publish/)
  }
  assert.equal((await run('--help')).code, 0)
})

test('a procedure published from JSON into the running product is carried through by API', async () => {
  const { app } = world
  const path = '/procedures/press.visitor_card'
  assert.equal((await ask(app, { path })).status, 404)
  assert.match((await run('publish', FIXTURE)).out, /press\.visitor_card 1 {2}published/)
  assert.match((await run('publish', FIXTURE)).out, /already/)
  const changed = written((document) => (document['slug'] = 'ten-khac'))
  assert.match((await run('publish', changed)).err, /procedure-revision-taken/)
  assert.equal((await ask(app, { path })).status, 200)
  assert.match((await run('list')).out, /press\.visitor_card 1/)
  const stage = ['stage', 'press.visitor_card', '--agency', AGENCY, '--stage', 'official']
  assert.equal((await run(...stage, '--source', 'thử', '--from', '2016-08-01')).code, 0)

  const phone = '0912600001'
  const answers = {
    'person.name': { full: 'Hoàng Thị Sâm' },
    'work.kind': 'hoa-giai',
    'contact.phone': phone,
  }
  const body = { procedure: 'press.visitor_card', answers }
  const begun = (await ask(app, { method: 'POST', path: '/drafts', body })).body
  const draft = { draftId: String(begun['id']), token: String(begun['token']), phone }
  const at = `/drafts/${draft.draftId}`
  const { token } = draft
  await ask(app, { method: 'POST', path: `${at}/phone-codes`, token, body: { phone } })
  const code = /\d{6}/.exec(await world.newestMessageTo(phone))![0]
  const confirming = { token, body: { phone, code } }
  await ask(app, { method: 'POST', path: `${at}/phone-confirmation`, ...confirming })
  const filed = await fileIt(app, draft, newKey())
  assert.equal(filed.status, 201, filed.text)
  const dossier = { code: String(filed.body['code']) }

  const tokens = {
    counter: await officer('counterOfficer'),
    specialist: await officer('specialist'),
    head: await officer('divisionHead'),
    director: await officer('director'),
  }
  let version = 1
  const act = async (who: keyof typeof tokens, name: string, more: object = {}) => {
    const given = { name, token: tokens[who], body: { version, ...more } }
    const answered = await actOn(app, dossier, given)
    assert.equal(answered.status, 200, `${name}: ${answered.text}`)
    const head = answered.body['dossier'] as { version: number; state: string }
    version = head.version
    return head.state
  }
  await act('counter', 'receive')
  await act('specialist', 'complete-step')
  await act('head', 'complete-step', { remark: 'Đã xác minh.' })
  assert.equal(await act('specialist', 'propose'), 'signing')
  await ask(app, { path: `/desk/dossiers/${dossier.code}`, token: tokens.director })
  assert.equal(await act('director', 'sign'), 'signed')
  await world.runJobs()
  const ready = await ask(app, { path: `/desk/dossiers/${dossier.code}`, token: tokens.counter })
  version = (ready.body['dossier'] as { version: number }).version
  const handing = { compared: [], collector: 'Người yêu cầu.' }
  assert.equal(await act('counter', 'hand-over', handing), 'handed_over')
})
