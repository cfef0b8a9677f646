import { CannotStart } from '../platform/cannot-start.ts'
import { BadSettings } from '../platform/config.ts'
import type { Command, Io } from './command.ts'

/** Finds the command and runs it; returns the exit code. What goes wrong is told in one place. */
export async function dispatch(
  commands: readonly Command[],
  argv: readonly string[],
  io: Io,
): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const print = name === undefined ? io.err : io.out
    for (const line of overview(commands)) print(line)
    return name === undefined ? 2 : 0
  }
  const command = commands.find((known) => known.name === name)
  if (!command) {
    io.err(`Không có lệnh “${name}”. / There is no command "${name}".`)
    for (const line of overview(commands)) io.err(line)
    return 2
  }
  try {
    return await command.run(args, io)
  } catch (error) {
    return tell(error, io)
  }
}

function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'motcua COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'motcua COMMAND --help',
  ]
}

function tell(error: unknown, io: Io): number {
  if (error instanceof CannotStart) {
    io.err(error.message)
    return error.exitCode
  }
  if (error instanceof BadSettings) {
    const count = error.mistakes.length
    io.err(`Có ${count} thiết lập cần sửa: / ${count} settings to mend:`)
    for (const { setting, vi, en } of error.mistakes) io.err(`  ${setting} ${vi} / ${en}`)
    return 1
  }
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}
