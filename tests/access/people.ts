import assert from 'node:assert/strict'
import {
  disable,
  findStaffByLogin,
  issueToken,
  type StaffRole,
} from '../../src/modules/accounts/index.ts'
import { startAtCounter } from '../../src/modules/dossiers/index.ts'
import { makeStaff } from '../../src/modules/accounts/testing.ts'
import { addSessionDraft, beginSession, setSessionPhone } from '../../src/platform/sessions.ts'
import { begunDraft, filedDossier } from '../../src/web/api/testing-errand.ts'
import { cookieName } from '../../src/web/http/open-session.ts'
import type { Relation } from '../../src/web/policy.ts'
import type { World } from '../journeys/world.ts'

/** `near`: of the ward Láng Thượng and citizen A; `far`: of Láng Hạ and citizen B. */
export type Place = 'near' | 'far'

/** `counterDraftId`: a declaration that the counter of that place has begun. */
type Thing = { draftId: string; dossierId: string; counterDraftId: string }

export type Things = Record<Place | 'nowhere', Thing>

export type Person = {
  name: string
  kind: 'anonymous' | 'citizen' | 'staff'
  roles: readonly StaffRole[]
  hasPhone: boolean
  /** In which relation the person stands to the things of which place. */
  stands: Partial<Record<Relation, Place>>
  headers: Record<string, string>
}

const langHa = {
  scope: 'city',
  unit: '00199',
  unitFrom: '2008-08-01',
  place: 'phường Láng Hạ, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 5, phố Thái Thịnh',
} as const

/** Drafts and dossiers by API; a dossier and its draft have one id, so drafts here are other ones. */
export async function makeThings(world: World): Promise<Things & { phone: string }> {
  const near = await filedDossier(world)
  const residence = { 'requester.residence': langHa, 'mother.residence': langHa }
  const far = await filedDossier(world, residence)
  const [nearDraft, farDraft] = [await begunDraft(world), await begunDraft(world)]
  return {
    near: {
      draftId: nearDraft.draftId,
      dossierId: near.dossierId,
      counterDraftId: await counterDraft(world, 'hang', NEAR_AGENCY),
    },
    far: {
      draftId: farDraft.draftId,
      dossierId: far.dossierId,
      counterDraftId: await counterDraft(world, 'lanha', FAR_AGENCY),
    },
    nowhere: {
      draftId: '01890000-0000-7000-8000-000000000001',
      dossierId: '01890000-0000-7000-8000-000000000002',
      counterDraftId: '01890000-0000-7000-8000-000000000003',
    },
    phone: near.phone,
  }
}

async function counterDraft(world: World, login: string, agencyId: string): Promise<string> {
  const staff = await findStaffByLogin(world.database.db, login)
  assert.ok(staff, login)
  const actor = { kind: 'staff', staffId: staff.id, agencyId, roles: ['counterOfficer'] } as const
  const draft = await startAtCounter({ ...world.ctx, actor }, { procedureKey: 'birth.register' })
  return draft.id
}

const NEAR_AGENCY = 'ubnd-00187-2008'
const FAR_AGENCY = 'ubnd-00199-2008'
const DAY_MS = 86_400_000

/** Everybody the matrix asks as; moves the clock two days on, so that a token of one day is over. */
export async function makePeople(
  world: World,
  things: Awaited<ReturnType<typeof makeThings>>,
): Promise<Person[]> {
  const expired = await staffHeaders(world, 'hang', NEAR_AGENCY, 1)
  world.clock.advance(2 * DAY_MS)
  const near = { place: 'near', agencyId: NEAR_AGENCY } as const
  const far = { place: 'far', agencyId: FAR_AGENCY } as const
  await makeStaff(world.ctx, {
    login: 'cuvan',
    name: 'Phan Văn Cừ',
    agencyId: NEAR_AGENCY,
    roles: ['counterOfficer', 'civilStatusOfficer', 'chairman'],
  })
  const disabled = await staffHeaders(world, 'cuvan', NEAR_AGENCY, 30)
  await disable(world.ctx, 'cuvan')
  const nobody = { kind: 'anonymous', roles: [], hasPhone: false, stands: {} } as const
  return [
    { ...nobody, name: 'anonymous', headers: {} },
    { ...nobody, name: 'expired token', headers: expired },
    { ...nobody, name: 'disabled officer', headers: disabled },
    await citizen(world, { name: 'citizen A', place: 'near', holds: things.near }),
    await citizen(world, { name: 'citizen B', place: 'far', holds: things.far }),
    await citizenByPhone(world, things.phone),
    await officer(world, { ...near, login: 'hang', role: 'counterOfficer' }),
    await officer(world, { ...far, login: 'lanha', role: 'counterOfficer' }),
    await officer(world, { ...near, login: 'yen', role: 'civilStatusOfficer' }),
    await officer(world, { ...near, login: 'vinh', role: 'chairman' }),
    await officer(world, { ...near, login: 'mai', role: 'viceChairman' }),
  ]
}

function citizenHeaders(secret: string): Record<string, string> {
  return {
    cookie: `${cookieName('citizen', false)}=${secret}`,
    authorization: `Bearer mcs_${secret}`,
  }
}

async function citizen(
  { database: { db }, clock }: World,
  given: { name: string; place: Place; holds: { draftId: string; dossierId: string } },
): Promise<Person> {
  const { id: sessionId, secret } = await beginSession(db, clock.now(), { kind: 'citizen' })
  for (const draftId of Object.values(given.holds))
    await addSessionDraft(db, clock.now(), { sessionId, draftId })
  const stands = { 'draft-owner': given.place, 'dossier-owner': given.place } as const
  const headers = citizenHeaders(secret)
  return { name: given.name, kind: 'citizen', roles: [], hasPhone: false, stands, headers }
}

/** Another device: no draft of its own, but the phone of A's dossier confirmed. */
async function citizenByPhone({ database: { db }, clock }: World, phone: string): Promise<Person> {
  const { id: sessionId, secret } = await beginSession(db, clock.now(), { kind: 'citizen' })
  await setSessionPhone(db, clock.now(), { sessionId, phone })
  return {
    name: 'citizen with A’s phone',
    kind: 'citizen',
    roles: [],
    hasPhone: true,
    stands: { 'dossier-owner': 'near' },
    headers: citizenHeaders(secret),
  }
}

async function officer(
  world: World,
  given: { login: string; role: StaffRole; agencyId: string; place: Place },
): Promise<Person> {
  const { login, role, agencyId, place } = given
  return {
    name: `${role} (${place})`,
    kind: 'staff',
    roles: [role],
    hasPhone: false,
    stands: { 'same-agency': place, 'draft-agency': place },
    headers: await staffHeaders(world, login, agencyId, 30),
  }
}

async function staffHeaders(
  world: World,
  login: string,
  agencyId: string,
  days: number,
): Promise<Record<string, string>> {
  const { db } = world.database
  const staff = await findStaffByLogin(db, login)
  assert.ok(staff, login)
  const subject = { kind: 'staff', staffId: staff.id, agencyId } as const
  const { secret } = await beginSession(db, world.clock.now(), subject)
  const { token } = await issueToken(world.ctx, { login, label: 'ma trận', days })
  return { cookie: `${cookieName('staff', false)}=${secret}`, authorization: `Bearer ${token}` }
}
