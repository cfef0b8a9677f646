import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptInvite, invite, type StaffRole } from '../modules/accounts/index.ts'
import { setStage } from '../modules/agencies/index.ts'
import { file, type Dossier } from '../modules/dossiers/index.ts'
import { confirmPhone, saveAnswers, sendCode, startDraft } from '../modules/intake/index.ts'
import { loadProcedures, publish, type ProcedureDefinition } from '../modules/procedures/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { legalDay, plainDate } from '../platform/plain-date.ts'
import { root } from '../platform/root.ts'
import type { Core } from './core.ts'

export const DEPARTMENT = 'so-tu-phap'

/** A department with a procedure of four steps, published from JSON: check, verify, propose, sign. */
export type Department = {
  definition: ProcedureDefinition
  /** An actor in this role; no account stands behind it. */
  officer(role: StaffRole): Ctx
  /** An account with its mandate: what signs and is assigned needs one. */
  employed(given: { login: string; name: string; role: StaffRole }): Promise<Ctx>
  filed(): Promise<{ dossier: Dossier; owner: Ctx }>
}

/** What it needs of a world of tests. */
type World = Pick<Core, 'clock' | 'files' | 'system' | 'as' | 'citizen'> & {
  database: Pick<Core['database'], 'db'>
}

export async function openDepartment(
  core: World,
  change: Partial<ProcedureDefinition> = {},
  agencyId: string = DEPARTMENT,
): Promise<Department> {
  const path = join(root, 'tests/fixtures/department-four-steps.json')
  const document = { ...JSON.parse(readFileSync(path, 'utf8')), ...change }
  await publish(core.database.db, document, core.clock.now())
  await setStage(core.system, {
    procedureKey: document.key,
    agencyId,
    fromDay: plainDate('2016-01-01'),
    stage: 'official',
    source: 'test',
  })
  const procedures = await loadProcedures(core.database.db)
  const definition = procedures.revisionOn(document.key, legalDay(core.clock.now()))!
  const as = (staffId: string, role: StaffRole) =>
    core.as({ kind: 'staff', staffId, agencyId, roles: [role] })
  return {
    definition,
    officer: (role) => as(`so-${role}`, role),
    employed: async ({ login, name, role }) => as(await employ(core, { login, name, role }), role),
    filed: () => filed(core, definition),
  }
}

async function employ(
  core: World,
  given: { login: string; name: string; role: StaffRole },
): Promise<string> {
  const { login, name, role } = given
  const fromDay = plainDate('2016-01-01')
  const mandates = [{ agencyId: DEPARTMENT, roles: [role], fromDay, toDay: null }]
  const { staffId, token } = await invite(core.system, { login, name, mandates })
  await acceptInvite(core.system, { token, password: 'mot cau that dai de nho' })
  return staffId
}

let phones = 912_600_000

async function filed(core: World, definition: ProcedureDefinition) {
  const phone = `0${++phones}`
  const answers = {
    'person.name': { full: 'Hoàng Thị Sâm' },
    'work.kind': 'hoa-giai',
    'contact.phone': phone,
  }
  const draft = await startDraft(core.system, { definition, answers })
  const owner = core.citizen([draft.id])
  await saveAnswers(owner, { draftId: draft.id, set: {} })
  await sendCode(owner, { draftId: draft.id, phone })
  const { rows } = await core.database.db.query<{ code: string }>(
    `select payload -> 'params' ->> 'code' as code from graphile_worker._private_jobs
     where payload ->> 'recipient' = $1 order by id desc limit 1`,
    [phone],
  )
  await confirmPhone(owner, { draftId: draft.id, phone, code: rows[0]!.code })
  const given = { draftId: draft.id, requestKey: draft.id, channel: 'online' as const }
  return { dossier: await file(owner, core.files, given), owner }
}
