import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'

export type HomeLock = {
  /** Tells a second start that this one is on its way out and worth waiting for. */
  markStopping(): void
  release(): void
}

/** A product that is stopping is waited for, at most this long. */
const STOPPING_MS = 20_000

/** Makes the home and checks that we may write in it. Throws `CannotStart`. */
export function ensureHome(home: string): void {
  const probe = join(home, `.probe-${process.pid}`)
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new CannotStart({
      vi: `Không ghi được vào thư mục ${home} (${reasonOf(cause)}); hãy cấp quyền ghi hoặc đặt MOTCUA_HOME tới thư mục khác.`,
      en: `Cannot write in ${home}; allow it or set MOTCUA_HOME to another directory.`,
      cause,
    })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/**
 * One product for a home. The lock is a socket of the kernel's: it goes with its process, whatever
 * ends that, so there is no stale lock to judge. `motcua.pid` says who holds it.
 */
export async function lockHome(home: string): Promise<HomeLock> {
  const { dev, ino } = statSync(home)
  const file = join(home, 'motcua.pid')
  const socket = createServer()
  for (let waited = 0; ; waited += 100) {
    if (await holds(socket, `\0motcua-home-${dev}-${ino}`)) break
    const [pid, state] = readHolder(file)
    if (state !== 'stopping' || waited >= STOPPING_MS) throw heldBy(home, pid)
    await delay(100)
  }
  socket.unref()
  writeFileSync(file, `${process.pid}\n`)
  return {
    markStopping: () => writeFileSync(file, `${process.pid}\nstopping\n`),
    release: () => {
      rmSync(file, { force: true })
      socket.close()
    },
  }
}

function holds(socket: ReturnType<typeof createServer>, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    socket.once('error', onError)
    socket.listen({ path }, () => {
      socket.off('error', onError)
      resolve(true)
    })
  })
}

function readHolder(file: string): [pid: string, state: string | undefined] {
  try {
    const [pid = '?', state] = readFileSync(file, 'utf8').split('\n')
    return [pid, state]
  } catch {
    return ['?', undefined]
  }
}

function heldBy(home: string, pid: string): CannotStart {
  return new CannotStart({
    vi: `Một Cửa đang chạy trên ${home} (tiến trình ${pid}); hãy dừng nó trước hoặc đặt MOTCUA_HOME khác.`,
    en: `Một Cửa already runs on ${home} (process ${pid}); stop it first or set another MOTCUA_HOME.`,
  })
}
