import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { registerCatalogue } from '../catalogue/index.ts'
import { setStage, stages, type Stage } from '../modules/agencies/index.ts'
import { findMistakes, loadProcedures, publish, type Mistake } from '../modules/procedures/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { legalDay } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { withCommandDb } from './command-db.ts'
import type { Command, Io } from './command.ts'
import { dayOf, needed, NotUnderstood, tellFailure, verbOf } from './verbs.ts'

const usage = `motcua procedure publish FILE.json
    publishes one revision; a running product offers it from its first day on, without a restart
motcua procedure check FILE.json
    every mistake in a definition; needs no database
motcua procedure list [--on DAY] [--json]
    what is offered on a day
motcua procedure stage KEY --agency AGENCY --stage STAGE --source TEXT [--from DAY]
    how far the procedure is online at an agency; the source is the decision it rests on

STAGE is one of ${stages.join(', ')}; DAY is YYYY-MM-DD, today when left out.
A definition's schema is docs/schema/procedure-1.schema.json.`

/** Procedures: publish a definition, look for its mistakes, list what is offered. */
export const procedureCommand: Command = {
  name: 'procedure',
  summary: 'procedures: publish a definition, check it, list, set its stage at an agency',
  usage,
  run: async (args, io) => {
    try {
      const read = readArgs(args)
      if (read === 'help') {
        io.out(usage)
        return 0
      }
      const verb = verbOf(verbs, read.verb, 'procedure')
      registerCatalogue()
      return await verb(io, read)
    } catch (error) {
      const code = tellFailure(io, usage, error)
      // Written by findMistakes.
      if (error instanceof Refusal && 'mistakes' in error.data)
        tellMistakes(io, error.data['mistakes'] as readonly Mistake[])
      return code
    }
  },
}

type Read = {
  verb: string
  subject: string | undefined
  json: boolean
  texts: Readonly<Record<string, string | undefined>>
}

function readArgs(args: string[]): Read | 'help' {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        on: text,
        agency: text,
        stage: text,
        source: text,
        from: text,
      },
    })
    if (values.help) return 'help'
    const { help: _help, json = false, ...texts } = values
    const [verb = 'list', subject, ...more] = positionals
    if (more.length > 0) throw new NotUnderstood(`not understood: ${more.join(' ')}`)
    return { verb, subject, json, texts }
  } catch (error) {
    throw new NotUnderstood(error instanceof Error ? error.message : String(error))
  }
}

type Verb = (io: Io, read: Read) => Promise<number>

const verbs: Readonly<Record<string, Verb>> = {
  publish: async (io, read) => {
    const document = readDocument(read.subject)
    const { key, revision, sha256, isNew } = await withCtx(io, (ctx) =>
      ctx.db.tx((db) => publish(db, document, ctx.clock.now())),
    )
    io.out(`${key} ${revision}  ${isNew ? 'published' : 'was already published'}  ${sha256}`)
    return 0
  },
  check: async (io, read) => {
    const mistakes = findMistakes(readDocument(read.subject))
    tellMistakes(io, mistakes)
    if (mistakes.length === 0) io.out('no mistakes')
    return mistakes.length === 0 ? 0 : 1
  },
  list: async (io, read) => {
    const offered = await withCtx(io, async (ctx) => {
      const on = dayOf(read.texts['on'], '--on') ?? legalDay(ctx.clock.now())
      return (await loadProcedures(ctx.db)).on(on)
    })
    const rows = offered.map(({ key, revision, validFrom, validTo, name }) => ({
      key,
      revision,
      validFrom,
      validTo,
      name: name.vi,
    }))
    const lines = rows.map((row) => `${row.key} ${row.revision}  ${row.validFrom}  ${row.name}`)
    for (const line of read.json ? [JSON.stringify(rows)] : lines) io.out(line)
    return 0
  },
  stage: async (io, read) => {
    const procedureKey = needed(read.subject, 'KEY')
    const { agency, stage: asked, source, from } = read.texts
    const [agencyId, stage] = [needed(agency, '--agency'), stageOf(needed(asked, '--stage'))]
    await withCtx(io, async (ctx) => {
      const fromDay = dayOf(from, '--from') ?? legalDay(ctx.clock.now())
      const given = { procedureKey, agencyId, stage, fromDay }
      await setStage(ctx, { ...given, source: needed(source, '--source') })
    })
    io.out(`${procedureKey}  ${agencyId}  ${stage}`)
    return 0
  },
}

function withCtx<T>(io: Io, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = { kind: 'system', task: 'procedure' } as const
  return withCommandDb(io, ({ db, clock }) => work({ db, clock, actor, log: createLog('silent') }))
}

function readDocument(path: string | undefined): unknown {
  const file = needed(path, 'FILE.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new NotUnderstood(`${file}: ${why}`)
  }
}

function tellMistakes(io: Io, mistakes: readonly Mistake[]): void {
  for (const { path, code, detail } of mistakes)
    io.err(`  ${path}: ${code}${detail === undefined ? '' : ` (${detail})`}`)
}

function stageOf(text: string): Stage {
  const stage = stages.find((known) => known === text)
  if (stage === undefined) throw new NotUnderstood(`--stage: one of ${stages.join(', ')}`)
  return stage
}
