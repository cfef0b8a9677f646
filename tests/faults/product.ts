import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'

export type Product = {
  /** Everything it has said so far. */
  said(): string
  /** Settles when the addresses are printed; rejects when it ends before. */
  up: Promise<void>
  exit: Promise<number | null>
  /** Sends a signal to the script that a person started. */
  signal(name: NodeJS.Signals): void
}

/** Starts the product as a person does, in a home of its own, with nothing of our environment. */
export function startProduct(env: Record<string, string>): Product {
  const child = spawn(process.execPath, [join(root, 'bin/run.mjs'), 'start'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const up = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString()
      if (text.includes('/ Desk')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exit.then((code) => reject(new Error(`ended with ${code}: ${text}`)))
  })
  up.catch(() => undefined)
  return { said: () => text, up, exit, signal: (name) => void child.kill(name) }
}

export function temporaryHome(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'motcua-home-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Holds a port of the machine's choice until closed. */
export async function takePort(): Promise<{ port: number; server: Server }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is an object.
  return { port: (server.address() as AddressInfo).port, server }
}

export async function freePort(): Promise<number> {
  const { port, server } = await takePort()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Process numbers of the running application and of its PostgreSQL. */
export function processesOf(home: string): { app: number; postgres: number } {
  const first = (path: string): number => Number(readFileSync(path, 'utf8').split('\n')[0])
  return {
    app: first(join(home, 'motcua.pid')),
    postgres: first(join(home, 'pg', 'data', 'postmaster.pid')),
  }
}
