export type StopSignal = {
  /** Settles with the exit code once somebody wants the product to stop. */
  requested: Promise<number>
  isRequested(): boolean
  request(code: number): void
}

/** Ctrl-C, SIGTERM, or the end of the process that started us. A second one changes nothing. */
export function stopSignal(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<number>()
  let isRequested = false
  const request = (code: number): void => {
    isRequested = true
    resolve(code)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => request(0))
  if (process.channel) {
    process.on('disconnect', () => request(0))
    process.channel.unref()
  }
  return { requested: promise, isRequested: () => isRequested, request }
}
