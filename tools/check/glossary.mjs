// docs/glossary.md is the authority on words. A word in its column `never` may not name anything
// of ours: exports, files, routes, events, tables. It may stand inside a term of column `code`.
import { isTest, lineAt, withoutComments } from './sources.mjs'

/** Rows of the glossary's tables: `{ code: string[][], never: string[][] }`, phrases as words. */
export function readGlossary(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    if (cells.length !== 6 || /^-+$/.test(cells[1]) || cells[3] === 'code') return []
    const phrases = (cell) =>
      cell
        .replace(/`/g, '')
        .split(',')
        .map((phrase) => wordsOf(phrase.trim()))
        .filter((words) => words.length > 0)
    return [{ code: phrases(cells[3]), never: phrases(cells[4]), line }]
  })
}

/** camelCase, kebab-case and snake_case to lower-case words, without plural s. */
export function wordsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (/[^s]s$/.test(word) && word.length > 2 ? word.slice(0, -1) : word))
}

export function checkGlossary(files, migrations, markdown) {
  const rows = readGlossary(markdown)
  if (rows.length === 0)
    return ['docs/glossary.md has no table: Tiếng Việt | English | code | never']
  const allowed = rows.flatMap(({ code }) => code)
  const never = rows.flatMap((row) => row.never.map((words) => ({ words, use: row.code[0] })))
  const named = [...files.flatMap(namesIn), ...migrations.flatMap(tablesIn)]
  return named.flatMap(({ name, where }) => {
    const words = wordsOf(name)
    const found = never.find(({ words: phrase }) => standsFreely(words, phrase, allowed))
    if (!found) return []
    const instead = found.use ? `; the glossary says “${found.use.join(' ')}”` : ''
    return [`${where} “${name}” uses “${found.words.join(' ')}”${instead}`]
  })
}

/** Is the phrase there outside every allowed term? */
function standsFreely(words, phrase, allowed) {
  return occurrences(words, phrase).some(
    (at) =>
      !allowed.some((term) =>
        occurrences(words, term).some(
          (start) => start <= at && at + phrase.length <= start + term.length,
        ),
      ),
  )
}

function occurrences(words, phrase) {
  return words
    .map((_, at) => at)
    .filter((at) => phrase.every((word, offset) => words[at + offset] === word))
}

/** The platform knows nothing of the city and speaks of machines: its words are its own. */
function namesIn({ path, text }) {
  if (isTest(path) || !/^src\/(modules|catalogue|web|cli)\//.test(path)) return []
  const code = withoutComments(text)
  const named = (pattern) =>
    [...code.matchAll(pattern)].map((match) => ({
      name: match[1],
      where: `${path}:${lineAt(code, match.index)}`,
    }))
  return [
    { name: path.replace(/^src\/\w+\//, '').replace(/\.tsx?$/, ''), where: path },
    ...named(/^export (?:async )?(?:function|const|type|class) (\w+)/gm),
    ...named(/\burl: '(\/[^']*)'/g),
    ...named(/\b(?:event|kind): '([a-z][a-z-]+)'/g),
  ]
}

function tablesIn({ path, text }) {
  const pattern = /create (?:table|view|materialized view) (?:if not exists )?([\w.]+)/gi
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[1],
    where: `${path}:${lineAt(text, match.index)}`,
  }))
}
