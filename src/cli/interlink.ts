import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { agencyKinds, loadCity } from '../modules/agencies/index.ts'
import {
  importKey,
  openKeys,
  revoke,
  selectKeys,
  selectParties,
  setParty,
  type Keys,
} from '../modules/interlink/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { addDays, instantAt, legalDay, toLegalIso, type PlainDate } from '../platform/plain-date.ts'
import { withCommandDb } from './command-db.ts'
import type { Command, Io } from './command.ts'
import { dayOf, needed, NotUnderstood, tellFailure, verbOf } from './verbs.ts'

const OVERLAP_DAYS = 7
const LIST_MAX = 2_000

const usage = `motcua interlink party list
    agencies that do not simply work on desks in here: from which day, where
motcua interlink party set PARTY --endpoint URL [--from DAY]
    the party works in its own software at this address; legs opened before the day end in here
motcua interlink party inside PARTY [--from DAY]
    the party works on desks in here
motcua interlink key list [PARTY]
    public keys with their days; * marks those whose private half is in this home
motcua interlink key rotate PARTY [--overlap DAYS]
    a new key for an agency in here; its older keys are accepted ${OVERLAP_DAYS} days more
motcua interlink key import PARTY FILE [--from DAY] [--until DAY]
    the public key a partner handed over: PEM, or the 32 bytes as base64; prints its key id
motcua interlink key revoke KEY
    nothing signed with it is taken any more

PARTY is an agency's id, bo-tu-phap, or a kind of agency (${agencyKinds.join(', ')}): then all of it.
DAY is YYYY-MM-DD. A running product sees the change at once.`

type Read = { words: readonly string[]; texts: Readonly<Record<string, string | undefined>> }
type Doing = { io: Io; ctx: Ctx; keys: Keys; read: Read; today: PlainDate }

/** Where the parties of the exchange work, and the keys that sign for them. */
export const interlinkCommand: Command = {
  name: 'interlink',
  summary: 'parties of the exchange between agencies, and their keys',
  usage,
  run: async (args, io) => {
    const [noun = '', verb = '', ...rest] = args
    if (args.includes('--help') || args.includes('-h')) {
      io.out(usage)
      return 0
    }
    try {
      const work = verbOf(verbs, `${noun} ${verb}`, 'interlink')
      const read = readArgs(rest)
      await withCommandDb(io, async ({ db, clock, config }) => {
        const actor = { kind: 'system', task: 'interlink' } as const
        const ctx: Ctx = { db, clock, log: createLog('silent'), actor }
        const keys = openKeys(config.home)
        await work({ io, ctx, keys, read, today: legalDay(clock.now()) })
      })
      return 0
    } catch (error) {
      return tellFailure(io, usage, error)
    }
  },
}

function readArgs(args: string[]): Read {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { endpoint: text, from: text, until: text, overlap: text },
    })
    return { words: positionals, texts: values }
  } catch (error) {
    throw new NotUnderstood(error instanceof Error ? error.message : String(error))
  }
}

const verbs: Readonly<Record<string, (doing: Doing) => Promise<void>>> = {
  'party list': listParties,
  'party set': (doing) => placeAll(doing, needed(doing.read.texts['endpoint'], '--endpoint')),
  'party inside': (doing) => placeAll(doing, null),
  'key list': listKeys,
  'key rotate': rotateAll,
  'key import': importAll,
  'key revoke': async ({ ctx, read }) => revoke(ctx, needed(read.words[0], 'KEY')),
}

async function listParties({ io, ctx }: Doing): Promise<void> {
  const rows = await selectParties(ctx.db, LIST_MAX)
  for (const { party, fromDay, software, endpoint } of rows)
    io.out([party, fromDay, endpoint ?? software].join('\t'))
  if (rows.length === 0) io.err('Mọi cơ quan làm việc tại đây. / Every agency works in here.')
}

async function placeAll(doing: Doing, endpoint: string | null): Promise<void> {
  const { ctx, read, today } = doing
  const fromDay = dayOf(read.texts['from'], '--from') ?? today
  for (const party of await partiesOf(doing)) await setParty(ctx, { party, endpoint, fromDay })
}

async function listKeys({ io, ctx, read }: Doing): Promise<void> {
  for (const row of await selectKeys(ctx.db, read.words[0], LIST_MAX)) {
    const until = row.revokedAt ?? row.validTo
    const days = `${toLegalIso(row.validFrom)} → ${until === null ? '' : toLegalIso(until)}`
    const note = row.revokedAt === null ? '' : 'revoked'
    io.out([`${row.keyId}${row.isOurs ? '*' : ''}`, days, note, row.publicKey].join('\t'))
  }
}

async function rotateAll(doing: Doing): Promise<void> {
  const overlapDays = Number(doing.read.texts['overlap'] ?? OVERLAP_DAYS)
  if (!Number.isInteger(overlapDays) || overlapDays < 0 || overlapDays > 365)
    throw new NotUnderstood('--overlap is a number of days from 0 to 365')
  for (const party of await partiesOf(doing))
    doing.io.out((await doing.keys.rotate(doing.ctx, { party, overlapDays })).keyId)
}

async function importAll(doing: Doing): Promise<void> {
  const { io, ctx, read } = doing
  const path = needed(read.words[1], 'FILE')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new NotUnderstood(`cannot read ${path}`)
  })
  const [from, until] = [dayOf(read.texts['from'], '--from'), dayOf(read.texts['until'], '--until')]
  const validFrom = from && instantAt(from, 0)
  const validTo = until && instantAt(addDays(until, 1), 0)
  for (const party of await partiesOf(doing))
    io.out(await importKey(ctx, { party, text, validFrom, validTo }))
}

/** The party named, or every agency of the kind named that is there today. */
async function partiesOf({ ctx, read, today }: Doing): Promise<readonly string[]> {
  const word = needed(read.words[0], 'PARTY')
  const kind = agencyKinds.find((known) => known === word)
  if (kind === undefined) return [word]
  return (await loadCity(ctx.db)).agenciesOn(today, kind).map(({ id }) => id)
}
