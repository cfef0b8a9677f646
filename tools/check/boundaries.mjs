// Who may import whom. The order of modules is in modules.mjs; the reasons are in STYLE.md.
import { importsOf, isTest, moduleOf, withoutStrings, lineAt } from './sources.mjs'

const WEB_FRAMEWORKS = /^(fastify|@fastify\/.*|preact|preact\/.*|preact-render-to-string)$/

export function checkBoundaries(files, { modules, shared }) {
  const problems = files.flatMap((file) => [
    ...importsOf(file).flatMap((entry) =>
      problemsOf(file.path, entry, modules).map((what) => `${file.path}:${entry.line} ${what}`),
    ),
    ...sqlProblems(file),
  ])
  return [...problems, ...unlisted(files, modules), ...sharedProblems(files, shared)]
}

function problemsOf(path, { specifier, target }, modules) {
  const from = layerOf(path)
  if (target === undefined) {
    const isFramework = WEB_FRAMEWORKS.test(specifier)
    const only = isFramework && !isTest(path) && from !== 'web' && from !== 'testing'
    return only ? [`only src/web imports ${specifier}`] : []
  }
  const own = moduleOf(path)
  const other = moduleOf(target)
  if (other !== undefined && other !== own)
    return enteringProblems({ path, target, own, other, modules })
  if (isTest(path) || isBench(path)) return []
  return directionProblems(from, layerOf(target))
}

function enteringProblems({ path, target, own, other, modules }) {
  const door = `src/modules/${other}/index.ts`
  const problems = []
  const isTestDoor = target === `src/modules/${other}/testing.ts` && isTesting(path)
  if (target !== door && !isTestDoor && layerOf(path) !== 'tests')
    problems.push(`${other} is entered through its index.ts only`)
  if (own !== undefined && !isTesting(path) && modules.indexOf(other) > modules.indexOf(own))
    problems.push(`${own} stands before ${other} in modules.mjs and may not import it`)
  if (layerOf(path) === 'platform' && !isTest(path))
    problems.push('platform knows nothing of the city: it imports no module')
  return problems
}

const isTesting = (path) =>
  isTest(path) || isBench(path) || path.startsWith('src/testing/') || path.endsWith('/testing.ts')

/** A bench measures on sample people, as tests do. */
const isBench = (path) => path.startsWith('src/cli/bench-')

const layerOf = (path) => {
  if (path.startsWith('tests/')) return 'tests'
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? 'root'
}

/** Layer → layers it may not import. */
const CLOSED = {
  platform: ['modules', 'catalogue', 'web', 'cli', 'testing'],
  modules: ['catalogue', 'web', 'cli'],
  catalogue: ['web', 'cli', 'testing'],
  web: ['cli', 'testing'],
  cli: ['testing'],
}

const directionProblems = (from, to) =>
  CLOSED[from]?.includes(to) ? [`${from} does not import ${to}`] : []

/** SQL stands in store files: everywhere else a query call is out of place. */
function sqlProblems({ path, text }) {
  const mayHold =
    isTest(path) ||
    ['platform', 'testing', 'tests'].includes(layerOf(path)) ||
    /(^|[/-])store(-[a-z-]+)?\.ts$/.test(path) ||
    /^src\/(cli\/bench|testing)/.test(path)
  if (mayHold) return []
  const code = withoutStrings(text)
  const calls = [...code.matchAll(/\b(?:db|tx|pool|client|owner)\.query\s*(?:<[^()]*>)?\(/g)]
  // Asking whether the database answers is no SQL of anybody's.
  const isProbe = ({ index }) => /^\w+\.query\('select 1'\)/.test(text.slice(index))
  return calls
    .filter((call) => !isProbe(call))
    .map(({ index }) => `${path}:${lineAt(code, index)} SQL stands in store.ts only`)
}

function unlisted(files, modules) {
  const found = new Set(files.map(({ path }) => moduleOf(path)).filter(Boolean))
  return [...found]
    .filter((name) => !modules.includes(name))
    .map((name) => `src/modules/${name} is not listed in modules.mjs`)
}

/** What also runs in the browser reaches no server file, however far one follows. */
function sharedProblems(files, shared) {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reached = new Map()
  const visit = (path, via) => {
    const file = byPath.get(path)
    if (!file || reached.has(path)) return
    reached.set(path, via)
    for (const { target } of importsOf(file)) if (target) visit(target, path)
  }
  for (const { path } of files)
    if (shared.includes(moduleOf(path)) && !isTesting(path)) visit(path, path)
  return [...reached.keys()].flatMap((path) =>
    importsOf(byPath.get(path))
      .filter(({ specifier }) => specifier.startsWith('node:') || specifier === 'pg')
      .map(({ specifier, line }) => `${path}:${line} also runs in the browser: no ${specifier}`),
  )
}
