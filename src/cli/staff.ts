import { parseArgs } from 'node:util'
import {
  addMandate,
  assignSigner,
  disable,
  endMandate,
  findStaffByLogin,
  invite,
  inviteAgain,
  isStaffRole,
  issueToken,
  listStaff,
  recordAbsence,
  revokeTokens,
  STAFF_ROLES,
} from '../modules/accounts/index.ts'
import { loadCity } from '../modules/agencies/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { legalDay, type PlainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { withCommandDb } from './command-db.ts'
import type { Command } from './command.ts'
import { dayOf, needed, NotUnderstood, tellFailure, verbOf } from './verbs.ts'

const usage = `motcua staff invite LOGIN --name NAME --agency AGENCY --role ROLE[,ROLE] [--from DAY] [--to DAY]
    makes an account and prints the one-time link by which its owner sets a password;
    without the options: a new link for an account that exists
motcua staff list
motcua staff disable LOGIN
motcua staff mandate LOGIN --agency AGENCY --role ROLE [--from DAY] [--to DAY]
    gives an officer one more role at an agency
motcua staff mandate LOGIN --agency AGENCY --role ROLE --end DAY
    ends that role there; DAY is its last
motcua staff absence LOGIN --from DAY [--to DAY] [--deputy LOGIN]
    the deputy does the work meanwhile; the head's deputy also signs
motcua staff assign-signer LOGIN --day DAY
    the deputy signs for the head of the agency on that day
motcua staff token LOGIN --label LABEL [--days N]
    prints a bearer token for the API
motcua staff revoke-tokens LOGIN
    ends every API token of the officer

ROLE is one of ${STAFF_ROLES.join(', ')}; AGENCY is an agency's id; DAY is YYYY-MM-DD.`

/** Officers, their absences, who signs, and API tokens. */
export const staffCommand: Command = {
  name: 'staff',
  summary: 'officers: invite, mandates, disable, absence, who signs, API tokens',
  usage,
  run: async (args, io) => {
    try {
      const read = readArgs(args)
      if (read === 'help') {
        io.out(usage)
        return 0
      }
      const verb = verbOf(verbs, read.verb, 'staff')
      const lines = await withCommandDb(io, ({ db, clock, config }) => {
        const actor = { kind: 'system' as const, task: 'staff' }
        return verb({ db, clock, actor, log: createLog('silent') }, read, config.publicUrl)
      })
      for (const line of lines) io.out(line)
      return 0
    } catch (error) {
      return tellFailure(io, usage, error)
    }
  },
}

type Read = { verb: string; login: string; values: Readonly<Record<string, string | undefined>> }

function readArgs(args: string[]): Read | 'help' {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        name: text,
        agency: text,
        role: text,
        from: text,
        to: text,
        day: text,
        deputy: text,
        end: text,
        label: text,
        days: text,
      },
    })
    if (values.help) return 'help'
    const { help: _help, ...texts } = values
    const [verb = 'list', login = '', ...more] = positionals
    if (more.length > 0) throw new NotUnderstood(`not understood: ${more.join(' ')}`)
    return { verb, login, values: texts }
  } catch (error) {
    throw new NotUnderstood(error instanceof Error ? error.message : String(error))
  }
}

type Verb = (ctx: Ctx, read: Read, publicUrl: string) => Promise<string[]>

