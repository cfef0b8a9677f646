import { parseArgs } from 'node:util'
import {
  foldVietnamese,
  loadCity,
  readinessItems,
  recordReadiness,
  setDesk,
  setHolder,
  setOfficialCode,
  type Agency,
} from '../modules/agencies/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { legalDay, type PlainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { withCommandDb } from './command-db.ts'
import type { Command, Io } from './command.ts'
import { dayOf, needed, NotUnderstood, tellFailure, verbOf } from './verbs.ts'

const usage = `motcua agency list [WORDS] [--on DAY]
    agencies of a day, at most 50: id, official code (* while it is a placeholder), name
motcua agency code AGENCY --code CODE
    gives an agency its official code; codes of dossiers given before stay as they were
motcua agency desk AGENCY [--address TEXT] [--phone TEXT]
    where its reception desk is
motcua agency holder AGENCY --holder AGENCY --source TEXT [--from DAY]
    who holds its dossiers from a day on, where the tables name nobody; the decision it rests on
motcua agency ready AGENCY --item ITEM [--not] [--from DAY]
    what a ward has or lacks before it goes online: ${readinessItems.join(', ')}

DAY is YYYY-MM-DD, today when left out. A running product sees the change at its next request.`

type Read = {
  words: readonly string[]
  texts: Readonly<Record<string, string | undefined>>
  not: boolean
}

type Doing = { io: Io; ctx: Ctx; read: Read; today: PlainDate }

const LIST_MAX = 50

/** Agencies: what differs from ward to ward and is not in the tables. */
export const agencyCommand: Command = {
  name: 'agency',
  summary: 'agencies: official codes, desks, holders, readiness',
  usage,
  run: async (args, io) => {
    const [verb = '', ...rest] = args
    if (verb === '--help' || verb === '-h' || rest.includes('--help')) {
      io.out(usage)
      return 0
    }
    try {
      const work = verbOf(verbs, verb, 'agency')
      const read = readArgs(rest)
      await withCommandDb(io, async ({ db, clock }) => {
        const actor = { kind: 'system', task: 'agency' } as const
        const ctx: Ctx = { db, clock, log: createLog('silent'), actor }
        await work({ io, ctx, read, today: legalDay(clock.now()) })
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
      options: {
        not: { type: 'boolean' },
        on: text,
        code: text,
        address: text,
        phone: text,
        holder: text,
        from: text,
        item: text,
      },
    })
    const { not = false, ...texts } = values
    return { words: positionals, texts, not }
  } catch (error) {
    throw new NotUnderstood(error instanceof Error ? error.message : String(error))
  }
}

const verbs: Readonly<Record<string, (doing: Doing) => Promise<void>>> = {
  list,
  code: async ({ ctx, read }) => {
    await setOfficialCode(ctx, {
      agencyId: one(read),
      officialCode: needed(read.texts['code'], '--code'),
    })
  },
  desk: async ({ ctx, read }) => {
    const { desk } = await agencyOf(ctx, one(read))
    const address = read.texts['address'] ?? desk.address
    const phone = read.texts['phone'] ?? desk.phone
    await setDesk(ctx, { agencyId: one(read), desk: { ...desk, address, phone, isDemo: false } })
  },
  holder: async ({ ctx, read, today }) => {
    await setHolder(ctx, {
      agencyId: one(read),
      holderId: needed(read.texts['holder'], '--holder'),
      fromDay: dayOf(read.texts['from'], '--from') ?? today,
      source: needed(read.texts['source'], '--source'),
      mark: '',
    })
  },
  ready: async ({ ctx, read, today }) => {
    const item = readinessItems.find((known) => known === needed(read.texts['item'], '--item'))
    if (!item) throw new NotUnderstood(`--item is one of ${readinessItems.join(', ')}`)
    const onDay = dayOf(read.texts['from'], '--from') ?? today
    await recordReadiness(ctx, { agencyId: one(read), item, onDay, isReady: !read.not })
  },
}

async function list({ io, ctx, read, today }: Doing): Promise<void> {
  const city = await loadCity(ctx.db)
  const words = foldVietnamese(read.words.join(' ')).split(' ').filter(Boolean)
  const found = city.agenciesOn(dayOf(read.texts['on'], '--on') ?? today).filter(({ id, name }) => {
    const text = `${id} ${foldVietnamese(name)}`
    return words.every((word) => text.includes(word))
  })
  for (const { id, officialCode, officialCodeIsPlaceholder, name } of found.slice(0, LIST_MAX)) {
    io.out(`${id}\t${officialCode}${officialCodeIsPlaceholder ? '*' : ''}\t${name}`)
  }
  if (found.length === 0) io.err('Không có cơ quan nào. / No agency.')
  if (found.length > LIST_MAX) io.err(`… ${found.length - LIST_MAX} nữa / more`)
}

async function agencyOf(ctx: Ctx, id: string): Promise<Agency> {
  const agency = (await loadCity(ctx.db)).agency(id)
  if (!agency) throw new Refusal('agency-unknown', { agencyId: id })
  return agency
}

function one(read: Read): string {
  const [id, ...more] = read.words
  if (id === undefined || more.length > 0) throw new NotUnderstood('one agency is needed')
  return id
}
