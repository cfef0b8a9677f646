// Every refusal can be read by a person and is held by a test.
import { isTest, lineAt, withoutComments } from './sources.mjs'

export function checkRefusals(files) {
  const words = files
    .filter(({ path }) => /^src\/web\/words\/refusals[\w-]*\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n')
  const tests = files.filter(({ path }) => isTest(path)).map(({ text }) => text)
  return [...thrownCodes(files)].flatMap(([code, where]) => [
    ...(new RegExp(`^\\s*'?${code}'?: [{\\w]`, 'm').test(words)
      ? []
      : [`${where} refusal ${code} has no sentence in src/web/words/refusals.ts`]),
    ...(tests.some((text) => new RegExp(`['"\`/]${code}['"\`/]`).test(text))
      ? []
      : [`${where} refusal ${code} is named by no test`]),
  ])
}

function thrownCodes(files) {
  const codes = new Map()
  for (const { path, text } of files) {
    if (isTest(path) || !path.startsWith('src/')) continue
    const code = withoutComments(text)
    for (const match of code.matchAll(/new Refusal\(\s*'([a-z0-9-]+)'/g))
      if (!codes.has(match[1])) codes.set(match[1], `${path}:${lineAt(code, match.index)}`)
  }
  return codes
}
