/** Time is injected: the product never asks the machine's clock anywhere else. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that starts at `start` and runs at the machine's speed: for `MOTCUA_NOW`. */
export function clockFrom(start: Date): Clock {
  const offset = start.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}

export type TestClock = Clock & { set(instant: Date): void; advance(ms: number): void }

/** A clock that only moves when a test moves it. */
export function testClock(start: Date): TestClock {
  let current = start.getTime()
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = instant.getTime()
    },
    advance: (ms) => {
      current += ms
    },
  }
}
