import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleBirth2016 } from '../catalogue/testing.ts'
import { listenToEvents } from '../cli/tasks.ts'
import { seedCatalogue } from '../cli/seed-catalogue.ts'
import { seedStaff } from '../cli/seed-staff.ts'
import { findStaffByLogin, findStaffInSession } from '../modules/accounts/index.ts'
import { seedCity } from '../modules/agencies/index.ts'
import { seedCalendar } from '../modules/calendar/index.ts'
import { file, type Dossier } from '../modules/dossiers/index.ts'
import { openFiles, type FileStore } from '../modules/files/index.ts'
import type { Answers } from '../modules/forms/index.ts'
import {
  attachFile,
  confirmPhone,
  saveAnswers,
  sendCode,
  startDraft,
} from '../modules/intake/index.ts'
import { loadProcedures } from '../modules/procedures/index.ts'
import { testClock, type TestClock } from '../platform/clock.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { legalDay, type PlainDate } from '../platform/plain-date.ts'
import { root } from '../platform/root.ts'
import { testDatabase, type TestDatabase } from './db.ts'
import { photo } from './photo.ts'

/** 14:00 on Friday, 12/08/2016: the third day of the first wave. */
export const FRIDAY_AFTERNOON = new Date('2016-08-12T14:00:00+07:00')

export const LANG_THUONG = 'ubnd-00187-2008'
export const LANG_HA = 'ubnd-00199-2008'
export const TRUC_BACH = 'ubnd-00004-2008'
export const POLICE_DONG_DA = 'ca-quan-006-2008'
export const INSURANCE_DONG_DA = 'bhxh-quan-006-2008'

/**
 * Logins of the demo's officers: counter, civil status, chairman, vice-chairman; another ward's; one
 * who works and who heads it of the district police, then of social insurance.
 */
export type Officer =
  | 'hang'
  | 'yen'
  | 'vinh'
  | 'mai'
  | 'lanha'
  | 'thao'
  | 'son'
  | 'huy'
  | 'tuan'
  | 'lan'
  | 'phuong'

export type Core = {
  database: TestDatabase
  clock: TestClock
  files: FileStore
  /** Where `files` keeps its bytes. */
  home: string
  system: Ctx
  as(actor: Actor): Ctx
  /** An officer at the agency of the 2016 ward. */
  officer(login: Officer): Promise<Ctx>
  /** A citizen who holds these drafts. */
  citizen(draftIds: readonly string[], phone?: string | null): Ctx
  /** A draft of a birth, complete with its papers and a confirmed phone. */
  readyDraft(
    change?: Parameters<typeof sampleBirth2016>[0],
    procedureKey?: string,
  ): Promise<{ id: string; owner: Ctx }>
  /** The same, filed. */
  filedBirth(
    change?: Parameters<typeof sampleBirth2016>[0],
    procedureKey?: string,
  ): Promise<{ dossier: Dossier; owner: Ctx }>
  /** Any procedure, filed with these answers; names of files stand for photos. */
  filed(procedureKey: string, answers: Answers): Promise<{ dossier: Dossier; owner: Ctx }>
  close(): Promise<void>
}

/** The modules on a database of their own, without web and jobs; the clock stands still. */
export async function openCore(now: Date = FRIDAY_AFTERNOON): Promise<Core> {
  const clock = testClock(now)
  const log = createLog('silent')
  const [database, home] = await Promise.all([testDatabase(), mkdtemp(join(tmpdir(), 'motcua-'))])
  const { db } = database
  await seedCalendar(db, join(root, 'data'))
  await seedCity(db, join(root, 'data'))
  await seedCatalogue(db, clock)
  await seedStaff({ db, clock, log })
  const files = await openFiles(home)
  listenToEvents({ files, clock })
  const as = (actor: Actor): Ctx => ({ db, clock, log, actor })
  const core: Core = {
    database,
    clock,
    files,
    home,
    as,
    system: as({ kind: 'system', task: 'test' }),
    officer: async (login) => as(await officerActor(db, login, legalDay(now))),
    citizen: (draftIds, phone = null) => as({ kind: 'citizen', phone, draftIds }),
    readyDraft: (change, procedureKey) => readyDraft(core, anotherBirth(change), procedureKey),
    filedBirth: (change, procedureKey = 'birth.register') =>
      core.filed(procedureKey, anotherBirth(change)),
    filed: async (procedureKey, answers) => {
      const { id, owner } = await readyDraft(core, answers, procedureKey)
      const dossier = await file(owner, files, {
        draftId: id,
        requestKey: id,
        channel: 'online',
      })
      return { dossier, owner }
    },
    close: async () => {
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
  return core
}

const agencyOf: Partial<Record<Officer, string>> = {
  lanha: LANG_HA,
  thao: TRUC_BACH,
  son: TRUC_BACH,
  huy: POLICE_DONG_DA,
  tuan: POLICE_DONG_DA,
  lan: INSURANCE_DONG_DA,
  phuong: INSURANCE_DONG_DA,
}

let births = 0

/** The same family, with a notice and a mother's card of its own: each birth is registered once. */
function anotherBirth(change: Parameters<typeof sampleBirth2016>[0]): Answers {
  births += 1
  return sampleBirth2016({
    'notice.number': String(4470 + births),
    'mother.idNumber': String(12_345_456 + births).padStart(9, '0'),
    ...change,
  })
}

async function officerActor(db: Ctx['db'], login: Officer, day: PlainDate): Promise<Actor> {
  const staff = await findStaffByLogin(db, login)
  const agencyId = agencyOf[login] ?? LANG_THUONG
  const found = staff && (await findStaffInSession(db, { staffId: staff.id, agencyId, day }))
  assert(found, `no officer ${login}`)
  return { kind: 'staff', staffId: found.staffId, agencyId, roles: found.roles }
}

async function readyDraft(
  core: Core,
  answers: Answers,
  procedureKey = 'birth.register',
): Promise<{ id: string; owner: Ctx }> {
  const procedures = await loadProcedures(core.database.db)
  const definition = procedures.revisionOn(procedureKey, legalDay(core.clock.now()))
  assert(definition)
  const fileFields = Object.keys(answers).filter((key) => key.startsWith('file.'))
  const typed = Object.fromEntries(
    Object.entries(answers).filter(([key]) => !fileFields.includes(key)),
  )
  const draft = await startDraft(core.system, { definition, answers: {} })
  const owner = core.citizen([draft.id])
  await saveAnswers(owner, { draftId: draft.id, set: typed })
  for (const field of fileFields) {
    const given = { draftId: draft.id, field, name: `${field}.png` }
    await attachFile(owner, core.files, { ...given, bytes: photo(`${field} ${draft.id}`) })
  }
  await confirm(owner, draft.id, String(answers['contact.phone']))
  return { id: draft.id, owner }
}

async function confirm(owner: Ctx, draftId: string, phone: string): Promise<void> {
  await sendCode(owner, { draftId, phone })
  const { rows } = await owner.db.query<{ code: string }>(
    `select payload -> 'params' ->> 'code' as code from graphile_worker._private_jobs
     where payload ->> 'recipient' = $1 order by id desc limit 1`,
    [phone],
  )
  await confirmPhone(owner, { draftId, phone, code: rows[0]!.code })
}
