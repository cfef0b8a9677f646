// `npm run check`: format, lint, types and the project's own rules, side by side; all are told.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (path) => join(root, 'node_modules', path)

const checks = {
  format: [bin('oxfmt/bin/oxfmt'), '--check', '.'],
  lint: [bin('oxlint/bin/oxlint'), '--deny-warnings', '.'],
  types: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  rules: [join(root, 'tools/check/city.mjs')],
}

function run([script, ...args]) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(process.execPath, [script, ...args], { cwd: root })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('close', (code) =>
      resolve({ code, output, seconds: (performance.now() - started) / 1000 }),
    )
  })
}

const results = await Promise.all(
  Object.entries(checks).map(async ([name, command]) => ({ name, ...(await run(command)) })),
)
for (const { name, code, output, seconds } of results) {
  process.stdout.write(`${code === 0 ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)\n`)
  if (code !== 0) process.stdout.write(`${output}\n`)
}
if (results.some(({ code }) => code !== 0)) process.exitCode = 1
