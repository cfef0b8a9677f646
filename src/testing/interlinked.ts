import assert from 'node:assert/strict'
import { makeTasks } from '../cli/tasks.ts'
import {
  confirmPreview,
  findDossierAt,
  open,
  propose,
  receive,
  viewForStaff,
  type DeskAct,
  type Dossier,
  type EnteredFacts,
} from '../modules/dossiers/index.ts'
import {
  deliverDue,
  lanesOf,
  openExchange,
  type Courier,
  type Lane,
} from '../modules/interlink/index.ts'
import { fileSigner } from '../modules/papers/index.ts'
import type { LegDefinition } from '../modules/procedures/index.ts'
import { originalsToCompare, sign, type HandOver } from '../modules/registry/index.ts'
import { publishBirthAs } from '../modules/registry/testing.ts'
import type { Ctx } from '../platform/ctx.ts'
import { runJobsOnce } from '../platform/jobs.ts'
import { legalDay } from '../platform/plain-date.ts'
import { problemOf } from '../web/to-response.ts'
import type { AppDeps } from '../web/http/deps.ts'
import { INSURANCE_DONG_DA, openCore, POLICE_DONG_DA, TRUC_BACH } from './core.ts'
import type { Core, Officer } from './core.ts'
import { newKey } from './errand.ts'

const KEY = 'birth.with_two_legs'
const HERE = 'http://localhost'

const child = {
  'child.name': 'child.name',
  'child.birthDate': 'child.birthDate',
  'child.sex': 'child.sex',
  'certificate.number': '=number',
  'certificate.day': '=day',
}

/** Residence by the district police and a health card, both asked for with the signature. */
export const twoLegs: readonly LegDefinition[] = [
  {
    key: 'ho-khau',
    name: { vi: 'Hộ khẩu cho con', en: 'Residence of the child' },
    service: 'residence.register',
    to: { kind: 'police', unitOf: 'mother.residence' },
    opens: { on: 'signed' },
    sendWithinWorkingDays: 1,
    limit: { kind: 'days', days: 15 },
    holds: 'handOver',
    answers: { ...child, 'household.address': 'mother.residence' },
    papers: ['=result'],
    results: [
      { key: 'confirmation', name: { vi: 'Sổ hộ khẩu', en: 'Household book' } },
      { key: 'day', name: { vi: 'Ngày nhập', en: 'Day' } },
    ],
  },
  {
    key: 'the-bhyt',
    name: { vi: 'Thẻ bảo hiểm y tế', en: 'Health card' },
    service: 'health_card.issue',
    to: { kind: 'socialInsurance', unitOf: 'mother.residence' },
    opens: { on: 'signed' },
    sendWithinWorkingDays: 1,
    limit: { kind: 'working-days', days: 10 },
    holds: 'handOver',
    answers: child,
    papers: [],
    results: [{ key: 'card', name: { vi: 'Thẻ bảo hiểm y tế', en: 'Health card' } }],
  },
]

type Filed = { dossier: Dossier; owner: Ctx }

/** A birth with two legs, the ward and both partners on desks in here; messages go when told. */
export type Interlinked = {
  core: Core
  by(login: Officer): Ctx
  act(dossier: Dossier): DeskAct
  filed(): Promise<Filed>
  signed(): Promise<Filed>
  /** Papers are made and messages carried until nothing waits that can go now. */
  carry(): Promise<void>
  now(dossier: Dossier): Promise<Dossier>
  lanes(dossier: Dossier): Promise<readonly Lane[]>
  lane(dossier: Dossier, key: string): Promise<Lane>
  /** The partner's own dossier of a leg, by its lead's. */
  partnersDossier(dossier: Dossier, key: string): Promise<Dossier>
  /** The partner examines and signs; its officers are those of the demo. */
  decided(dossier: Dossier, facts: EnteredFacts): Promise<Dossier>
  /** Everything the counter enters at the book. */
  collecting(dossier: Dossier): Promise<HandOver>
  close(): Promise<void>
}

const logins: readonly Officer[] = [
  ...(['hang', 'yen', 'vinh', 'thao', 'son'] as const),
  ...(['huy', 'tuan', 'lan', 'phuong'] as const),
]

