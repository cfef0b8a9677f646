import type { Actor, Ctx } from '../../platform/ctx.ts'
import { policyOf, type Grant, type PolicyRow, type Relation } from '../policy.ts'
import type { Route } from './route.ts'

/** Answers whether the actor of `ctx` stands in this relation to what the path names. */
export type Resolver = (ctx: Ctx, params: Readonly<Record<string, string>>) => Promise<boolean>
export type Resolvers = Partial<Record<Relation, Resolver>>

/** `hidden`: the same answer as for something that does not exist. */
export type Verdict = 'allowed' | 'sign-in' | 'forbidden' | 'hidden'

/**
 * Decides one request from its policy row. Pure but for the relation asked of `related`, so that a
 * test can walk every route × role × own/other.
 */
export async function decide(
  row: PolicyRow,
  actor: Actor,
  related: (relation: Relation) => Promise<boolean>,
): Promise<Verdict> {
  const standing = row.who.filter((grant) => standsAs(grant, actor))
  for (const grant of standing) {
    if (grant.as === 'anyone' || grant.relation === undefined) return 'allowed'
    if (await related(grant.relation)) return 'allowed'
  }
  if (standing.length > 0) return 'hidden'
  return refusalOf(row, actor, related)
}

function standsAs(grant: Grant, actor: Actor): boolean {
  if (grant.as === 'anyone') return true
  if (grant.as === 'citizen') {
    return actor.kind === 'citizen' && (grant.phone !== true || actor.phone !== null)
  }
  if (actor.kind !== 'staff') return false
  return grant.roles === 'any' || grant.roles.some((role) => actor.roles.includes(role))
}

async function refusalOf(
  row: PolicyRow,
  actor: Actor,
  related: (relation: Relation) => Promise<boolean>,
): Promise<Verdict> {
  const wantsStaff = row.who.some((grant) => grant.as === 'staff')
  if (wantsStaff && actor.kind !== 'staff') return 'sign-in'
  if (!wantsStaff) {
    const needsRelation = row.who.some((grant) => grant.as === 'citizen' && grant.relation)
    return needsRelation ? 'hidden' : 'sign-in'
  }
  // The wrong role at the right agency may know that the dossier exists; others may not.
  for (const grant of row.who) {
    if (grant.as === 'staff' && grant.relation && !(await related(grant.relation))) return 'hidden'
  }
  return 'forbidden'
}

/** What is wrong with the routes before the server starts: deny by default. Empty when nothing. */
export function accessProblems(routes: readonly Route[], resolvers: Resolvers): string[] {
  return routes.flatMap((route) => {
    const where = `${route.method} ${route.url}`
    const row: PolicyRow | undefined = policyOf(route.action)
    if (row === undefined) return [`${where}: action "${route.action}" has no row in policy.ts`]
    return row.who.flatMap((grant) => relationProblems(where, route, grant, resolvers))
  })
}

const parameterOf: Record<Relation, string> = {
  'draft-owner': ':draftId',
  'draft-agency': ':draftId',
  'dossier-owner': ':dossierId',
  'same-agency': ':dossierId',
}

function relationProblems(
  where: string,
  route: Route,
  grant: Grant,
  resolvers: Resolvers,
): string[] {
  if (grant.as === 'anyone' || grant.relation === undefined) return []
  const problems: string[] = []
  if (resolvers[grant.relation] === undefined)
    problems.push(`${where}: nobody resolves the relation "${grant.relation}" (relations.ts)`)
  if (!route.url.includes(parameterOf[grant.relation]))
    problems.push(`${where}: "${grant.relation}" needs ${parameterOf[grant.relation]} in the path`)
  return problems
}

/** docs/access.md, made from the table by `npm run format`. */
export function accessPage(rows: Readonly<Record<string, PolicyRow>>): string {
  return [
    '# Who may do what',
    '',
    'Made from `src/web/policy.ts` by `npm run format`; do not edit.',
    'It is enforced before every page and API call; what has no row does not start.',
    '',
    '- *draft-owner*: the browser holds the draft’s secret.',
    '- *dossier-owner*: it was filed from this browser, or its phone is the one confirmed.',
    '- *same-agency*: the officer’s agency holds the dossier today.',
    '',
    'What someone may not know exists answers 404, with the same page as for what does not exist.',
    '',
    accessTable(rows),
  ].join('\n')
}

/** The table as Markdown. */
export function accessTable(rows: Readonly<Record<string, PolicyRow>>): string {
  const lines = Object.entries(rows).map(
    ([action, row]) => `| \`${action}\` | ${row.who.map(grantInWords).join('; ')} | ${row.note} |`,
  )
  return ['| action | who | what |', '| --- | --- | --- |', ...lines, ''].join('\n')
}

function grantInWords(grant: Grant): string {
  if (grant.as === 'anyone') return 'anyone'
  if (grant.as === 'citizen') {
    const phone = grant.phone ? ' with a confirmed phone' : ''
    return `citizen${phone}${grant.relation ? ` (${grant.relation})` : ''}`
  }
  const roles = grant.roles === 'any' ? 'any officer' : grant.roles.join(', ')
  return `${roles}${grant.relation ? ` (${grant.relation})` : ''}`
}
