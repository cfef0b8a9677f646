import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Calendar } from './calendar.ts'
import { movedRule, ruleOf, type Count, type Limit, type Rule, type Span } from './limit.ts'
import type { Reason } from './reason.ts'
import { isDeskMoment } from './working-time.ts'

export type Due = { dueAt: Date; reasons: readonly Reason[] }

/**
 * When a limit that begins with this receipt runs out, and why then. The moment lies on a working
 * day while the desk is open, after the receipt.
 *
 * Which moment of receipt counts: any moment of its legal day for limits in days (a dossier
 * received at night or at a Saturday desk has the next working day as day 1); the next opening for
 * limits in hours; the next working day after the cut-off for same-day limits.
 */
export function dueFor(cal: Calendar, input: { receivedAt: Date; limit: Limit }): Due {
  const { dueAt, reasons } = ruleOf(cal, input.limit).begin(input.receivedAt)
  return { dueAt, reasons }
}

/** @basis NĐ 61/2018/NĐ-CP Điều 19(4), 19(5), 22 */
export type PauseWhy = 'supplement' | 'preview' | 'payment' | 'consultation'

/** [from, to): `to` is null while it lasts. */
export type Pause = { from: Date; to: Date | null; why: PauseWhy }

export type Moved = { at: Date; to: Date; reason: string }

/** What the law adds: the clock is set to `to`, when that is later than where it stood. */
export type Extension = { at: Date; to: Date; why: 'verification' | 'notice' }

export type History = {
  receivedAt: Date
  limit: Limit
  pauses: readonly Pause[]
  /** What a supplement does to the clock; other pauses always continue it. */
  afterSupplement: 'continue' | 'restart'
  moved?: Moved | null
  extensions?: readonly Extension[]
}

export type DueAfter = Due & {
  state: 'running' | 'paused'
  /** Since when it stands; `dueAt` is then the due date as it stood, and will be later. */
  pausedSince?: Date
}

/**
 * The due date after everything that happened to the clock.
 *
 * Pauses stop it and keep the time spent; `restart` begins again from zero when the supplement
 * arrives. A pause that begins when the time has already run out changes nothing: asking late does
 * not cure lateness. The law may add time (an inquiry, a public notice), and the agency may have
 * moved the due date once; it is never earlier for either.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(4), 19(9) (from 2018-06-21); before: QĐ 09/2015/QĐ-TTg
 */
export function dueAfter(cal: Calendar, history: History): DueAfter {
  const clock = new RunningClock(cal, history)
  const settings = settingsOf(history)
  for (const stop of stopsOf(history)) {
    clock.setAll(settings, stop.from)
    if (stop.to === null && clock.runsAt(stop.from)) {
      clock.setAll(settings)
      return clock.stopped(stop)
    }
    clock.pause(stop)
  }
  clock.setAll(settings)
  return { ...clock.due(), state: 'running' }
}

/** The clock set to another moment: by the agency once, or by what the law adds. */
type Setting = { at: Date; to: Date; reason: Pick<Reason, 'kind' | 'why'> }

function settingsOf({ moved, extensions = [] }: History): Setting[] {
  const added = extensions.map(({ at, to, why }): Setting => {
    return { at, to, reason: { kind: 'extended', why } }
  })
  const byAgency: Setting[] = moved
    ? [{ at: moved.at, to: moved.to, reason: { kind: 'moved', why: moved.reason } }]
    : []
  return [...added, ...byAgency].toSorted((a, b) => +a.at - +b.at)
}

/** The rule in force, where its count stands, and what is worth telling. */
class RunningClock {
  private readonly limitRule: Rule
  private rule: Rule
  private count: Count
  private told: readonly Reason[] = []
  private readonly cal: Calendar
  private readonly restarts: boolean

  constructor(cal: Calendar, history: History) {
    this.cal = cal
    this.restarts = history.afterSupplement === 'restart'
    this.limitRule = ruleOf(cal, history.limit)
    this.rule = this.limitRule
    this.count = this.rule.begin(history.receivedAt)
  }

  due(): Due {
    const reasons = [...this.told, ...this.count.reasons]
    return { dueAt: this.count.dueAt, reasons: reasons.toSorted(byDay) }
  }

  runsAt(at: Date): boolean {
    return at < this.count.dueAt
  }

