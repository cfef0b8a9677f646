/** The exchange with other agencies: its tabs, one leg, one message to send again. */
export const EXCHANGE = '/can-bo/lien-thong'

export type LegPlace = { agencyId: string; leg: string }

export function legUrl({ agencyId, leg }: LegPlace): string {
  return `${EXCHANGE}/${agencyId}/${leg}`
}

export function againUrl(place: LegPlace, messageId: string): string {
  return `${legUrl(place)}/gui-lai/${messageId}`
}
