// Every npm script passes through here. It uses nothing but Node (20 or later): it installs the
// locked dependencies when they are missing, then goes on under the Node 24 that came with them.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureBundle } from './bundle.mjs'
import { ensureDependencies } from './dependencies.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What each script needs and what it runs; `args` are the person's own. */
const scripts = {
  start: { dev: false, command: (args) => bundled(['start', ...args]) },
  motcua: { dev: false, command: (args) => bundled(args) },
  bench: { dev: true, command: (args) => bundled(['bench', ...args]) },
  test: { dev: true, command: (args) => ['tools/test.mjs', ...args] },
  check: { dev: true, command: (args) => ['tools/check.mjs', ...args] },
  format: { dev: true, command: () => ['tools/format.mjs'] },
}

async function bundled(args) {
  return [
    '--enable-source-maps',
    '--disable-warning=ExperimentalWarning',
    await ensureBundle(root),
  ].concat(args)
}

export async function main([name, ...args]) {
  const script = Object.hasOwn(scripts, name ?? '') ? scripts[name] : undefined
  if (!script) {
    process.stderr.write(`Use: node bin/run.mjs ${Object.keys(scripts).join(' | ')}\n`)
    process.exitCode = 2
    return
  }
  try {
    const node = await ensureDependencies(root, { dev: script.dev })
    const command = await script.command(args)
    if (command[0].startsWith('tools/')) command[0] = join(root, command[0])
    process.exitCode = await runUnder(node, command, name !== 'motcua')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/** Hands signals on, and ends the child when whoever started us is gone. */
function runUnder(node, command, atRoot) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, command, {
      cwd: atRoot ? root : process.cwd(),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal))
    if (process.env.npm_lifecycle_event !== undefined) followParent(() => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** npm that was killed outright cannot hand a signal on. */
function followParent(onGone) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
