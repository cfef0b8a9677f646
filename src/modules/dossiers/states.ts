/** Where a dossier can stand; what leads from one to another is the table of `machine.ts`. */
export const states = [
  'filed',
  'completing',
  'declined',
  'processing',
  'supplementing',
  'previewing',
  'signing',
  'refusing',
  'signed',
  'interlinking',
  'handed_over',
  'refused',
  'withdrawn',
  'lapsed',
] as const

export type State = (typeof states)[number]

/**
 * The national list of dossier statuses, 1–10, for each of our states.
 * @basis TT 22/2019/TT-BTTTT Điều 4
 */
export const nationalStatus: Readonly<Record<State, number>> = {
  filed: 1,
  completing: 5,
  declined: 3,
  processing: 4,
  supplementing: 5,
  previewing: 4,
  signing: 4,
  refusing: 4,
  signed: 9,
  interlinking: 4,
  handed_over: 10,
  refused: 8,
  withdrawn: 7,
  lapsed: 8,
}

export const openStates: readonly State[] = [
  'filed',
  'completing',
  'processing',
  'supplementing',
  'previewing',
  'signing',
  'refusing',
  'signed',
  'interlinking',
]

/** States in which the agency has nothing left to decide. */
export function isEnded(state: State): boolean {
  return ['declined', 'handed_over', 'refused', 'withdrawn', 'lapsed'].includes(state)
}
