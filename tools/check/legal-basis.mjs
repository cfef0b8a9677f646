// docs/legal-basis.md: every rule of law in the code with its instrument and article.
import { isTest } from './sources.mjs'

/** The page's text, made from the `@basis` tags. */
export function legalBasis(files) {
  const rules = files
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(basesOf)
    .sort((a, b) => order(a.basis, b.basis) || order(a.where, b.where))
  const rows = rules.map(({ basis, where, path }) => `| ${basis} | [${where}](../${path}) |`)
  return [
    '# Legal basis',
    '',
    'Made from the `@basis` tags by `npm run format`; do not edit.',
    '',
    '| basis | rule |',
    '| --- | --- |',
    ...new Set(rows),
    '',
  ].join('\n')
}

export function checkLegalBasis(files, page) {
  return page === legalBasis(files) ? [] : ['docs/legal-basis.md is stale: run npm run format']
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

function basesOf({ path, text }) {
  return [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].flatMap((comment) => {
    const after = text.slice(comment.index + comment[0].length)
    const name = /^\s*(?:export )?(?:async )?(?:function|const|type|class)?\s*'?([\w.-]+)/.exec(
      after,
    )
    const where = `${path.replace(/^src\//, '').replace(/\.tsx?$/, '')}${name ? `: ${name[1]}` : ''}`
    return tagsOf(comment[1]).map((basis) => ({ basis, where, path }))
  })
}

function tagsOf(comment) {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trimEnd())
  const tags = []
  let isOpen = false
  for (const line of lines) {
    const tag = /(?:^|\s)@basis\s+(.*)/.exec(line)
    if (tag) tags.push(tag[1])
    else if (isOpen && /\S/.test(line) && !line.trim().startsWith('@'))
      tags.push(`${tags.pop()} ${line.trim()}`)
    isOpen = tag !== null || (isOpen && /\S/.test(line) && !line.trim().startsWith('@'))
  }
  return tags.map((text) => text.replace(/\|/g, '/').replace(/\s+/g, ' ').trim())
}
