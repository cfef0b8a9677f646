import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, secretToken, sha256Hex } from '../../platform/ids.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldVietnamese } from '../agencies/index.ts'
import type { Answers, NameValue } from '../forms/index.ts'
import type { Seal } from '../intake/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { formatCode, newLookupNo } from './code.ts'
import { insertDeclaration, insertFiles } from './detail-store.ts'
import type { Channel, Dossier } from './dossier.ts'
import { receiveByFor } from './due.ts'
import { planReceipt } from './due-plan.ts'
import { rememberDuplicateKeys } from './duplicates.ts'
import { lastCodeNo, lockAgencyHead, updateAgencyHead, type AgencyHead } from './event-store.ts'
import { append, tellListeners } from './move.ts'
import { insertDossier, type NewDossier } from './store.ts'
import { definitionOf, type World } from './world.ts'

const CODES_A_DAY = 9999

/** What a dossier is made of: a seal, or what another agency's message brought. */
export type Filing = Pick<Seal, 'id' | 'agencyId' | 'procedureKey' | 'revision' | 'requestKey'> & {
  content: { answers: Answers; files: Seal['content']['files']; phone: string | null }
}

/**
 * Makes the dossier of a seal, once: allots the agency's next code of the day, the look-up number
 * and the QR's secret, keeps declaration and files, appends `filed`. In the caller's transaction.
 * Refuses `codes-exhausted`.
 */
export async function admit(
  ctx: Ctx,
  db: Queryable,
  input: { seal: Filing; world: World; channel: Channel; trulyFiledAt?: Date | null },
): Promise<Dossier> {
  const { seal, world } = input
  const now = ctx.clock.now()
  const today = legalDay(now)
  const head = await lockAgencyHead(db, seal.agencyId, today)
  const codeNo = await nextCodeNo(db, head, today)
  const dossier = newDossier({ ...input, now, today, codeNo })
  await insertDossier(db, dossier)
  const event = await append(ctx, db, head, {
    dossierId: seal.id,
    version: 1,
    kind: 'filed',
    facts: {
      to: 'filed',
      step: null,
      channel: input.channel,
      procedureKey: seal.procedureKey,
      revision: seal.revision,
      isTrial: dossier.isTrial,
      ...(input.trulyFiledAt ? { trulyFiledAt: input.trulyFiledAt.toISOString() } : {}),
      declarationSha256: sha256Hex(canonicalJson(seal.content.answers)),
      files: seal.content.files.map(({ component, sha256 }) => ({ component, sha256 })),
    },
    requestKey: seal.requestKey,
  })
  await updateAgencyHead(db, head)
  await keepContent(db, { dossier, seal, now, world })
  return tellListeners(ctx, db, event, dossier)
}

type NewInput = {
  seal: Filing
  world: World
  channel: Channel
  /** On the paper slip of an hour without power; the dossier counts from then. */
  trulyFiledAt?: Date | null
  now: Date
  today: PlainDate
  codeNo: number
}

function newDossier(input: NewInput): NewDossier {
  const { seal, world, now, today } = input
  const filedAt = input.trulyFiledAt ?? now
  const agency = world.city.agency(seal.agencyId)
  const definition = world.procedures.revision(seal.procedureKey, seal.revision)
  if (!agency || !definition) throw new Error('a seal names an unknown agency or revision')
  const code = formatCode(agency.officialCode, today, input.codeNo)
  const lookupNo = newLookupNo()
  const names = namesOf(definition, seal.content.answers)
  return {
    agencyId: seal.agencyId,
    id: seal.id,
    code,
    codeDay: today,
    codeNo: input.codeNo,
    lookupNo,
    procedureKey: seal.procedureKey,
    revision: seal.revision,
    state: 'filed',
    step: null,
    version: 1,
    channel: input.channel,
    isTrial: world.city.isTrial(seal.procedureKey, seal.agencyId, today),
    filedAt,
    receiveBy: receiveByFor(world, seal.agencyId, { definition, at: filedAt }),
    receivedAt: null,
    dueAt: null,
    dueReasons: [],
    endedAt: null,
    assigneeId: null,
    escalation: null,
    callWantedAt: null,
    declarationNo: 1,
    ...names,
    phone: seal.content.phone,
    secret: secretToken(),
    searchText: searchTextOf(code, lookupNo, names),
  }
}

export type Names = { subjectName: string | null; requesterName: string | null }

/** Who is registered and who asks, by the definition's role fields. */
export function namesOf(definition: ProcedureDefinition, answers: Answers): Names {
  return {
    subjectName: fullName(answers[definition.roles.subjectName]),
    requesterName: fullName(answers[definition.roles.requesterName]),
  }
}

function fullName(value: Answers[string] | undefined): string | null {
  if (typeof value === 'string') return value
  const isName = typeof value === 'object' && value !== null && 'full' in value
  return isName ? (value as NameValue).full : null // checked: only names have `full`
}

export function searchTextOf(code: string, lookupNo: string, names: Names): string {
  const words = [code.toLowerCase(), lookupNo, names.subjectName, names.requesterName]
  return words
    .filter((word) => word !== null)
    .map(foldVietnamese)
    .join(' ')
}

/** The number after the last of this agency and day: gapless, never reused. */
async function nextCodeNo(db: Queryable, head: AgencyHead, today: PlainDate): Promise<number> {
  const last = head.codeDay === today ? head.codeNo : await lastCodeNo(db, head.agencyId, today)
  if (last >= CODES_A_DAY) throw new Refusal('codes-exhausted')
  head.codeDay = today
  head.codeNo = last + 1
  return head.codeNo
}

type Keeping = { dossier: Dossier; seal: Filing; now: Date; world: World }

async function keepContent(db: Queryable, { dossier, seal, now, world }: Keeping) {
  const definition = definitionOf(world, dossier)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const { answers, files } = seal.content
  await insertDeclaration(db, at, {
    no: 1,
    answers,
    sha256: sha256Hex(canonicalJson(answers)),
    madeAt: now,
  })
  await insertFiles(
    db,
    at,
    files.map((file) => ({ ...file, addedAt: now })),
  )
  await rememberDuplicateKeys(db, { at, definition, answers, filedAt: now })
  await planReceipt(db, world, at, dossier.receiveBy)
}
