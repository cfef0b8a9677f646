import { commands } from './cli/commands.ts'
import { dispatch } from './cli/dispatch.ts'
import { environment } from './platform/config.ts'

// The one program: `motcua start`, `motcua migrate` … Nothing else looks at the process.
const code = await dispatch(commands, process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  env: environment(),
})
process.exit(code)
