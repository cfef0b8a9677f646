import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** What went wrong on the way, counted. */
export type Faults = {
  requestsLost: number
  repliesLost: number
  doubled: number
  late: number
  echoes: number
  garbled: number
  faked: number
}

/** Shares of a thousand. */
const SHARES: Readonly<Record<keyof Faults, number>> = {
  requestsLost: 20,
  repliesLost: 20,
  doubled: 30,
  late: 50,
  echoes: 30,
  garbled: 12,
  faked: 10,
}

export type Channel = {
  /** `http://127.0.0.1:…`, to be called instead of the other side. */
  url: string
  faults: Faults
  /** From now on everything arrives. */
  mend(): void
  close(): Promise<void>
}

type Carried = { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }
type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** An HTTP way to `port` that loses, doubles, delays, repeats, garbles and fakes. */
export async function lossyChannel(port: number, chance: () => number): Promise<Channel> {
  const faults: Faults = {
    requestsLost: 0,
    repliesLost: 0,
    doubled: 0,
    late: 0,
    echoes: 0,
    garbled: 0,
    faked: 0,
  }
  let isMended = false
  const happens = (fault: keyof Faults): boolean => {
    if (isMended || chance() * 1000 >= SHARES[fault]) return false
    faults[fault] += 1
    return true
  }

  const pass = async (carried: Carried): Promise<Answer | undefined> => {
    if (happens('requestsLost')) return undefined
    // Somebody else answers for the other side, which hears nothing.
    if (happens('faked')) return { status: 200, headers: {}, body: Buffer.from('{"ok":true}') }
    if (happens('late')) await delay(chance() * 100)
    // A copy that comes again when much has happened since.
    if (happens('echoes')) void delay(chance() * 2_000).then(() => forward(port, carried))
    if (happens('doubled')) void forward(port, carried)
    const answer = await forward(port, carried)
    if (happens('repliesLost')) return undefined
    if (happens('garbled') && answer) return { ...answer, body: Buffer.from('<html>?</html>') }
    return answer
  }

  const server = createServer((incoming, outgoing) => {
    void readAll(incoming)
      .then((body) =>
        pass({
          method: incoming.method ?? 'POST',
          path: incoming.url ?? '/',
          headers: incoming.headers,
          body,
        }),
      )
      .then((answer) => {
        if (answer === undefined) return void outgoing.destroy()
        const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers
        outgoing.writeHead(answer.status, headers)
        return void outgoing.end(answer.body)
      })
      .catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    mend: () => {
      isMended = true
    },
    close: () => closeNow(server),
  }
}

/** Undefined when the other side is not there, or dies over it. */
function forward(port: number, { body, ...carried }: Carried): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const sent = request({ ...carried, host: '127.0.0.1', port, timeout: 10_000 }, (incoming) => {
      const { statusCode: status = 502, headers } = incoming
      readAll(incoming).then(
        (read) => resolve({ status, headers, body: read }),
        () => resolve(undefined),
      )
    })
    sent.once('error', () => resolve(undefined))
    sent.once('timeout', () => sent.destroy())
    sent.end(body)
  })
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

function closeNow(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
