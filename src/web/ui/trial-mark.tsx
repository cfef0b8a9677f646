import { words, type Lang } from '../words/index.ts'
import { Tag } from './parts.tsx'

/** A dossier of the trial run: marked wherever its number stands, counted in no figure. */
export function TrialMark({ lang }: { lang: Lang }) {
  return (
    <Tag kind="soon" icon="warn">
      {words(lang).trial}
    </Tag>
  )
}
