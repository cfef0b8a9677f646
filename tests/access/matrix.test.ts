import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { accessProblems } from '../../src/web/http/access.ts'
import { zoneOf } from '../../src/web/http/open-session.ts'
import type { Route } from '../../src/web/http/route.ts'
import { policy, policyOf } from '../../src/web/policy.ts'
import { relations } from '../../src/web/relations.ts'
import { routes } from '../../src/web/routes.ts'
import { refusals } from '../../src/web/words/refusals.ts'
import { openWorld, type World } from '../journeys/world.ts'
import { expectedFor, type Expected } from './expected.ts'
import { makePeople, makeThings, type Person, type Place, type Things } from './people.ts'

let world: World
let things: Things
let people: Person[]

before(async () => {
  world = await openWorld()
  const made = await makeThings(world)
  people = await makePeople(world, made)
  things = made
})
after(() => world.close())

type Cell = { route: Route; url: string; person: Person; place: Place | 'nowhere' }
type Reply = { status: number; body: string; location: string; isApi: boolean }

/** Every route in each language, by everybody, on what is near, far and nowhere. */
function cells(): Cell[] {
  return routes.flatMap((route) => {
    const urls = [route.url, ...(route.english ? [`/en${route.url === '/' ? '' : route.url}`] : [])]
    const isAbout = /:(draftId|dossierId)\b/.test(route.url)
    const places = isAbout ? (['near', 'far', 'nowhere'] as const) : (['near'] as const)
    return urls.flatMap((url) =>
      people.flatMap((person) => places.map((place) => ({ route, url, person, place }))),
    )
  })
}

const OTHER_PARTS = 'khong-co'

function address({ url, place }: Cell): string {
  const { draftId, dossierId, counterDraftId } = things[place]
  const isAtCounter = url.startsWith('/can-bo/to-khai/')
  return url
    .replaceAll(':draftId', isAtCounter ? counterDraftId : draftId)
    .replaceAll(':dossierId', dossierId)
    .replaceAll(/:\w+/g, OTHER_PARTS)
}

/** Asks with an empty body and, on pages, without the form's token: nothing is ever done. */
async function ask(cell: Cell): Promise<Reply> {
  const { route, person } = cell
  const isApi = zoneOf(route.url) === 'api'
  const isUnsafe = route.method !== 'GET'
  const type = isApi ? 'application/json' : 'application/x-www-form-urlencoded'
  const reply = await world.app.fastify.inject({
    method: route.method,
    url: address(cell),
    headers: { ...person.headers, ...(isUnsafe ? { 'content-type': type } : {}) },
    ...(isUnsafe ? { payload: isApi ? '{}' : '' } : {}),
  })
  const { statusCode: status, body } = reply
  return { status, body, location: String(reply.headers['location'] ?? ''), isApi }
}

/** Is it this refusal? By its code from the API, by its title on a page. */
function says({ status, body, isApi }: Reply, code: string): boolean {
  const words = refusals[code]!
  if (status !== words.status) return false
  if (isApi) return body.includes(`"code":"${code}"`)
  const { vi, en } = words
  return [vi, en].some(({ title }) => body.includes(`>${title}<`))
}

/** Undefined when the reply is what the policy says; else what was wrong. */
function fault(expected: Expected, reply: Reply, cell: Cell): string | undefined {
  const { status, location } = reply
  if (status >= 500) return `fails with ${status}`
  const toSignIn = status === 303 && /\/dang-nhap\?ve=/.test(location)
  const isRefused = says(reply, 'sign-in-needed') || says(reply, 'not-your-role') || toSignIn
  switch (expected) {
    case 'allowed':
      if (isRefused) return `is refused (${status})`
      return isWhole(cell) && says(reply, 'not-found') ? 'is hidden' : undefined
    case 'hidden':
      return status === 404 && says(reply, 'not-found') ? undefined : `answers ${status}, not 404`
    case 'forbidden':
      return status === 403 && says(reply, 'not-your-role') ? undefined : `answers ${status}`
    case 'sign-in':
      if (reply.isApi || cell.route.method !== 'GET')
        return status === 401 && says(reply, 'sign-in-needed') ? undefined : `answers ${status}`
      return toSignIn ? undefined : `answers ${status}, does not lead to sign-in`
  }
}

/** Do draft and dossier alone decide what a read of the API finds? */
function isWhole({ route, url }: Cell): boolean {
  const others = url.replaceAll(/:(draftId|dossierId)\b/g, '').includes(':')
  return zoneOf(route.url) === 'api' && route.method === 'GET' && !others
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += 8)
    done.push(...(await Promise.all(items.slice(at, at + 8).map(work))))
  return done
}

const named = ({ route, url, person, place }: Cell) =>
  `${route.method} ${url} [${route.action}] by ${person.name} on ${place}`

test('every route answers everybody as its policy row says', async (t: TestContext) => {
  const all = cells()
  const verdicts: Record<Expected, number> = { allowed: 0, 'sign-in': 0, forbidden: 0, hidden: 0 }
  const faults: string[] = []
  let unexplained = 0
  const hidden = new Map<string, Set<string>>()
  await inBatches(all, async (cell) => {
    const zone = zoneOf(cell.route.url)
    const expected = expectedFor(policyOf(cell.route.action), { ...cell, zone })
    const reply = await ask(cell)
    verdicts[expected] += 1
    const found = fault(expected, reply, cell)
    if (found !== undefined) faults.push(`${named(cell)} ${found}`)
    if (expected !== 'allowed' && reply.status < 300) unexplained += 1
    if (expected === 'hidden') remember(hidden, cell, reply)
  })
  t.diagnostic(`${all.length} cells of ${routes.length} routes: ${JSON.stringify(verdicts)}`)
  assert.deepEqual(faults, [])
  assert.equal(unexplained, 0, '2xx that no row explains')
  const told = [...hidden].filter(([, bodies]) => bodies.size > 1).map(([who]) => who)
  assert.deepEqual(told, [], '“not yours” and “does not exist” must look alike')
})

/** Bodies of one route and person, without the ids asked for and the form's masked token. */
function remember(hidden: Map<string, Set<string>>, cell: Cell, { status, body }: Reply): void {
  const { draftId, dossierId } = things[cell.place]
  const plain = body
    .replaceAll(draftId, 'ID')
    .replaceAll(dossierId, 'ID')
    .replaceAll(/value="[\w-]{43}"/g, '')
  const key = `${cell.route.method} ${cell.url} by ${cell.person.name}`
  hidden.set(key, (hidden.get(key) ?? new Set()).add(`${status} ${plain}`))
}

test('every route has a row and what its relations need; one without is found', () => {
  assert.deepEqual(accessProblems(routes, relations), [])
  for (const { action } of routes) assert.ok(Object.hasOwn(policy, action), action)
  const strange = { ...routes[0]!, action: 'no.such' as 'public.read' }
  assert.match(accessProblems([strange], relations).join(), /no row in policy\.ts/)
})
