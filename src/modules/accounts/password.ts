import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal } from '../../platform/refusal.ts'

const derive = promisify(argon2)

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_BYTES = 32
const LENGTH_MIN = 12
const LENGTH_MAX = 200

/** Throws Refusal `password-too-short` or `password-is-name`. */
export function ensureGoodPassword(password: string, owner: { login: string; name: string }): void {
  if ([...password].length < LENGTH_MIN || password.length > LENGTH_MAX)
    throw new Refusal('password-too-short')
  const folded = fold(password)
  // A user name of three letters may stand in any sentence.
  const names = [owner.name, owner.login].map(fold).filter((name) => name.length > 3)
  if (names.some((name) => folded.includes(name))) throw new Refusal('password-is-name')
}

function fold(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
  return plain.toLowerCase().replaceAll('đ', 'd').replaceAll(/\s+/g, '')
}

/** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, { nonce, ...COST })
  const { memory, passes, parallelism } = COST
  const head = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}`
  return `${head}$${unpadded(nonce)}$${unpadded(tag)}`
}

/**
 * Is this the password? With no hash (unknown name, invited, disabled) it does the same work and
 * says no, so that the time taken tells nothing.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parsed = parse(hash ?? (await decoy))
  const tag = await tagOf(password.slice(0, LENGTH_MAX), parsed)
  return timingSafeEqual(tag, parsed.tag) && hash !== null
}

const decoy = hashPassword(randomBytes(16).toString('base64url'))

type Derivation = { nonce: Buffer; memory: number; passes: number; parallelism: number }

function tagOf(
  password: string,
  { nonce, memory, passes, parallelism }: Derivation,
): Promise<Buffer> {
  // The same letters typed with another Vietnamese input method are the same password.
  const message = password.normalize('NFC')
  return derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength: TAG_BYTES })
}

function parse(hash: string): Derivation & { tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (!match) throw new Error('not an argon2id hash')
  const [, memory, passes, parallelism, nonce, tag] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce!, 'base64'),
    tag: Buffer.from(tag!, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
