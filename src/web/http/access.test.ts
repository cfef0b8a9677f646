import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { STAFF_ROLES } from '../../modules/accounts/index.ts'
import type { Actor } from '../../platform/ctx.ts'
import { root } from '../../platform/root.ts'
import { policy, type PolicyRow } from '../policy.ts'
import { accessPage, accessProblems, accessTable, decide } from './access.ts'
import { json, route } from './route.ts'

const nobody: Actor = { kind: 'anonymous' }
const citizen: Actor = { kind: 'citizen', phone: null, draftIds: [] }
const known: Actor = { kind: 'citizen', phone: '0900000318', draftIds: [] }
const officer = (role: string): Actor => ({
  kind: 'staff',
  staffId: 's',
  agencyId: 'a',
  roles: [role],
})

const own = async () => true
const other = async () => false

describe('the policy table', () => {
  test('what belongs to others does not exist, for every role and every action', async () => {
    const actors = [nobody, citizen, known, ...STAFF_ROLES.map(officer)]
    for (const [action, row] of Object.entries<PolicyRow>(policy)) {
      if (!row.who.every((grant) => grant.as !== 'anyone' && grant.relation !== undefined)) continue
      for (const actor of actors) {
        const verdict = await decide(row, actor, other)
        assert.ok(verdict === 'hidden' || verdict === 'sign-in', `${action} ${actor.kind}`)
      }
    }
  })

  test('an officer of the right agency in another role is told so', async () => {
    assert.equal(await decide(policy['dossier.sign'], officer('counterOfficer'), own), 'forbidden')
    assert.equal(await decide(policy['dossier.sign'], officer('counterOfficer'), other), 'hidden')
    assert.equal(await decide(policy['dossier.sign'], officer('chairman'), own), 'allowed')
    assert.equal(await decide(policy['dossier.sign'], officer('chairman'), other), 'hidden')
  })

  test('a citizen is never an officer, an officer never a citizen', async () => {
    assert.equal(await decide(policy['dossier.receive'], known, own), 'sign-in')
    assert.equal(await decide(policy['draft.read'], officer('chairman'), own), 'hidden')
    assert.equal(await decide(policy['citizen.dossiers'], officer('chairman'), own), 'sign-in')
  })

  test('a citizen’s own list needs a confirmed phone', async () => {
    assert.equal(await decide(policy['citizen.dossiers'], citizen, own), 'sign-in')
    assert.equal(await decide(policy['citizen.dossiers'], known, own), 'allowed')
  })

  test('a relation that nobody resolves, or that has nothing to look at, stops the start', () => {
    const handle = async () => json({})
    const routes = [
      route({ method: 'GET', url: '/x/:dossierId', action: 'dossier.read', handle }),
      route({ method: 'GET', url: '/y', action: 'draft.read', handle }),
    ]
    const problems = accessProblems(routes, { 'draft-owner': own })
    assert.equal(problems.length, 2)
    assert.match(problems[0]!, /nobody resolves the relation "same-agency"/)
    assert.match(problems[1]!, /needs :draftId in the path/)
  })

  test('docs/access.md says what the table says', () => {
    const written = readFileSync(join(root, 'docs/access.md'), 'utf8')
    assert.equal(written, accessPage(policy), 'run: npm run format')
  })

  test('the table prints with a line for every action', () => {
    const lines = accessTable(policy).trim().split('\n')
    assert.equal(lines.length, Object.keys(policy).length + 2)
  })
})
