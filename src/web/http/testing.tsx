import { Type } from 'typebox'
import { seedCity } from '../../modules/agencies/index.ts'
import { testClock, type TestClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { Refusal } from '../../platform/refusal.ts'
import { root } from '../../platform/root.ts'
import type { Db } from '../../platform/db.ts'
import { createApp, type App } from '../app.ts'
import { signInRoutes } from '../desk/sign-in.tsx'
import type { Resolvers } from './access.ts'
import type { AppDeps } from './deps.ts'
import { json, page, redirect, route, type Route } from './route.ts'

export const DRAFT = '01890000-0000-7000-8000-000000000001'
export const OTHER_DRAFT = '01890000-0000-7000-8000-000000000002'
export const AGENCY = 'ubnd-00187-2008'

const relations: Resolvers = {
  'draft-owner': async ({ actor }, params) =>
    actor.kind === 'citizen' && actor.draftIds.includes(params['draftId'] ?? ''),
}

let calls = 0

/** How often a handler that changes something has run. */
export function callsSoFar(): number {
  return calls
}
export const routes: Route[] = [
  ...signInRoutes,
  route({
    method: 'GET',
    url: '/',
    action: 'public.read',
    english: true,
    handle: async (req) =>
      page(<h1>{`trang ${req.lang} <b>`}</h1>, { title: 'Trang', cacheSeconds: 60 }),
  }),
  route({
    method: 'POST',
    url: '/bat-dau',
    action: 'draft.start',
    handle: async (req) => {
      calls += 1
      await req.session.addDraft(DRAFT)
      return redirect('/to-khai')
    },
  }),
  route({
    method: 'GET',
    url: '/ban-nhap/:draftId',
    action: 'draft.read',
    handle: async (req) => page(<p>{req.csrf}</p>, { title: 'Nháp' }),
  }),
  route({
    method: 'POST',
    url: '/ban-nhap/:draftId',
    action: 'draft.answer',
    handle: async (req) => {
      calls += 1
      return json(req.body)
    },
  }),
  route({
    method: 'POST',
    url: '/tai-len/:draftId',
    action: 'draft.upload',
    multipart: { sizeBytesMax: 1000, filesMax: 2 },
    handle: async (req) => {
      const got: unknown[] = []
      for await (const file of req.files()) {
        const data = await file.buffer()
        got.push([file.field, file.filename, data.length])
      }
      return json({ got, body: req.body })
    },
  }),
  route({
    method: 'GET',
    url: '/can-bo/ho-so',
    action: 'worklist.read',
    handle: async (req) =>
      page(<h1>{req.session.staff?.name}</h1>, { title: 'Hồ sơ', layout: 'desk' }),
  }),
  route({
    method: 'GET',
    url: '/can-bo/ky',
    action: 'dossier.sign-many',
    handle: async () => page(<h1>ký</h1>, { title: 'Ký', layout: 'desk' }),
  }),
  route({
    method: 'GET',
    url: '/api/v1/viec',
    action: 'api.worklist',
    handle: async (req) => json({ actor: req.ctx.actor }),
  }),
  route({
    method: 'POST',
    url: '/api/v1/so',
    action: 'api.track',
    schema: { body: Type.Object({ n: Type.Integer() }, { additionalProperties: false }) },
    handle: async (req) => json({ double: req.body.n * 2 }),
  }),
  route({
    method: 'GET',
    url: '/hong',
    action: 'public.read',
    handle: async () => {
      throw new Error('secret inside')
    },
  }),
  route({
    method: 'GET',
    url: '/het-luot',
    action: 'public.read',
    handle: async () => {
      throw new Refusal('sign-in-throttled', { minutes: 15 })
    },
  }),
]

export type TestApp = {
  app: App
  deps: AppDeps
  ctx: Ctx
  clock: TestClock
  close(): Promise<void>
}

/** The real server on a database of its own, with a few routes of each kind. */
export async function openTestApp(database: { db: Db; close(): Promise<void> }): Promise<TestApp> {
  const clock = testClock(new Date('2016-08-12T02:00:00Z'))
  const log = createLog('silent')
  const { db } = database
  await seedCity(db, `${root}/data`)
  // The routes of these tests use neither files nor signatures.
  const some: Partial<AppDeps> = { db, clock, log, publicUrl: 'http://localhost:8080', demo: true }
  const deps = some as AppDeps
  const app = await createApp(deps, { routes, relations })
  const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'test' } }
  const close = async (): Promise<void> => {
    await app.close()
    await database.close()
  }
  return { app, deps, ctx, clock, close }
}

export const formType = { 'content-type': 'application/x-www-form-urlencoded' }

export function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString()
}

export function cookieOf(headers: Record<string, unknown>): string {
  return String([headers['set-cookie']].flat()[0]).split(';')[0]!
}

/** Begins a draft as a browser does; returns its cookie and the token of the next form. */
export async function beginDraft(app: App): Promise<{ cookie: string; csrf: string }> {
  const begun = await app.fastify.inject({ method: 'POST', url: '/bat-dau', headers: formType })
  const cookie = cookieOf(begun.headers)
  const read = await app.fastify.inject({ url: `/ban-nhap/${DRAFT}`, headers: { cookie } })
  return { cookie, csrf: /<p>([\w-]+)<\/p>/.exec(read.body)?.[1] ?? '' }
}
