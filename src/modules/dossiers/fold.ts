import { moves } from './machine.ts'
import { standingEvents } from './standing-events.ts'
import type { State } from './states.ts'

export type Folded = { state: State; step: string | null; version: number }

export type FoldableEvent = {
  kind: string
  version: number
  facts: { to?: string; step?: string | null }
}

/**
 * What a dossier's events say it is. The row must equal this; a gap in versions or an event that
 * the table does not allow from the state before is a bug and throws.
 */
export function fold(events: readonly FoldableEvent[]): Folded {
  let folded: Folded | undefined
  for (const event of events) {
    if (event.version !== (folded?.version ?? 0) + 1) throw new Error('events have a gap')
    folded = foldOne(folded, event)
  }
  if (folded === undefined) throw new Error('a dossier without events')
  return folded
}

function foldOne(before: Folded | undefined, event: FoldableEvent): Folded {
  if (before && standingEvents.some((kind) => kind === event.kind)) {
    return { ...before, version: event.version }
  }
  const move = moves.find(
    (row) =>
      row.event === event.kind && row.from === (before?.state ?? null) && row.to === event.facts.to,
  )
  if (!move)
    throw new Error(`event ${event.kind} is not allowed from ${before?.state ?? 'nothing'}`)
  const step = event.facts.step === undefined ? (before?.step ?? null) : event.facts.step
  return { state: move.to, step, version: event.version }
}
