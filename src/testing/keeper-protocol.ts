import { connect, type Socket } from 'node:net'
import { resolve } from 'node:path'
import { sha256Hex } from '../platform/ids.ts'

/** What the keeper answers to everybody who connects, once PostgreSQL is ready. */
export type KeeperHello = { socketDir: string; password: string } | { failed: string }

export const root = resolve(import.meta.dirname, '../..')

/** `15` for Debian's PostgreSQL 15, otherwise the one in the locked dependencies. */
export function postgresMajor(): '15' | '18' {
  return process.env['MOTCUA_TEST_PG'] === '15' ? '15' : '18'
}

/**
 * An abstract socket: it is the lock (one keeper for a tree and a version), the meeting point, and
 * the count of who is there, and it vanishes with its process whatever kills that.
 */
export function keeperAddress(): string {
  return `\0motcua-test-${sha256Hex(`${root} ${postgresMajor()}`).slice(0, 24)}`
}

/** Undefined when nobody keeps a server. */
export function connectKeeper(): Promise<Socket | undefined> {
  return new Promise((settle) => {
    const socket = connect({ path: keeperAddress() })
    socket.once('connect', () => settle(socket))
    socket.once('error', () => settle(undefined))
  })
}

export function readHello(socket: Socket): Promise<KeeperHello> {
  return new Promise((settle, fail) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      text += chunk
      // Both ends are this file's: one line of JSON of the type above.
      if (text.endsWith('\n')) settle(JSON.parse(text) as KeeperHello)
    })
    socket.once('close', () => fail(new Error('the keeper of the test database went away')))
  })
}
