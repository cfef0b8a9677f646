import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The product's folder, which holds `data/`, `migrations/` and `src/`: the same for sources and for
 * the bundle under `var/build/`, where a path relative to the source file would lead astray.
 */
export const root = findRoot(import.meta.dirname)

function findRoot(from: string): string {
  if (existsSync(join(from, 'modules.mjs')) && existsSync(join(from, 'package.json'))) return from
  if (from === dirname(from)) throw new Error('the product’s folder was not found')
  return findRoot(dirname(from))
}
