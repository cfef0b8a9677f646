import { foldVietnamese } from '../agencies/index.ts'
import type { ProcedureDefinition } from './definition.ts'

/** Words that carry nothing in a search for a procedure. */
const EMPTY_WORDS = new Set(['cho', 'cua', 'va', 'o', 'thi', 'la', 'toi', 'con', 'xin', 'the', 'a'])

type Indexed = { definition: ProcedureDefinition; name: string; words: readonly string[] }

/**
 * Finds procedures by plain words: marks and capitals do not matter, the last word may be
 * unfinished. All words count; the more a procedure knows of them, the earlier it comes. A
 * procedure that knows no more than half of the words is not an answer.
 */
export function searchIndex(
  definitions: readonly ProcedureDefinition[],
): (text: string) => ProcedureDefinition[] {
  const index: Indexed[] = definitions.map((definition) => ({
    definition,
    name: foldVietnamese(definition.name.vi),
    words: wordsOf([
      definition.name.vi,
      definition.name.en ?? '',
      ...definition.keywords,
      definition.nationalCode ?? '',
    ]),
  }))
  return (text) => {
    const folded = foldVietnamese(text)
    const asked = folded.split(' ').filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    if (asked.length === 0) return []
    return index
      .map((entry) => ({ entry, score: scoreOf(entry, asked, folded) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ entry }) => entry.definition)
  }
}

function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => foldVietnamese(text).split(' ')))]
}

function scoreOf(entry: Indexed, asked: readonly string[], folded: string): number {
  const last = asked.length - 1
  const known = asked.filter((word, index) =>
    entry.words.some((own) => own === word || (index === last && own.startsWith(word))),
  ).length
  if (known * 2 <= asked.length) return 0
  const bonus = entry.name.includes(folded) ? 1 : 0
  return known / asked.length + bonus
}