export async function openInterlinked(): Promise<Interlinked> {
  const core = await openCore()
  const { db } = core.database
  const officers = new Map<Officer, Ctx>()
  for (const login of logins) officers.set(login, await core.officer(login))
  const limit = { kind: 'working-days', days: 20 } as const
  await publishBirthAs(core, KEY, { limit, legs: twoLegs })
  const run = await runnerOf(core)
  const by = (login: Officer): Ctx => officers.get(login)!
  const act = ({ code, version }: Dossier): DeskAct => ({
    code,
    version,
    requestKey: `lt-${newKey()}`,
  })
  const place = ({ agencyId, id: dossierId }: Dossier) => ({ agencyId, dossierId })
  const world: Interlinked = {
    core,
    by,
    act,
    carry: run,
    filed: () => core.filedBirth({ 'contact.phone': `0${++phones}` }, KEY),
    signed: () => signed(world),
    now: async (dossier) => (await findDossierAt(db, place(dossier)))!,
    lanes: async (dossier) => lanesOf(db, await world.now(dossier), legalDay(core.clock.now())),
    lane: async (dossier, key) => {
      const lane = (await world.lanes(dossier)).find((one) => one.key === key)
      assert(lane, `no lane ${key}`)
      return lane
    },
    partnersDossier: async (dossier, key) => partnersDossier(world, dossier, key),
    decided: (dossier, facts) => decided(world, dossier, facts),
    collecting: async (dossier) => collecting(world, dossier),
    close: () => core.close(),
  }
  return world
}

let phones = 912_700_000

/** Jobs and deliveries as the product runs them, until nothing waits that can go. */
async function runnerOf(core: Core): Promise<() => Promise<void>> {
  const { database, clock, files, home, system } = core
  const exchange = openExchange({ home, files, publicUrl: HERE, problemOf: problemOf(HERE) })
  const deps: AppDeps = {
    db: database.db,
    clock,
    log: system.log,
    files,
    signer: await fileSigner(home, { demo: true }),
    exchange,
    publicUrl: HERE,
    demo: true,
  }
  const drain = async () => void (await deliverDue(system, exchange))
  const courier: Courier = { wake: drain, wakeAll: drain, stop: async () => undefined }
  const tasks = makeTasks(deps, courier)
  return () => runJobsOnce({ url: database.url, log: system.log }, tasks)
}

async function signed({ by, act, filed }: Interlinked): Promise<Filed> {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  await propose(by('yen'), { ...act(received), remark: 'Đã so với dữ liệu.' })
  const given = { dossierId: dossier.id, requestKey: `lt-${newKey()}` }
  const waiting = await confirmPreview(owner, given)
  await open(by('vinh'), waiting)
  return { dossier: await sign(by('vinh'), act(waiting)), owner }
}

async function partnersDossier(
  { core, lane }: Interlinked,
  dossier: Dossier,
  key: string,
): Promise<Dossier> {
  const { leg } = await lane(dossier, key)
  const { rows } = await core.database.db.query<{ agencyId: string; dossierId: string }>(
    `select agency_id as "agencyId", dossier_id as "dossierId" from leg
     where leg = $1 and side = 'partner'`,
    [leg],
  )
  const found = rows[0] && (await findDossierAt(core.database.db, rows[0]))
  assert(found, `the partner has no dossier of ${key}`)
  return found
}

const deskOf: Readonly<Record<string, readonly [Officer, Officer]>> = {
  [POLICE_DONG_DA]: ['huy', 'tuan'],
  [INSURANCE_DONG_DA]: ['lan', 'phuong'],
  [TRUC_BACH]: ['thao', 'son'],
}

async function decided(
  { by, act }: Interlinked,
  dossier: Dossier,
  resultFacts: EnteredFacts,
): Promise<Dossier> {
  const [examiner, head] = deskOf[dossier.agencyId]!
  const received = dossier.state === 'filed' ? await receive(by(examiner), act(dossier)) : dossier
  const proposed = await propose(by(examiner), { ...act(received), resultFacts })
  await open(by(head), proposed)
  return sign(by(head), act(proposed))
}

async function collecting({ by, act, now }: Interlinked, dossier: Dossier): Promise<HandOver> {
  const current = await now(dossier)
  const view = await viewForStaff(by('hang'), current.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  return {
    ...act(current),
    paperBook: '01',
    paperPage: 12,
    collector: 'Người yêu cầu.',
    compared: originals.map(({ key }) => key),
  }
}
