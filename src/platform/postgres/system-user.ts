import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

export type SystemUser = { name: string; uid: number; gid: number }

const NAME = 'motcua-pg'

/**
 * PostgreSQL refuses to run as root. As root we give it a system user of its own, made when it is
 * missing; otherwise it runs as whoever started us and this returns undefined.
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  return findUser(NAME) ?? createUser(NAME)
}

function findUser(name: string): SystemUser | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':')
    if (user === name) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

function createUser(name: string): SystemUser {
  const ways: [string, ...string[]][] = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name],
    ['adduser', '--system', '--group', '--no-create-home', '--shell', '/bin/false', name],
    ['adduser', '-S', '-D', '-H', '-s', '/bin/false', name],
  ]
  let cause: unknown
  for (const [command, ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'pipe' })
    } catch (error) {
      cause = error
    }
    // Two starts at once may both try: whoever made it, it is there.
    const user = findUser(name)
    if (user) return user
  }
  throw new CannotStart({
    vi: `Không tạo được người dùng hệ thống ${name} cho PostgreSQL; hãy chạy bằng người dùng thường hoặc tạo sẵn ${name}.`,
    en: `Cannot create the system user ${name} for PostgreSQL; run as an ordinary user or create ${name} first.`,
    cause,
  })
}

/** Can a user who owns nothing here walk down to this (existing or future) directory? */
export function isReachable(directory: string): boolean {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false })
    if (stat && (stat.mode & 0o001) === 0) return false
  }
  return true
}
