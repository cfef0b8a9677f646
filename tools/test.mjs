// `npm test`: what the tests need, the checks, every test on our own PostgreSQL 18, then the
// database tests again on Debian's PostgreSQL 15. With file names: only those, on 18.
import { spawnSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSources } from './check/sources.mjs'
import { ensureDebianPackages } from './debian.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const chosen = process.argv.slice(2).map((path) => resolve(path))
const lacking = ensureDebianPackages()
const failed = []

function step(title, args, env = {}) {
  process.stdout.write(`\n── ${title}\n`)
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MOTCUA_TEST_LACKS: lacking.join(','), ...env },
  })
  if (done.status !== 0) failed.push(title)
}

function tests(title, files, env) {
  const tsx = ['--import', 'tsx']
  const flags = ['--test', '--test-concurrency=2', '--test-reporter=spec']
  step(title, [...tsx, ...flags, ...files], env)
  spawnSync(process.execPath, [...tsx, 'src/testing/stop-keeper.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
  })
}

/** A file that cannot do without some of Debian's programs says so: `// needs: qpdf, chromium`. */
function isRunnable({ path, text }) {
  const needs = /^\/\/ needs: (.+)$/m.exec(text)?.[1]?.split(', ') ?? []
  const without = needs.filter((name) => lacking.includes(name))
  if (without.length === 0) return true
  process.stdout.write(`── BỎ QUA / SKIPPED ${path}: ${without.join(', ')}\n`)
  return false
}

const all = readSources(root, ['src', 'tests', 'tools'], ['.test.ts', '.test.tsx', '.test.mjs'])
  .filter(isRunnable)
  .map(({ path }) => join(root, path))
  // Databases first: they are the slow ones among the many.
  .toSorted((a, b) => Number(b.endsWith('.db.test.ts')) - Number(a.endsWith('.db.test.ts')))

if (chosen.length > 0) {
  tests('PostgreSQL 18', chosen)
} else {
  step('npm run check', ['tools/check.mjs'])
  if (lacking.includes('postgresql-15')) {
    process.stdout.write('\n── PostgreSQL 15: BỎ QUA / SKIPPED, postgresql-15 is missing\n')
  } else {
    const onDatabase = all.filter((path) => path.endsWith('.db.test.ts'))
    tests('PostgreSQL 15, database tests', onDatabase, { MOTCUA_TEST_PG: '15' })
  }
  tests('PostgreSQL 18, all tests', all)
}

if (failed.length > 0) {
  process.stdout.write(`\nKhông đạt / failed: ${failed.join('; ')}\n`)
  process.exitCode = 1
}
