import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay, legalTime, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Agency } from '../agencies/index.ts'
import type { FileStore } from '../files/index.ts'
import { complete, validateForm, type Answers } from '../forms/index.ts'
import {
  answersWithOnlyFiles,
  findSealOf,
  getOwnDraft,
  listFilesOf,
  seal,
  type Draft,
  type SealedFile,
} from '../intake/index.ts'
import {
  competentUnits,
  namedAgencies,
  runChecks,
  type ProcedureDefinition,
} from '../procedures/index.ts'
import { admit } from './admit.ts'
import { forCounter } from './counter.ts'
import { insertPaperSlip } from './counter-store.ts'
import type { Channel, Dossier } from './dossier.ts'
import { findDossier } from './store.ts'
import { formWorldOf, worldOf, type World } from './world.ts'

export type File = {
  draftId: string
  /** From the caller; the same key gives the same dossier however often it is sent. */
  requestKey: string
  channel: Channel
}

/**
 * Files a draft: seals it and admits the dossier in one transaction; acknowledged only when that
 * has committed and every file's bytes are stored and hashed. Safe to repeat with the same key.
 *
 * Refuses `not-found`, `draft-expired`, `already-filed` (another key, with the dossier's code),
 * `key-reused`, `phone-not-confirmed`, `law-changed`, `declaration-incomplete` (problems),
 * `law-refuses` (findings), `agency-not-chosen`, `wrong-agency` (competent agencies),
 * `agency-not-online`, `file-bytes-missing`, `codes-exhausted`, `slip-entered-already`. A draft of
 * the counter needs neither a phone nor photos, and its agency need not be online.
 */
export async function file(ctx: Ctx, files: FileStore, input: File): Promise<Dossier> {
  const world = await worldOf(ctx.db)
  return ctx.db.tx(async (db) => {
    const draft = await getOwnDraft(ctx, input.draftId, { db, lock: true })
    if (draft.sealedAt) return filedBefore(db, draft, input.requestKey)
    const ready = await ensureReady(ctx, { db, draft, world, files })
    const sealed = await seal(ctx, db, { ...ready, requestKey: input.requestKey })
    const channel = draft.counterAgencyId === null ? input.channel : 'counter'
    if (draft.slipNo !== null) await enterSlip(ctx, db, draft)
    return admit(ctx, db, { seal: sealed, world, channel, trulyFiledAt: draft.trulyFiledAt })
  })
}

/** A paper slip becomes one dossier, with the time that stands on it. */
async function enterSlip(ctx: Ctx, db: Queryable, draft: Draft): Promise<void> {
  const { slipNo: no, trulyFiledAt, counterAgencyId, counterStaffId } = draft
  if (no === null || !trulyFiledAt || !counterAgencyId || !counterStaffId)
    throw new Error('a slip without its time or officer')
  const at = { agencyId: counterAgencyId, dossierId: draft.id }
  const enteredAt = ctx.clock.now()
  const slip = { no, trulyFiledAt, enteredBy: counterStaffId, enteredAt }
  if (!(await insertPaperSlip(db, at, slip))) throw new Refusal('slip-entered-already', { no })
}

async function filedBefore(db: Queryable, draft: Draft, requestKey: string): Promise<Dossier> {
  const sealed = await findSealOf(db, draft.id)
  const at = sealed && { agencyId: sealed.agencyId, dossierId: sealed.id }
  const dossier = at && (await findDossier(db, at, { lock: false }))
  if (!dossier) throw new Error('a sealed draft without its dossier')
  if (sealed.requestKey !== requestKey) {
    throw new Refusal('already-filed', { dossierId: dossier.id, code: dossier.code })
  }
  return dossier
}

type Checking = { db: Queryable; draft: Draft; world: World; files: FileStore }

type Ready = { draft: Draft; agencyId: string; phone: string | null; files: readonly SealedFile[] }

