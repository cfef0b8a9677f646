import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { socketUrl, type Secrets } from './embedded.ts'
import { APP_ROLE, DATABASE } from './roles.ts'

/** Line of `postmaster.pid` that names the socket's directory. */
const SOCKET_LINE = 4

/**
 * How to reach the product's own PostgreSQL while the product runs, as the application's role: for
 * commands beside it. Undefined when none runs in this home.
 */
export function runningAppUrl(home: string): string | undefined {
  const pidFile = join(home, 'pg', 'data', 'postmaster.pid')
  const secretsFile = join(home, 'secrets', 'postgres.json')
  if (!existsSync(pidFile) || !existsSync(secretsFile)) return undefined
  const socketDir = readFileSync(pidFile, 'utf8').split('\n')[SOCKET_LINE]?.trim()
  // Written by the product itself.
  const secrets = JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets
  if (!socketDir) return undefined
  return socketUrl({ role: APP_ROLE, password: secrets.app, database: DATABASE, socketDir })
}
