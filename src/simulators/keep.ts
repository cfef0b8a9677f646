import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PartnerState } from './partner.ts'
import type { PartnerKind } from './services.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** What a simulator remembers between runs, as one JSON file, and its key. */
export type Kept = { state: PartnerState; settings: Settings }

export type Keeping = {
  kept: Kept
  privateKey: KeyObject
  publicKey: KeyObject
  save(): void
}

/** Opens the memory of a simulator in `home`; made when it is not there. */
export function openKeeping(home: string, kind: PartnerKind): Keeping {
  const folder = join(home, 'simulators')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${kind}.json`)
  const kept: Kept = readJson(path) ?? {
    state: { done: 0, codes: 0, legs: {} },
    settings: defaultSettings,
  }
  const privateKey = readKey(join(folder, `${kind}.pem`))
  return {
    kept,
    privateKey,
    publicKey: createPublicKey(privateKey),
    save: () => {
      const half = `${path}.new`
      writeFileSync(half, JSON.stringify(kept), { mode: 0o600, flush: true })
      renameSync(half, path)
    },
  }
}

function readJson(path: string): Kept | undefined {
  const text = readIfThere(path)
  return text === undefined ? undefined : (JSON.parse(text) as Kept) // written by `save`
}

function readKey(path: string): KeyObject {
  const there = readIfThere(path)
  if (there !== undefined) return createPrivateKey(there)
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx', flush: true })
  return privateKey
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
