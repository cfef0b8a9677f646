import {
  acceptInvite,
  findStaffByLogin,
  hashPassword,
  invite,
  type StaffRole,
} from '../modules/accounts/index.ts'
import { loadCity, type AgencyKind } from '../modules/agencies/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ctx, Log } from '../platform/ctx.ts'
import type { Db } from '../platform/db.ts'
import { legalDay, plainDate, type PlainDate } from '../platform/plain-date.ts'

/** Everybody's password in the demo; outside it there are no accounts at all. */
export const DEMO_PASSWORD = 'motcua-dung-thu'

/** The agency that serves a unit on a day. */
type Post = { kind: AgencyKind; code: string; day: PlainDate }

type Person = {
  login: string
  name: string
  roles: readonly StaffRole[]
  post: Post
  /** Where the person works once the ward has been merged; otherwise at its successor. */
  later?: Post
}

const then = plainDate('2016-08-10')
const now = plainDate('2025-07-01')

const langThuong: Post = { kind: 'commune', code: '00187', day: then }
const langHa: Post = { kind: 'commune', code: '00199', day: then }
const trucBach: Post = { kind: 'commune', code: '00004', day: then }
const oChoDua: Post = { kind: 'commune', code: '00190', day: now }
/** Residence was the district police's work; it is the ward police's now. */
const police: Pick<Person, 'post' | 'later'> = {
  post: { kind: 'police', code: '006', day: then },
  later: { kind: 'police', code: '00199', day: now },
}
const insurance: Pick<Person, 'post'> = {
  post: { kind: 'socialInsurance', code: '006', day: then },
}

/**
 * Invented people: of the ward Láng Thượng of 2016 and the ward Láng that succeeds it in 2025, and
 * of the police and social insurance that work with it.
 */
const people: readonly Person[] = [
  {
    login: 'hang',
    name: 'Trần Thu Hằng',
    roles: ['counterOfficer'],
    post: langThuong,
  },
  {
    login: 'yen',
    name: 'Nguyễn Hải Yến',
    roles: ['civilStatusOfficer'],
    post: langThuong,
  },
  { login: 'vinh', name: 'Phạm Quang Vinh', roles: ['chairman'], post: langThuong },
  { login: 'mai', name: 'Lê Thị Thanh Mai', roles: ['viceChairman'], post: langThuong },
  { login: 'lanha', name: 'Đỗ Bích Ngọc', roles: ['counterOfficer'], post: langHa, later: oChoDua },
  // Their police and insurance work in software of their own: the simulators.
  {
    login: 'thao',
    name: 'Bùi Phương Thảo',
    roles: ['counterOfficer', 'civilStatusOfficer'],
    post: trucBach,
    later: oChoDua,
  },
  { login: 'son', name: 'Dương Thanh Sơn', roles: ['chairman'], post: trucBach, later: oChoDua },
  { login: 'huy', name: 'Đặng Quốc Huy', roles: ['specialist'], ...police },
  { login: 'tuan', name: 'Ngô Anh Tuấn', roles: ['director'], ...police },
  { login: 'lan', name: 'Vũ Thị Lan', roles: ['specialist'], ...insurance },
  { login: 'phuong', name: 'Hoàng Minh Phương', roles: ['director'], ...insurance },
]

export const DEMO_LOGINS: readonly string[] = people.map(({ login }) => login)

const roleWords: Partial<Record<StaffRole, string>> = {
  counterOfficer: 'cán bộ một cửa',
  civilStatusOfficer: 'công chức tư pháp - hộ tịch',
  chairman: 'Chủ tịch',
  viceChairman: 'Phó Chủ tịch',
  specialist: 'cán bộ thụ lý',
  director: 'thủ trưởng',
}

/** Makes the demo's officers once; returns the lines that say how to sign in. */
export async function seedStaff(deps: { db: Db; clock: Clock; log: Log }): Promise<string[]> {
  const ctx: Ctx = { ...deps, actor: { kind: 'system', task: 'seed-staff' } }
  const city = await loadCity(deps.db)
  const today = legalDay(deps.clock.now())
  const lines = ['', `Tài khoản thử / Demo accounts, mật khẩu / password: ${DEMO_PASSWORD}`]
  for (const person of people) {
    const mandates = mandatesOf(city, person)
    if ((await findStaffByLogin(deps.db, person.login)) === undefined)
      await makePerson(ctx, person, mandates)
    const current = mandates.find(({ from, to }) => from <= today && (to === null || today <= to))
    const agency = current ? (city.agency(current.agencyId)?.name ?? '') : ''
    const what = person.roles.map((role) => roleWords[role] ?? role).join(', ')
    lines.push(`  ${person.login.padEnd(8)} ${person.name}, ${what}, ${agency}`)
  }
  return lines
}

type Span = { agencyId: string; from: PlainDate; to: PlainDate | null }

type City = Awaited<ReturnType<typeof loadCity>>

/** The ward's agency while it lived, then the agency that holds its dossiers (or another ward). */
function mandatesOf(city: City, { post, later }: Person): Span[] {
  const agency = agencyAt(city, post)
  const own: Span = { agencyId: agency.id, from: plainDate('2016-01-01'), to: agency.validTo }
  if (later !== undefined)
    return [own, { agencyId: agencyAt(city, later).id, from: later.day, to: null }]
  const holder = city.tables.holders.find(({ agencyId }) => agencyId === agency.id)
  if (holder === undefined) return [own]
  return [own, { agencyId: holder.holderId, from: plainDate(holder.fromDay), to: null }]
}

function agencyAt(city: City, { kind, code, day }: Post) {
  const agency = city.agencyFor(kind, code, day)
  if (agency === undefined) throw new Error(`no ${kind} agency for ${code} on ${day}`)
  return agency
}

let hash: Promise<string> | undefined

/** Slow by intent, so made once: everybody's password in the demo is the same and no secret. */
function demoHash(): Promise<string> {
  hash ??= hashPassword(DEMO_PASSWORD)
  return hash
}

async function makePerson(ctx: Ctx, person: Person, spans: readonly Span[]): Promise<void> {
  const { login, name, roles } = person
  const mandates = spans.map(({ agencyId, from, to }) => ({
    agencyId,
    roles,
    fromDay: from,
    toDay: to,
  }))
  const { token } = await invite(ctx, { login, name, mandates })
  const passwordHash = await demoHash()
  await acceptInvite(ctx, { token, password: DEMO_PASSWORD, passwordHash })
}
