import type { Bodies, MessageType } from '../modules/interlink/index.ts'
import type { Service, Work } from './services.ts'
import type { Settings } from './settings.ts'

/** A message to write after some time. */
export type Planned = {
  [T in MessageType]: { type: T; body: Bodies[T]; afterMs: number }
}[MessageType]

export type Situation = {
  settings: Settings
  service: Service
  work: Work
  /** Its own code for the leg, as its officers would name it. */
  code: string
  dueAt: string
  /** True with that share of a hundred. */
  chance(percent: number): boolean
}

/** What the partner answers to an opening: that it came, then a question, a refusal or the result. */
export function answerOpen(at: Situation): readonly Planned[] {
  const { settings, chance } = at
  if (settings.mode === 'silent') return []
  const received: Planned = {
    type: 'received',
    body: { code: at.code, dueAt: at.dueAt },
    afterMs: 0,
  }
  const { supplement } = at.service
  if (supplement !== null && chance(settings.supplementPercent)) {
    const items = [{ id: '1', ...supplement }]
    const asked = { type: 'requestSupplement' as const, body: { no: 1, items } }
    return [received, { ...asked, afterMs: settings.workMs }]
  }
  return [received, conclusion(at)]
}

/** After the ward's answer nothing more is asked. */
export function answerSupplement(at: Situation): readonly Planned[] {
  return at.settings.mode === 'silent' ? [] : [conclusion(at)]
}

function conclusion(at: Situation): Planned {
  const { settings, service, work } = at
  if (at.chance(settings.refusePercent)) {
    return { type: 'refused', body: { reason: service.refusal }, afterMs: settings.workMs }
  }
  const body = { facts: service.results(work), paper: null }
  return { type: 'result', body, afterMs: settings.workMs }
}
