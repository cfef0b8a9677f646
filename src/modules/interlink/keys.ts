import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  endOlderKeys,
  findKey,
  insertKey,
  lockKeysOf,
  revokeKey,
  selectHoldingKeys,
  type KeyRow,
} from './store-keys.ts'

export type SigningKey = { keyId: string; privateKey: KeyObject }

type Timed = Pick<Ctx, 'db' | 'clock'>

/** Private keys of the parties that work in here, one file each in `<home>/keys/interlink`. */
export type Keys = {
  /** The key that the party signs with now; its first is made when it first signs. */
  signing(ctx: Timed, party: string): Promise<SigningKey>
  /** A new key from now on; older ones are accepted until `overlapDays` have passed. */
  rotate(ctx: Timed, given: { party: string; overlapDays: number }): Promise<SigningKey>
}

/** A change made by another process is seen after this; the older key still holds meanwhile. */
const KEPT_MS = 5_000
const DAY_MS = 86_400_000

export function openKeys(home: string): Keys {
  const folder = join(home, 'keys', 'interlink')
  const kept = new Map<string, { key: SigningKey; readAt: number }>()
  const keep = (party: string, key: SigningKey, ctx: Timed): SigningKey => {
    kept.set(party, { key, readAt: ctx.clock.now().getTime() })
    return key
  }
  return {
    signing: async (ctx, party) => {
      const known = kept.get(party)
      const now = ctx.clock.now()
      const age = known && now.getTime() - known.readAt
      if (known && age! >= 0 && age! < KEPT_MS) return known.key
      const at = { folder, party, now }
      return keep(party, (await readCurrent(ctx.db, at)) ?? (await makeFirst(ctx, at)), ctx)
    },
    rotate: async (ctx, { party, overlapDays }) => {
      const now = ctx.clock.now()
      const key = await ctx.db.tx(async (db) => {
        await lockKeysOf(db, party)
        const made = await make(db, { folder, party, now })
        const at = new Date(now.getTime() + overlapDays * DAY_MS)
        await endOlderKeys(db, { party, except: made.keyId, at })
        return made
      })
      return keep(party, key, ctx)
    },
  }
}

type At = { folder: string; party: string; now: Date }

async function readCurrent(db: Queryable, at: At): Promise<SigningKey | undefined> {
  for (const { isOurs, keyId } of await selectHoldingKeys(db, at.party, at.now)) {
    const privateKey = isOurs ? await readPrivate(at.folder, keyId) : undefined
    if (privateKey !== undefined) return { keyId, privateKey }
  }
  return undefined
}

/** Undefined when the file is not there: the home is another's, or was lost. */
async function readPrivate(folder: string, keyId: string): Promise<KeyObject | undefined> {
  try {
    return createPrivateKey(await readFile(join(folder, `${keyId}.pem`)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`the key ${keyId} cannot be read`, { cause: error })
  }
}

function makeFirst(ctx: Timed, at: At): Promise<SigningKey> {
  return ctx.db.tx(async (db) => {
    await lockKeysOf(db, at.party)
    return (await readCurrent(db, at)) ?? make(db, at)
  })
}

async function make(db: Queryable, { folder, party, now }: At): Promise<SigningKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keyId = keyIdOf(party, publicKey)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(join(folder, `${keyId}.pem`), pem, { mode: 0o600, flag: 'wx', flush: true })
  await insertKey(db, rowOf({ party, publicKey, isOurs: true, validFrom: now, validTo: null }))
  return { keyId, privateKey }
}

/** `<party>.<the first 16 hex digits of the SHA-256 of the 32 raw bytes>`: anybody can name it. */
export function keyIdOf(party: string, publicKey: KeyObject): string {
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return `${party}.${sha256Hex(raw).slice(0, 16)}`
}

type NewKey = Pick<KeyRow, 'party' | 'isOurs' | 'validFrom' | 'validTo'> & { publicKey: KeyObject }

function rowOf({ publicKey, ...key }: NewKey): KeyRow {
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { ...key, keyId: keyIdOf(key.party, publicKey), publicKey: spki, revokedAt: null }
}

/** By their bytes, which say all there is to them: reading one costs as much as checking with it. */
const readKeys = new Map<string, KeyObject>()
const READ_KEYS_MAX = 2_000

export function publicKeyOf({ publicKey }: Pick<KeyRow, 'publicKey'>): KeyObject {
  const known = readKeys.get(publicKey)
  if (known !== undefined) return known
  const key = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  })
  if (readKeys.size >= READ_KEYS_MAX) readKeys.clear()
  readKeys.set(publicKey, key)
  return key
}

export type ImportKey = { party: string; text: string; validFrom?: Date; validTo?: Date }

/**
 * Takes the public key that a partner handed over: PEM, or the 32 raw bytes or an SPKI in base64.
 * Returns its id. Refuses `key-unreadable`, `key-known`.
 */
export async function importKey(ctx: Timed, given: ImportKey): Promise<string> {
  const publicKey = readPublic(given.text.trim())
  const row = rowOf({
    party: given.party,
    publicKey,
    isOurs: false,
    validFrom: given.validFrom ?? ctx.clock.now(),
    validTo: given.validTo ?? null,
  })
  if (!(await insertKey(ctx.db, row))) throw new Refusal('key-known', { keyId: row.keyId })
  return row.keyId
}

/** What goes before the 32 raw bytes of an Ed25519 key in SPKI (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function readPublic(text: string): KeyObject {
  try {
    const raw = Buffer.from(text, 'base64url')
    const der = raw.length === 32 ? Buffer.concat([SPKI_PREFIX, raw]) : raw
    const key = text.startsWith('-----')
      ? createPublicKey(text)
      : createPublicKey({ key: der, format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below: what it was, is not repeated.
  }
  throw new Refusal('key-unreadable')
}

/** From now on nothing signed with it is taken. Refuses `key-unknown`. */
export async function revoke(ctx: Timed, keyId: string): Promise<void> {
  const isThere = await revokeKey(ctx.db, keyId, ctx.clock.now())
  if (!isThere) throw new Refusal('key-unknown', { keyId })
}

/** The key of a signature. Refuses `key-unknown`, `key-revoked`, `key-expired`. */
export async function getHoldingKey(ctx: Timed, keyId: string): Promise<KeyRow> {
  return ensureHolds(await findKey(ctx.db, keyId), ctx.clock.now())
}

/** Refuses `key-unknown` (also before its first day), `key-revoked`, `key-expired`. */
export function ensureHolds(row: KeyRow | undefined, now: Date): KeyRow {
  if (row === undefined || row.validFrom > now) throw new Refusal('key-unknown')
  if (row.revokedAt !== null) throw new Refusal('key-revoked')
  if (row.validTo !== null && row.validTo <= now) throw new Refusal('key-expired')
  return row
}
