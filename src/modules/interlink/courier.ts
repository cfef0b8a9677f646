import type { Ctx } from '../../platform/ctx.ts'
import { deliverMessagesTo } from './deliver-messages.ts'
import type { Exchange } from './exchange.ts'
import { findNextAttempt, selectPartiesDue } from './store-deliveries.ts'
import { findLine } from './store-lines.ts'

/**
 * Delivers beside the job queue, so that a slow partner holds up nothing else: a job only says that
 * a message waits. Each party has one drain at a time in this process.
 */
export type Courier = {
  /** Something waits for this party; returns before it has been tried. */
  wake(party: string): Promise<void>
  /** Wakes for everything that is due: after a restart, and every minute. */
  wakeAll(): Promise<void>
  /** Takes no more; resolves when what is under way has ended. */
  stop(): Promise<void>
}

/** Retries that come sooner than the next minute's round are woken by a timer. */
const TIMER_MS_MAX = 60_000
const PARTIES_MAX = 500

type Drain = { running: Promise<void>; isWanted: boolean }

export function openCourier(ctx: Ctx, exchange: Exchange): Courier {
  const drains = new Map<string, Drain>()
  const timers = new Map<string, NodeJS.Timeout>()
  const stopping = new AbortController()

  const wake = async (party: string): Promise<void> => {
    const known = drains.get(party)
    if (known !== undefined) known.isWanted = true
    if (known !== undefined || stopping.signal.aborted) return
    const drain: Drain = { running: Promise.resolve(), isWanted: false }
    drains.set(party, drain)
    drain.running = run(party, drain)
  }

  const run = async (party: string, drain: Drain): Promise<void> => {
    try {
      do {
        drain.isWanted = false
        await deliverMessagesTo(ctx, exchange, party, stopping.signal)
        if (!drain.isWanted) await setTimer(party)
      } while (drain.isWanted && !stopping.signal.aborted)
    } catch (error) {
      // The database is away; the next minute's round tries again.
      ctx.log.error({ part: 'interlink', party, err: error }, 'a courier came back')
    } finally {
      drains.delete(party)
    }
  }

  const setTimer = async (party: string): Promise<void> => {
    const next = await findNextAttempt(ctx.db, party)
    if (next === undefined || stopping.signal.aborted) return
    const probe = (await findLine(ctx.db, party))?.probeAt
    const at = Math.max(next.getTime(), probe?.getTime() ?? 0)
    const inMs = at - ctx.clock.now().getTime()
    if (inMs > TIMER_MS_MAX) return
    clearTimeout(timers.get(party))
    const timer = setTimeout(() => void wake(party), Math.max(inMs, 50))
    timers.set(party, timer.unref())
  }

  return {
    wake,
    wakeAll: async () => {
      const parties = await selectPartiesDue(ctx.db, ctx.clock.now(), PARTIES_MAX)
      await Promise.all(parties.map(wake))
    },
    stop: async () => {
      stopping.abort()
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all([...drains.values()].map(({ running }) => running))
    },
  }
}
