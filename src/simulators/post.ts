import type { Outgoing, PartnerLeg } from './partner.ts'
import { chance } from './partner.ts'
import type { Portal } from './portal.ts'
import type { Settings } from './settings.ts'
import type { WireKey } from './wire.ts'

export type Posting = {
  portal: Portal
  settings(): Settings
  keyFor(party: string): WireKey
  machineNow(): number
}

const BACKOFF_MS = [500, 1000, 2000, 5000, 15_000, 60_000]

/**
 * Sends what waits of a leg, in order; with the faults of the control page a later one first, or
 * one twice. True when something changed.
 */
export async function post(posting: Posting, leg: PartnerLeg): Promise<boolean> {
  const [first, second] = leg.outbox.filter(({ refused }) => refused === undefined)
  if (!first || first.nextAt > posting.machineNow()) return false
  const settings = posting.settings()
  const isReversed = second !== undefined && chance(settings.reorderPercent)
  // Too early for its receiver, who refuses it and gets it again in its turn.
  if (isReversed) await sendOne(posting, second)
  const outcome = await sendOne(posting, first)
  if (outcome === 'accepted') {
    if (chance(settings.duplicatePercent)) await sendOne(posting, first)
    leg.outbox = leg.outbox.filter((one) => one !== first)
  }
  return true
}

async function sendOne(posting: Posting, one: Outgoing): Promise<'accepted' | 'not'> {
  const { message } = one
  const outcome = await posting.portal.send(message, posting.keyFor(message.from))
  if (outcome.is === 'accepted') return 'accepted'
  if (outcome.is === 'refused') one.refused = outcome.code
  one.attempts += 1
  const wait = BACKOFF_MS[Math.min(one.attempts, BACKOFF_MS.length) - 1]!
  one.nextAt = posting.machineNow() + wait
  return 'not'
}
