import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProcedureDefinition } from '../modules/procedures/index.ts'

/** The door of a procedure's folder, `index.ts`. */
export type ProcedureFolder = {
  /** Oldest first, without gaps. */
  revisions: readonly ProcedureDefinition[]
  /** Makes the folder's own checks and results known; safe to repeat. Left out where all is data. */
  register?(): void
}

/** Opens every folder below, in the order of their names. None, or one without revisions, is a fault. */
export async function openFolders(below: string): Promise<ProcedureFolder[]> {
  const names = readdirSync(below, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
  if (names.length === 0) throw new Error(`no procedure's folder in ${below}`)
  return Promise.all(names.map((name) => openFolder(join(below, name))))
}

async function openFolder(path: string): Promise<ProcedureFolder> {
  const door = (await import(
    pathToFileURL(join(path, 'index.ts')).href
  )) as Partial<ProcedureFolder>
  const { revisions, register } = door
  if (revisions === undefined || revisions.length === 0)
    throw new Error(`${path}/index.ts gives no revisions`)
  return register === undefined ? { revisions } : { revisions, register }
}
