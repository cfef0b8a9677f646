import type { Agency } from '../../modules/agencies/index.ts'
import type { Lang } from '../words/index.ts'

/** How a citizen calls the agency: "Phường", "Xã"; as it begins a sentence. */
export function officeName(agency: Agency | undefined, lang: Lang): string {
  const type = /(phường|xã|thị trấn)/i.exec(agency?.name ?? '')?.[1]?.toLowerCase()
  if (lang === 'en') return type === 'phường' ? 'The ward' : type ? 'The commune' : 'The agency'
  if (type === undefined) return 'Cơ quan'
  return type.charAt(0).toUpperCase() + type.slice(1)
}
