import type { Environment } from '../platform/config.ts'

/** What a command talks to: answers on stdout, everything else on stderr. */
export type Io = {
  out(line: string): void
  err(line: string): void
  env: Environment
}

export type Command = {
  name: string
  summary: string
  usage: string
  /** Returns the exit code: 0 done, 1 refused, 2 not understood. */
  run(args: string[], io: Io): Promise<number>
}

/** Prints usage for `--help`; refuses what a command without arguments of its own does not know. */
export function withoutArguments(
  command: Omit<Command, 'run'>,
  run: (io: Io) => Promise<number>,
): Command {
  return {
    ...command,
    run: async (args, io) => {
      if (args.length === 0) return run(io)
      const isHelp = args.every((arg) => arg === '--help' || arg === '-h')
      if (isHelp) io.out(command.usage)
      else {
        io.err(`Không hiểu “${args.join(' ')}”. / Not understood: ${args.join(' ')}`)
        io.err(command.usage)
      }
      return isHelp ? 0 : 2
    },
  }
}
