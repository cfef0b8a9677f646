import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  findStaffInSession,
  findTokenHolder,
  type StaffInSession,
} from '../../modules/accounts/index.ts'
import type { Actor } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import {
  addSessionDraft,
  beginSession,
  endSession,
  findSession,
  removeSessionDraft,
  rotateSession,
  setSessionPhone,
  type SessionLimits,
  type SessionRow,
} from '../../platform/sessions.ts'
import type { AppDeps } from './deps.ts'
import type { WebSession } from './web-session.ts'

export type Zone = 'citizen' | 'staff' | 'api'

export function zoneOf(url: string): Zone {
  if (url === '/can-bo' || url.startsWith('/can-bo/')) return 'staff'
  return url.startsWith('/api/') ? 'api' : 'citizen'
}

/** `__Host-` over https (no other host or path can set it); plain names on http, for localhost. */
export function cookieName(zone: 'citizen' | 'staff', https: boolean): string {
  return `${https ? '__Host-' : ''}${zone === 'staff' ? 'mc-cb' : 'mc'}`
}

type Opening = {
  deps: AppDeps
  limits: SessionLimits
  zone: Zone
  https: boolean
  request: FastifyRequest
  reply: FastifyReply
}

export type OpenSession = {
  session: WebSession
  actor: Actor
  /**
   * What the form token of a cookie session is made from: the session's id, which never leaves the
   * server. It outlives a change of secret, so that forms open in other tabs still hold. Null for
   * the API.
   */
  formKey: string | null
}

/** Finds who is asking: by cookie on pages (staff and citizen apart), by bearer token on the API. */
export async function openSession(opening: Opening): Promise<OpenSession> {
  const { zone, request, https } = opening
  if (zone === 'api') return openBearer(opening)
  const secret = request.cookies[cookieName(zone, https)]
  const row = secret ? await findRow(opening, zone, secret) : undefined
  return fromRow(opening, row, row?.id ?? null)
}

export const CITIZEN_TOKEN = 'mcs_'

async function openBearer(opening: Opening): Promise<OpenSession> {
  const { deps, request } = opening
  const token = /^Bearer ([\w-]{10,200})$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) return fromRow(opening, undefined, null)
  if (token.startsWith(CITIZEN_TOKEN)) {
    const row = await findRow(opening, 'citizen', token.slice(CITIZEN_TOKEN.length))
    return fromRow(opening, row, null)
  }
  const now = deps.clock.now()
  const staff = await findTokenHolder(deps.db, { token, now })
  const session = sessionOf(opening, undefined)
  if (staff === undefined) return { session, actor: { kind: 'anonymous' }, formKey: null }
  Object.assign(session, { kind: 'staff', staff })
  return { session, actor: staffActor(staff), formKey: null }
}

function findRow(
  { deps, limits }: Opening,
  kind: 'citizen' | 'staff',
  secret: string,
): Promise<SessionRow | undefined> {
  return findSession(deps.db, deps.clock.now(), { kind, secret, limits })
}

async function fromRow(
  opening: Opening,
  row: SessionRow | undefined,
  formKey: string | null,
): Promise<OpenSession> {
  const session = sessionOf(opening, row)
  if (row === undefined) return { session, actor: { kind: 'anonymous' }, formKey: null }
  if (row.kind === 'citizen') {
    const actor: Actor = { kind: 'citizen', phone: row.phone, draftIds: row.draftIds }
    return { session, actor, formKey }
  }
  const { db, clock } = opening.deps
  const { staffId, agencyId } = row
  const day = legalDay(clock.now())
  const staff = await findStaffInSession(db, { staffId: staffId!, agencyId: agencyId!, day })
  if (staff === undefined) {
    // Disabled, or the mandate has ended: the session is worth nothing more.
    Object.assign(session, { kind: 'none' })
    return { session, actor: { kind: 'anonymous' }, formKey: null }
  }
  Object.assign(session, { staff })
  return { session, actor: staffActor(staff), formKey }
}

function staffActor(staff: StaffInSession): Actor {
  return { kind: 'staff', staffId: staff.staffId, agencyId: staff.agencyId, roles: staff.roles }
}

/** The handle that verbs of sign-in and drafts use; every change is saved and its cookie set. */
function sessionOf(opening: Opening, row: SessionRow | undefined): WebSession {
  const { deps } = opening
  const { db, clock } = deps
  let id = row?.id
  const citizenId = async (): Promise<string> => {
    if (id !== undefined) return id
    const begun = await beginSession(db, clock.now(), { kind: 'citizen' })
    id = begun.id
    session.kind = 'citizen'
    hand(opening, session, begun.secret)
    return id
  }
  const session: WebSession = {
    kind: row?.kind ?? 'none',
    draftIds: row?.draftIds ?? [],
    phone: row?.phone ?? null,
    staff: null,
    token: null,
    addDraft: async (draftId) => {
      await addSessionDraft(db, clock.now(), { sessionId: await citizenId(), draftId })
      session.draftIds = [...session.draftIds, draftId]
    },
    removeDraft: async (draftId) => {
      if (id !== undefined) await removeSessionDraft(db, { sessionId: id, draftId })
      session.draftIds = session.draftIds.filter((held) => held !== draftId)
    },
    confirmPhone: async (phone) => {
      const sessionId = await citizenId()
      await setSessionPhone(db, clock.now(), { sessionId, phone })
      hand(opening, session, await rotateSession(db, sessionId))
      session.phone = phone
    },
    signInStaff: async (staffId, agencyId) => {
      if (id !== undefined) await endSession(db, id)
      const begun = await beginSession(db, clock.now(), { kind: 'staff', staffId, agencyId })
      id = begun.id
      session.kind = 'staff'
      hand(opening, session, begun.secret)
    },
    signOut: async () => {
      if (id !== undefined) await endSession(db, id)
      id = undefined
      Object.assign(session, { kind: 'none', draftIds: [], phone: null, staff: null })
      if (opening.zone !== 'api') forget(opening)
    },
  }
  return session
}

/** At a shared machine the next person finds nothing by the back button. */
function forget({ zone, https, reply }: Opening): void {
  if (zone === 'api') return
  reply.clearCookie(cookieName(zone, https), { path: '/', secure: https })
  reply.header('clear-site-data', '"cache", "storage"')
}

/** Hands the secret to the browser as a cookie, to an API client as a token. */
function hand(opening: Opening, session: WebSession, secret: string): void {
  const { zone, https, reply, limits } = opening
  if (zone === 'api') {
    session.token = `${CITIZEN_TOKEN}${secret}`
    return
  }
  reply.setCookie(cookieName(zone, https), secret, {
    path: '/',
    httpOnly: true,
    secure: https,
    sameSite: zone === 'staff' ? 'strict' : 'lax',
    // A citizen's draft must still open tomorrow; an officer's session ends with the browser.
    ...(zone === 'citizen' ? { maxAge: limits.citizen.idle * 60 } : {}),
  })
}
