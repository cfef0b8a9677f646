import { parseArgs } from 'node:util'
import { openFiles } from '../modules/files/index.ts'
import { openExchange, reconcile, type Difference } from '../modules/interlink/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { problemOf } from '../web/to-response.ts'
import { withCommandDb } from './command-db.ts'
import type { Command, Io } from './command.ts'
import { listenToEvents } from './tasks.ts'
import { NotUnderstood, tellFailure } from './verbs.ts'

const usage = `motcua reconcile [--json] [--here]
    folds the messages of every leg again and compares: rows with messages, one side with the other,
    and ours with the word of every partner in its own software (not with --here)
    exits 0 when all fits, 1 on a difference or when a partner could not be asked`

/** Is every step of the exchange done exactly once on both sides? Changes nothing. */
export const reconcileCommand: Command = {
  name: 'reconcile',
  summary: 'compares what agencies sent with what others took',
  usage,
  run: async (args, io) => {
    try {
      const { json, here, help } = readArgs(args)
      if (help) {
        io.out(usage)
        return 0
      }
      return await compare(io, { isJson: json ?? false, asks: !here })
    } catch (error) {
      return tellFailure(io, usage, error)
    }
  },
}

function readArgs(args: string[]): { json?: boolean; here?: boolean; help?: boolean } {
  try {
    const flag = { type: 'boolean' } as const
    return parseArgs({ args, options: { json: flag, here: flag, help: { ...flag, short: 'h' } } })
      .values
  } catch (error) {
    throw new NotUnderstood(error instanceof Error ? error.message : String(error))
  }
}

function compare(io: Io, { isJson, asks }: { isJson: boolean; asks: boolean }): Promise<number> {
  return withCommandDb(io, async ({ db, clock, config }) => {
    const actor = { kind: 'system', task: 'reconcile' } as const
    const ctx: Ctx = { db, clock, log: createLog('silent'), actor }
    const { home, publicUrl } = config
    const files = await openFiles(home)
    listenToEvents({ files, clock })
    const exchange = openExchange({ home, files, publicUrl, problemOf: problemOf(publicUrl) })
    const tell = (found: Difference) => io.out(isJson ? JSON.stringify(found) : lineOf(found))
    const done = await reconcile(ctx, exchange, { asks, onDifference: tell })
    const isWhole = done.differences === 0 && done.silent.length === 0
    if (isJson) io.out(JSON.stringify(done))
    else for (const line of summaryOf(done)) io.out(line)
    return isWhole ? 0 : 1
  })
}

function lineOf({ agencyId, leg, party, what, detail }: Difference): string {
  return `${what}\t${agencyId} ↔ ${party}\t${leg}\t${detail}`
}

function summaryOf(done: Awaited<ReturnType<typeof reconcile>>): string[] {
  const { legs, messages, differences, silent } = done
  return [
    ...silent.map(({ party, why }) => `Không hỏi được / could not be asked: ${party} (${why})`),
    `${legs} phần việc / legs, ${messages} thông điệp / messages, ${differences} sai lệch / differences`,
  ]
}
