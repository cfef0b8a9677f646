import { useSay } from '../ui/lang.tsx'
import type { DossierFacts } from './dossier-facts.ts'

/** What hangs, or hung. */
export function Posted({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const { notices } = facts.view
  if (notices.length === 0) return null
  const shown = (day: string) => day.split('-').toReversed().join('/')
  return (
    <ul class="bul mb5">
      {notices.map(({ place, fromDay, toDay }) => (
        <li>
          {place}: {t('từ', 'from')} {shown(fromDay)} {t('đến hết', 'to the end of')} {shown(toDay)}
        </li>
      ))}
    </ul>
  )
}