async function ensureReady(ctx: Ctx, input: Checking): Promise<Ready> {
  const { db, draft, world } = input
  const now = ctx.clock.now()
  if (draft.expiresAt <= now) throw new Refusal('draft-expired')
  const isAtCounter = draft.counterAgencyId !== null
  if (!isAtCounter && (draft.phone === null || draft.phoneConfirmedAt === null)) {
    throw new Refusal('phone-not-confirmed')
  }
  const filedAt = draft.trulyFiledAt ?? now
  const today = legalDay(filedAt)
  const inForce = revisionInForce(world, draft, today)
  const definition = isAtCounter ? forCounter(inForce) : inForce
  const attached = await listFilesOf(db, draft.id)
  const answers = answersWithOnlyFiles(definition.form, draft.answers, attached)
  const problems = validateForm(definition.form, answers, formWorldOf(world, now))
  if (problems.length > 0) throw new Refusal('declaration-incomplete', { problems })
  ensureLawful(definition, answers, { today, time: legalTime(filedAt) })
  const agencyId = ensureCompetent(world, { definition, draft, answers, today })
  for (const { sha256, field } of attached) {
    if (!(await input.files.has(sha256))) throw new Refusal('file-bytes-missing', { field })
  }
  const sealedFiles = attached.map(({ uploadedAt: _, ...rest }) => rest)
  const filed = { ...draft, answers: complete(definition.form, answers) }
  const phone = isAtCounter ? declaredPhone(definition, filed.answers) : draft.phone
  return { draft: filed, agencyId, phone, files: sealedFiles }
}

/** At the counter the officer typed it; it is told what happens, and opens nothing. */
function declaredPhone(definition: ProcedureDefinition, answers: Answers): string | null {
  const phone = answers[definition.roles.phone]
  return typeof phone === 'string' ? phone : null
}

/**
 * A draft opened under an older law is filed under the one in force; the citizen first sees what
 * changed and confirms. Refuses `law-changed`, `procedure-not-in-force`.
 */
export function revisionInForce(world: World, draft: Draft, today: PlainDate): ProcedureDefinition {
  const definition = world.procedures.revisionOn(draft.procedureKey, today)
  if (!definition) throw new Refusal('procedure-not-in-force')
  if (definition.revision !== draft.revision) {
    throw new Refusal('law-changed', { draftId: draft.id, revision: definition.revision })
  }
  return definition
}

function ensureLawful(
  definition: ProcedureDefinition,
  answers: Answers,
  on: { today: PlainDate; time: string },
): void {
  const findings = runChecks(definition, answers, { filedOn: on.today, ...on })
  const refused = findings.filter(({ severity }) => severity === 'refuse')
  if (refused.length > 0) throw new Refusal('law-refuses', { findings: refused })
}

export type Competence = {
  definition: ProcedureDefinition
  draft: Draft
  answers: Answers
  today: PlainDate
}

/** The agencies competent for these answers on this day, in the order the law names them. */
export function competentAgencies(
  world: World,
  input: Omit<Competence, 'draft'>,
): readonly Agency[] {
  const { definition, answers, today } = input
  const units = competentUnits(definition, answers, today)
  const agencies = [
    ...namedAgencies(definition).map((id) => world.city.agency(id)),
    ...units.map((unit) => world.city.agencyFor(definition.agencyKind, unit, today)),
  ].filter((agency) => agency !== undefined)
  return [...new Map(agencies.map((agency) => [agency.id, agency])).values()]
}

/** @basis LHT 60/2014/QH13 Điều 5(4), 13 */
function ensureCompetent(world: World, input: Competence): string {
  const competent = competentAgencies(world, input)
  const names = competent.map(({ id, name }) => ({ id, name }))
  const chosen = input.draft.agencyId ?? (competent.length === 1 ? competent[0]!.id : null)
  if (chosen === null) throw new Refusal('agency-not-chosen', { competent: names })
  if (!competent.some(({ id }) => id === chosen)) {
    throw new Refusal('wrong-agency', { agencyId: chosen, competent: names })
  }
  if (input.draft.counterAgencyId === null)
    world.city.ensureOnline(input.definition.key, chosen, input.today)
  return chosen
}
