import type { Text } from '../../modules/forms/index.ts'
import { en } from './en.ts'
import { vi, type Words } from './vi.ts'

export type Lang = 'vi' | 'en'
export type { Words } from './vi.ts'

export function words(lang: Lang): Words {
  return lang === 'en' ? en : vi
}

/** The text in the language asked for; Vietnamese where there is no English yet. */
export function say(text: Text, lang: Lang): string {
  return lang === 'en' ? (text.en ?? text.vi) : text.vi
}

/** `lang` attribute for a text that is shown in Vietnamese on an English page; else undefined. */
export function langOf(text: Text, lang: Lang): 'vi' | undefined {
  return lang === 'en' && text.en === undefined ? 'vi' : undefined
}
