import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** The server that runs in this data directory, also one left behind by a killed product. */
export function runningPostmaster(dataDir: string): number | undefined {
  const pid = Number(statusLines(dataDir)[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  try {
    // A postmaster stands in its data directory; a reused process id does not.
    return readlinkSync(`/proc/${pid}/cwd`) === dataDir ? pid : undefined
  } catch {
    return undefined
  }
}

/** Has the server written that it accepts connections? */
export function isReady(dataDir: string): boolean {
  return statusLines(dataDir)[7]?.trim() === 'ready'
}

function statusLines(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Fast shutdown (sessions are cut, data is checkpointed); immediate when that takes too long. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await gone(pid, 20_000)) return
  signal(pid, 'SIGQUIT')
  if (await gone(pid, 10_000)) return
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    if (!isAlive(pid)) return true
    await delay(20)
  }
  return !isAlive(pid)
}

/** A zombie is gone: nobody has asked for its exit code yet. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (isAlive(pid)) throw error
  }
}
