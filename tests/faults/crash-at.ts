import pg from 'pg'

/** Where a process kills itself: at its n-th statement, before, with or after it. */
export type CrashAt = { n: number; when: 'before' | 'sent' | 'after' }

export function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

type Query = (...args: unknown[]) => unknown

/** Counts the statements of this process from now on, and dies at the one named. */
export function crashAtStatement(crash: CrashAt): void {
  let done = 0
  // The driver's own method, whatever its overloads are.
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function query(this: unknown, ...args: unknown[]) {
    done += 1
    const isIt = done === crash.n
    if (isIt && crash.when === 'before') die()
    const callback = args.at(-1)
    const isLast = isIt && crash.when === 'after'
    if (isLast && typeof callback === 'function') args[args.length - 1] = () => die()
    const result = original.apply(this, args)
    if (isIt && crash.when === 'sent') setImmediate(die)
    return isLast && result instanceof Promise ? result.then(() => die()) : result
  }
}