const verbs: Readonly<Record<string, Verb>> = {
  invite: async (ctx, read, publicUrl) => {
    const link = (token: string) => [`${publicUrl}/can-bo/loi-moi/${token}`]
    const { name, agency, role } = read.values
    if (name === undefined && agency === undefined && role === undefined)
      return link((await inviteAgain(ctx, needed(read.login, 'LOGIN'))).token)
    const agencyId = await agencyOf(ctx, agency)
    const { fromDay, toDay } = spanOf(ctx, read)
    const roles = rolesOf(needed(role, '--role'))
    const invited = await invite(ctx, {
      login: loginOf(read.login),
      name: nameOf(needed(name, '--name')),
      mandates: [{ agencyId, roles, fromDay, toDay }],
    })
    return link(invited.token)
  },
  list: async (ctx) => {
    const all = await listStaff(ctx.db, 1000)
    return all.flatMap(({ login, name, state, mandates }) => [
      `${login}  ${name}  ${state}`,
      ...mandates.map((mandate) => `    ${mandate}`),
    ])
  },
  disable: async (ctx, read) => {
    await disable(ctx, needed(read.login, 'LOGIN'))
    return [`${read.login}: disabled`]
  },
  absence: async (ctx, read) => {
    const fromDay = needed(dayOf(read.values.from, '--from'), '--from')
    const toDay = dayOf(read.values.to, '--to') ?? fromDay
    if (toDay < fromDay) throw new NotUnderstood('--to lies before --from')
    const { deputy } = read.values
    const deputyId = deputy === undefined ? null : await idOf(ctx, deputy)
    await recordAbsence(ctx, { staffId: await idOf(ctx, read.login), fromDay, toDay, deputyId })
    const by = deputy === undefined ? '' : `, deputy ${deputy}`
    return [`${read.login}: absent ${fromDay} – ${toDay}${by}`]
  },
  mandate: async (ctx, read) => {
    const login = needed(read.login, 'LOGIN').toLowerCase()
    const agencyId = await agencyOf(ctx, read.values.agency)
    const [role, ...more] = rolesOf(needed(read.values.role, '--role'))
    if (!role || more.length > 0) throw new NotUnderstood('--role: one role at a time')
    const lastDay = dayOf(read.values.end, '--end')
    if (lastDay !== undefined) {
      await endMandate(ctx, { login, agencyId, role, lastDay })
      return [`${login}: ${role} at ${agencyId} until ${lastDay}`]
    }
    const { fromDay, toDay } = spanOf(ctx, read)
    await addMandate(ctx, { login, agencyId, role, fromDay, toDay })
    return [`${login}: ${role} at ${agencyId} ${fromDay} – ${toDay ?? ''}`.trimEnd()]
  },
  'assign-signer': async (ctx, read) => {
    const day = needed(dayOf(read.values.day, '--day'), '--day')
    const staffId = await idOf(ctx, read.login)
    const agencyIds = await assignSigner(ctx, { day, staffId })
    return [`${read.login}: signs on ${day} at ${agencyIds.join(', ')}`]
  },
  token: async (ctx, read) => {
    const days = Number(read.values.days ?? 365)
    if (!Number.isInteger(days) || days < 1 || days > 730)
      throw new NotUnderstood('--days: 1 to 730')
    const label = needed(read.values.label, '--label')
    if (label.length > 80) throw new NotUnderstood('--label: at most 80 characters')
    const { token } = await issueToken(ctx, { login: needed(read.login, 'LOGIN'), label, days })
    return [token]
  },
  'revoke-tokens': async (ctx, read) => {
    const count = await revokeTokens(ctx, needed(read.login, 'LOGIN'))
    return [`${read.login}: ${count} tokens ended`]
  },
}

async function agencyOf(ctx: Ctx, given: string | undefined): Promise<string> {
  const agencyId = needed(given, '--agency')
  if (!(await loadCity(ctx.db)).agency(agencyId)) throw new NotUnderstood(`no agency "${agencyId}"`)
  return agencyId
}

/** From today, until further notice, unless said otherwise. */
function spanOf(ctx: Ctx, { values }: Read): { fromDay: PlainDate; toDay: PlainDate | null } {
  const fromDay = dayOf(values.from, '--from') ?? legalDay(ctx.clock.now())
  const toDay = dayOf(values.to, '--to') ?? null
  if (toDay !== null && toDay < fromDay) throw new NotUnderstood('--to lies before --from')
  return { fromDay, toDay }
}

function loginOf(text: string): string {
  const login = needed(text, 'LOGIN').toLowerCase()
  if (!/^[a-z0-9][a-z0-9.@_-]{2,63}$/.test(login))
    throw new NotUnderstood(
      'LOGIN: 3 to 64 of a–z, 0–9 and . @ _ -, beginning with a letter or digit',
    )
  return login
}

function nameOf(text: string): string {
  const length = [...text.trim()].length
  if (length < 2 || length > 120) throw new NotUnderstood('--name: 2 to 120 characters')
  return text.trim()
}

async function idOf(ctx: Ctx, login: string): Promise<string> {
  const staff = await findStaffByLogin(ctx.db, needed(login, 'LOGIN').toLowerCase())
  if (staff === undefined) throw new Refusal('staff-unknown')
  return staff.id
}

function rolesOf(text: string) {
  return text.split(',').map((role) => {
    if (!isStaffRole(role)) throw new NotUnderstood(`"${role}" is no role`)
    return role
  })
}
