import type { DossierEvent, World } from '../dossiers/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'

/** Another agency's part of a filing, as the dossier's own events tell it. */
export type LegTold = {
  key: string
  /** What it is asked to do, in the protocol's words; undefined for older events. */
  service: unknown
  partner: string
  openedAt: Date
  /** By when its result is wanted; the partner's own date once it asked for more time. */
  dueAt: Date
  dueBefore: Date | null
  endedAt: Date | null
}

/** The legs that were opened, in that order. */
export function legsTold(events: readonly DossierEvent[]): readonly LegTold[] {
  const legs = new Map<string, LegTold>()
  for (const { kind, at, facts } of events) {
    const key = String(facts['leg'] ?? '')
    const due = new Date(String(facts['due'] ?? ''))
    if (kind === 'legOpened') {
      const partner = String(facts.to ?? '')
      const ends = { dueAt: due, dueBefore: null, endedAt: null }
      legs.set(key, { key, service: facts['service'], partner, openedAt: at, ...ends })
    }
    const leg = legs.get(key)
    if (kind !== 'legMoved' || !leg) continue
    if (facts['became'] === 'delayed') legs.set(key, { ...leg, dueAt: due, dueBefore: leg.dueAt })
    if (ENDINGS.some((became) => became === facts['became'])) legs.set(key, { ...leg, endedAt: at })
  }
  return [...legs.values()]
}

const ENDINGS = ['done', 'refused', 'cancelled']

export const MINISTRY = 'bo-tu-phap'

/** Parties that are no agency of the city. */
const OTHERS: Readonly<Record<string, string>> = { [MINISTRY]: 'Bộ Tư pháp' }

export function partnerName({ city }: World, party: string): string {
  return city.agency(party)?.name ?? OTHERS[party] ?? party
}

/** What every registration of a book has beside the legs that its procedure names. */
const SERVICES: Readonly<Record<string, string>> = {
  'personal_number.give': 'Cấp số định danh cá nhân',
  'civil_status.take_entry': 'Ghi vào cơ sở dữ liệu hộ tịch điện tử',
  'civil_status.notify': 'Thông báo việc hộ tịch cho nơi thường trú',
  'civil_status.verify': 'Xác minh',
}

/** What a leg is asked to do, by its key or, for one common to all, by its service. */
export function legName(
  definition: ProcedureDefinition,
  { key, service }: Pick<LegTold, 'key' | 'service'>,
): string {
  const own = (definition.legs ?? []).find((leg) => leg.key === key)
  return own?.name.vi ?? SERVICES[String(service)] ?? 'Phần việc của cơ quan phối hợp'
}
