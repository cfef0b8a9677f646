// What the code may not ask the machine, how wide a line may be, and names that say nothing.
import { basename } from 'node:path'
import { isTest, lineAt, withoutStrings } from './sources.mjs'

const COLUMNS_MAX = 100

/** Time, chance and settings come from `platform/`, so that a test can hold them. */
const MACHINE = [
  [/\bDate\.now\(/g, 'Date.now(): use the clock'],
  [/\bnew Date\(\s*\)/g, 'new Date(): use the clock'],
  [/\bMath\.random\(/g, 'Math.random(): use platform/ids.ts'],
  [/\bprocess\.env\b/g, 'process.env: use platform/config.ts'],
]

const EMPTY_NAMES = /^(utils?|helpers?|common|misc|(.+-)?(service|manager))$/

export function checkForbidden(files) {
  return files.flatMap((file) => [
    ...machineProblems(file),
    ...columnProblems(file),
    ...nameProblems(file),
  ])
}

function machineProblems({ path, text }) {
  const isFree = /^(src\/platform|src\/testing|tests|bin|tools)\//.test(path)
  if (isFree) return []
  const code = withoutStrings(text)
  return MACHINE.flatMap(([pattern, what]) =>
    what.startsWith('process.env') && isTest(path)
      ? []
      : [...code.matchAll(pattern)].map(({ index }) => `${path}:${lineAt(code, index)} ${what}`),
  )
}

/** A sentence in a string, a link or an icon's path is not broken; code is. */
function columnProblems({ path, text }) {
  return text.split('\n').flatMap((line, at) => {
    if ([...line].length <= COLUMNS_MAX || /https?:\/\//.test(line)) return []
    const bare = line.replace(
      /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`?|\/(?:\\.|[^/\\])+\/\w*/g,
      "''",
    )
    const isText = !/^\s*(\/\/|\*|\/\*)/.test(line) && /^[^{}();=]*$/.test(line)
    return [...bare].length <= COLUMNS_MAX || isText
      ? []
      : [`${path}:${at + 1} is wider than ${COLUMNS_MAX} columns`]
  })
}

function nameProblems({ path }) {
  const name = basename(path).replace(/(\.db)?(\.test)?\.(ts|tsx|mjs)$/, '')
  if (EMPTY_NAMES.test(name)) return [`${path} has a name that says nothing`]
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${path} is not in kebab-case`]
}
