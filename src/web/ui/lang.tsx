import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '../words/index.ts'

/** The language of the page that is being drawn. */
export const LangContext = createContext<Lang>('vi')

/** Says one of two texts: both languages stand side by side where they are used. */
export type Say = (vi: string, en: string) => string

export function sayIn(lang: Lang): Say {
  return (vi, en) => (lang === 'en' ? en : vi)
}

/** For components of the desk: `const t = useSay()`, then `t('Tiếp nhận', 'Receive')`. */
export function useSay(): Say {
  return sayIn(useContext(LangContext))
}

/** For texts of a definition, in a component: the language of the page. */
export function useLang(): Lang {
  return useContext(LangContext)
}
