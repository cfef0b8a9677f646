import type { RefusalWords } from './refusals.ts'

/** What one refusal says, in both languages: what happened, then why and what to do now. */
export function said(
  status: number,
  words: { vi: readonly [string, string]; en: readonly [string, string] },
): RefusalWords {
  const sentence = ([title, detail]: readonly [string, string]) => ({ title, detail })
  return { status, vi: sentence(words.vi), en: sentence(words.en) }
}