  pause(stop: Stop): void {
    const day = legalDay(stop.from)
    if (!this.runsAt(stop.from) || stop.to === null)
      return this.tell({ day, kind: 'pause-too-late' })
    const span: Span = { from: stop.from, to: stop.to }
    const until = legalDay(stop.to)
    for (const why of stop.whys) this.tell({ day, kind: 'paused', until, why })
    const resumed = this.rule.resume(this.count, span)
    if (!this.restarts || !stop.whys.includes('supplement')) {
      if (stop.whys.includes('supplement')) this.tell({ day: until, kind: 'continued' })
      this.count = resumed
      return
    }
    this.tell({ day: until, kind: 'restarted' })
    const restarted = this.limitRule.begin(span.to)
    if (restarted.dueAt < resumed.dueAt) {
      this.count = resumed
      return
    }
    this.count = restarted
    this.rule = this.limitRule
  }

  /** Takes from the front of `settings` what was decided by `until`, or all. */
  setAll(settings: Setting[], until: Date | null = null): void {
    const later = settings.findIndex(({ at }) => until !== null && at > until)
    for (const setting of settings.splice(0, later < 0 ? settings.length : later)) this.set(setting)
  }

  private set({ at, to, reason }: Setting): void {
    const isLater = to > this.count.dueAt
    // What the law adds is worth telling only where it changed something.
    if (isLater || reason.kind === 'moved') this.tell({ day: legalDay(to), ...reason })
    if (!isLater) return
    this.told = [...this.told, ...this.count.reasons]
    this.rule = movedRule(this.cal, at, to)
    this.count = this.rule.begin(at)
  }

  stopped(stop: Stop): DueAfter {
    for (const why of stop.whys) this.tell({ day: legalDay(stop.from), kind: 'paused', why })
    return { ...this.due(), state: 'paused', pausedSince: stop.from }
  }

  private tell(reason: Reason): void {
    this.told = [...this.told, reason]
  }
}

function byDay(a: Reason, b: Reason): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}

type Stop = { from: Date; to: Date | null; whys: readonly PauseWhy[] }

/** Pauses in order, without what came before receipt; overlapping and adjoining ones are one. */
function stopsOf({ pauses, receivedAt }: History): Stop[] {
  const stops: Stop[] = []
  for (const pause of pauses.toSorted((a, b) => +a.from - +b.from)) {
    if (pause.to !== null && pause.to < pause.from)
      throw new RangeError('a pause ends before it begins')
    const from = pause.from < receivedAt ? receivedAt : pause.from
    if (pause.to !== null && pause.to <= from) continue
    const last = stops.at(-1)
    if (last && joins(last, from, pause.why)) stops[stops.length - 1] = joined(last, pause)
    else stops.push({ from, to: pause.to, whys: [pause.why] })
  }
  return stops
}

/** Two that only adjoin stay apart when one waits for the citizen's papers and the other does not. */
function joins(last: Stop, from: Date, why: PauseWhy): boolean {
  if (last.to === null || from < last.to) return true
  return +from === +last.to && last.whys.includes(why)
}

function joined(last: Stop, { to, why }: Pause): Stop {
  const end = last.to === null || to === null ? null : to > last.to ? to : last.to
  return { from: last.from, to: end, whys: [...new Set([...last.whys, why])] }
}

/**
 * Moves a due date, once, with a reason. Returns what to keep and give to `dueAfter`.
 * Refuses: `due-date-already-moved`, `due-date-in-past`, `due-date-not-later`,
 * `due-date-outside-desk-hours`, `due-date-without-reason`.
 * @basis NĐ 61/2018/NĐ-CP Điều 19(9)
 */
export function moveDueDate(
  cal: Calendar,
  input: { dueAt: Date; moved: Moved | null; to: Date; reason: string; now: Date },
): Moved {
  const { to, now } = input
  const reason = input.reason.trim()
  if (input.moved) throw new Refusal('due-date-already-moved', { movedTo: input.moved.to })
  if (reason === '') throw new Refusal('due-date-without-reason')
  if (to <= now) throw new Refusal('due-date-in-past', { to })
  if (to <= input.dueAt) throw new Refusal('due-date-not-later', { dueAt: input.dueAt })
  if (!isDeskMoment(cal, to)) throw new Refusal('due-date-outside-desk-hours', { to })
  return { at: now, to, reason }
}

/** Hours of a working day where a rule speaks of one in hours. */
const HOURS_A_DAY = 8

/**
 * By when the ward must have received (or declined) a filing: so many times eight working hours
 * after it, at a moment the desk is open.
 * @basis practice.md 17 [check]: the city's setting, "08 giờ làm việc"
 */
export function receiveBy(cal: Calendar, filedAt: Date, workingDays: number): Due {
  const limit: Limit = { kind: 'working-hours', hours: workingDays * HOURS_A_DAY }
  return dueFor(cal, { receivedAt: filedAt, limit })
}
