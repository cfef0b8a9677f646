import { parseArgs } from 'node:util'
import { bookName, checkBooks, isInOrder, type BookCheck } from '../modules/registry/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { withCommandDb } from './command-db.ts'
import type { Command, Io } from './command.ts'
import { NotUnderstood, tellFailure, verbOf } from './verbs.ts'

const usage = `motcua books check [AGENCY] [--year YEAR]
    Compares register books with their paper books: numbers without a page, pages without a number,
    pages with more than one, books of past years nobody closed. All books when nothing is named.
    Exit 0 when they agree, 1 when not, naming what; no names of people are printed.`

/** The books of births and deaths, compared daily with the paper. */
export const booksCommand: Command = {
  name: 'books',
  summary: 'compares register books with the paper books',
  usage,
  run: async ([verb = '', ...rest], io) => {
    if (verb === '--help' || verb === '-h' || rest.includes('--help')) {
      io.out(usage)
      return 0
    }
    try {
      return await verbOf({ check }, verb, 'books')(rest, io)
    } catch (error) {
      return tellFailure(io, usage, error)
    }
  },
}

async function check(args: readonly string[], io: Io): Promise<number> {
  const of = readArgs(args)
  return withCommandDb(io, async ({ db, clock }) => {
    const actor = { kind: 'system', task: 'books' } as const
    const ctx: Ctx = { db, clock, log: createLog('silent'), actor }
    const checks = await checkBooks(ctx, of)
    const wrong = checks.filter((one) => !isInOrder(one))
    for (const one of wrong) for (const line of linesOf(one)) io.err(line)
    if (wrong.length === 0) io.out(`Khớp / agree: ${checks.length} sổ / books`)
    return wrong.length === 0 ? 0 : 1
  })
}

function readArgs(args: readonly string[]): { agencyId?: string; year?: number } {
  let read
  try {
    const options = { year: { type: 'string' as const } }
    read = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new NotUnderstood(cause instanceof Error ? cause.message : String(cause))
  }
  const { positionals, values } = read
  if (positionals.length > 1) throw new NotUnderstood('one agency at a time')
  if (values.year !== undefined && !/^20\d\d$/.test(values.year))
    throw new NotUnderstood(`--year: not a year: ${values.year}`)
  return {
    ...(positionals[0] === undefined ? {} : { agencyId: positionals[0] }),
    ...(values.year === undefined ? {} : { year: Number(values.year) }),
  }
}

function linesOf(check: BookCheck): readonly string[] {
  const book = `${check.agencyId}, ${bookName(check)}`
  return [
    ...check.withoutPage.map(({ no }) => `${book}: số ${no} chưa có trang / without a page`),
    ...check.gaps.map(
      ({ paperBook, first, last }) =>
        `${book}: quyển ${paperBook}, trang ${first}–${last} không có số / without a number`,
    ),
    ...check.twice.map(
      ({ paperBook, page, nos }) =>
        `${book}: quyển ${paperBook}, trang ${page} có các số ${nos.join(', ')} / used twice`,
    ),
    ...(check.isToClose ? [`${book}: chưa khóa / not closed`] : []),
  ]
}
