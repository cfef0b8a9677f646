// What the checks read: files as `{ path, text }`, paths from the root with forward slashes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file with one of these endings under the given folders. */
export function readSources(root, folders, endings) {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .flatMap((path) =>
      endings.some((ending) => path.endsWith(ending))
        ? [{ path, text: readFileSync(join(root, path), 'utf8') }]
        : [],
    )
}

function filesUnder(root, folder) {
  let entries
  try {
    entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.includes('node_modules/'))
    .sort()
}

export const isTest = (path) => /\.test\.(ts|tsx|mjs)$/.test(path) || path.startsWith('tests/')

/** `src/modules/dossiers/submit.ts` → `dossiers`. */
export const moduleOf = (path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]

/** The text with comments blanked out, line by line, so that positions stay. */
export function withoutComments(text) {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (all, string) => string ?? all.replace(/[^\n]/g, ' '),
  )
}

/** As above, with the contents of plain strings blanked too. */
export function withoutStrings(text) {
  return withoutComments(text).replace(
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    (string) => string[0] + ' '.repeat(string.length - 2) + string[0],
  )
}

export const lineAt = (text, index) => text.slice(0, index).split('\n').length

/** Specifiers of all imports and re-exports, with their lines. */
export function importsOf({ path, text }) {
  const code = withoutComments(text)
  const pattern =
    /\b(?:import|export)\b(?:[\s\w{},*$]*?\bfrom)?\s*'([^'\n]+)'|\bimport\s*\(\s*'([^'\n]+)'/g
  return [...code.matchAll(pattern)].map((match) => {
    const specifier = match[1] ?? match[2]
    return {
      specifier,
      target: specifier.startsWith('.') ? resolveFrom(path, specifier) : undefined,
      line: lineAt(code, match.index),
    }
  })
}

function resolveFrom(path, specifier) {
  return join(path, '..', specifier)
}
