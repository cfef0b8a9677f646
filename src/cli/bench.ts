import { parseArgs } from 'node:util'
import { benchExchange } from './bench-exchange.ts'
import { benchFiling } from './bench-filing.ts'
import { benchPapers } from './bench-papers.ts'
import { benchPartner } from './bench-partner.ts'
import { benchSigning } from './bench-signing.ts'
import { benchPersons } from './bench-persons.ts'
import type { Command, Io } from './command.ts'

export type Bench = {
  summary: string
  /** Runs on throwaway data and returns what to print: figures with their units. */
  run(io: Io): Promise<readonly string[]>
}

/** Every bench by name. */
const benches: Readonly<Record<string, Bench>> = {
  filing: benchFiling,
  papers: benchPapers,
  exchange: benchExchange,
  signing: benchSigning,
  'exchange-partner': benchPartner,
  persons: benchPersons,
}

const usage = `motcua bench NAME
    measures one thing and prints its figures`

export const benchCommand: Command = {
  name: 'bench',
  summary: 'measures how fast something is',
  usage,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      strict: false,
      options: { help: { type: 'boolean', short: 'h' } },
    })
    const list = Object.entries(benches).map(([name, { summary }]) => `  ${name}  ${summary}`)
    if (values['help']) {
      for (const line of [usage, ...list]) io.out(line)
      return 0
    }
    const [name] = positionals
    const isKnown = positionals.length === 1 && Object.keys(values).length === 0
    const bench = isKnown && Object.hasOwn(benches, name!) ? benches[name!] : undefined
    if (!bench) {
      for (const line of [usage, ...list]) io.err(line)
      return 2
    }
    for (const line of await bench.run(io)) io.out(line)
    return 0
  },
}
