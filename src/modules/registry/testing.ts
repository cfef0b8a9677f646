import assert from 'node:assert/strict'
import { LANG_THUONG, type Core } from '../../testing/core.ts'
import { legalDay, plainDate } from '../../platform/plain-date.ts'
import { setStage } from '../agencies/index.ts'
import {
  loadProcedures,
  publish,
  type LegDefinition,
  type ProcedureDefinition,
} from '../procedures/index.ts'

/** A leg of the police, for tests of what waits for it. */
const residenceLeg: LegDefinition = {
  key: 'thuong-tru',
  name: { vi: 'Hộ khẩu cho con', en: 'Residence of the child' },
  service: 'residence.register',
  to: { kind: 'police', unitOf: null },
  opens: { on: 'signed' },
  sendWithinWorkingDays: 2,
  limit: { kind: 'days', days: 15 },
  holds: 'handOver',
  answers: {},
  papers: [],
  results: [],
}

/** What a birth with one leg of another agency changes: the leg fits into the whole limit. */
export function withLeg(leg: Partial<LegDefinition> = {}): Partial<ProcedureDefinition> {
  return { legs: [{ ...residenceLeg, ...leg }], limit: { kind: 'working-days', days: 30 } }
}

/** Publishes the birth of that day once more under `key`, changed; online at Láng Thượng. */
export async function publishBirthAs(
  core: Core,
  key: string,
  change: Partial<ProcedureDefinition>,
): Promise<void> {
  const { db } = core.database
  const procedures = await loadProcedures(db)
  const birth = procedures.revisionOn('birth.register', legalDay(core.clock.now()))
  assert(birth)
  const slug = key.replaceAll(/[._]/g, '-')
  const given = { ...birth, key, slug, revision: 1, validTo: null, ...change }
  await publish(db, given, core.clock.now())
  await setStage(core.system, {
    procedureKey: key,
    agencyId: LANG_THUONG,
    fromDay: plainDate('2016-01-01'),
    stage: 'official',
    source: 'test',
  })
}
