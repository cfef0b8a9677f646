import {
  createPrivateKey,
  randomUUID,
  sign as signData,
  X509Certificate,
  type KeyObject,
} from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '../../platform/refusal.ts'
import { makeAgencyKey, makeRoot, type KeyFile } from './demo-authority.ts'
import { pemBlocks, toPem } from './pem.ts'
import type { Signer } from './signer.ts'

export type FileSigner = {
  /**
   * The signer of an agency. In demo mode its key is made when first asked for; otherwise refuses
   * `signing-key-missing` (`data.agency`).
   */
  signerFor(agency: { code: string; name: string }): Promise<Signer>
  /** DER of the certificates that signatures are checked against. */
  trustedRoots(): Promise<Uint8Array[]>
}

/**
 * Keys in files, mode 0600, under `<home>/keys`:
 * - `agencies/<code>.pem`: private key (PKCS#8), its certificate, those above it. Put another file
 *   there and the agency signs with that; nothing else changes.
 * - `trusted/*.pem`: certificates trusted when checking.
 * - `demo-root.pem`: key and certificate of the demo authority, made at first start in demo mode.
 */
export async function fileSigner(home: string, options: { demo: boolean }): Promise<FileSigner> {
  const folder = join(home, 'keys')
  for (const path of [folder, join(folder, 'agencies'), join(folder, 'trusted')])
    await mkdir(path, { recursive: true, mode: 0o700 })
  if (options.demo) await ensureDemoRoot(folder)
  const known = new Map<string, Promise<Signer>>()
  return {
    signerFor: ({ code, name }) => {
      const signer = known.get(code) ?? loadSigner(folder, { code, name, demo: options.demo })
      known.set(code, signer)
      // A failure is not remembered: the key may be put there later.
      signer.catch(() => known.delete(code))
      return signer
    },
    trustedRoots: () => readTrusted(join(folder, 'trusted')),
  }
}

async function ensureDemoRoot(folder: string): Promise<void> {
  const root = await readOrMake(join(folder, 'demo-root.pem'), makeRoot)
  const [certificate] = pemBlocks(root, 'CERTIFICATE')
  if (!certificate) throw new Error(`${folder}/demo-root.pem holds no certificate`)
  await writeFile(join(folder, 'trusted/demo-root.pem'), toPem(certificate, 'CERTIFICATE'), {
    mode: 0o600,
  })
}

async function loadSigner(
  folder: string,
  agency: { code: string; name: string; demo: boolean },
): Promise<Signer> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(agency.code))
    throw new RangeError('an agency code is not a file name')
  const path = join(folder, 'agencies', `${agency.code}.pem`)
  if (agency.demo) {
    const make = async () =>
      makeAgencyKey(await readFile(join(folder, 'demo-root.pem'), 'utf8'), agency.name)
    return signerOf(await readOrMake(path, make), path)
  }
  const file = await readIfThere(path)
  if (file === undefined) throw new Refusal('signing-key-missing', { agency: agency.code })
  return signerOf(file, path)
}

function signerOf(file: KeyFile, path: string): Signer {
  const certificateChain = pemBlocks(file, 'CERTIFICATE')
  const [first] = certificateChain
  if (!first) throw new Error(`${path} holds no certificate`)
  const key = createPrivateKey(file)
  if (!new X509Certificate(first).checkPrivateKey(key))
    throw new Error(`${path}: the first certificate is not that of the key`)
  return {
    certificateChain,
    algorithm: algorithmOf(key, path),
    sign: async (attributes) => new Uint8Array(await signAsync('sha256', attributes, key)),
  }
}

const signAsync = promisify<string, Uint8Array, KeyObject, Buffer>(signData)

function algorithmOf(key: KeyObject, path: string): Signer['algorithm'] {
  if (key.asymmetricKeyType === 'ec') return 'ECDSA-SHA256'
  if (key.asymmetricKeyType === 'rsa') return 'RSA-SHA256'
  throw new Error(`${path}: only RSA and elliptic curve keys sign papers`)
}

async function readTrusted(folder: string): Promise<Uint8Array[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.pem')).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return texts.flatMap((text) => pemBlocks(text, 'CERTIFICATE'))
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Two processes that make the same key at once both end with the first one's. */
async function readOrMake(path: string, make: () => Promise<KeyFile>): Promise<KeyFile> {
  const there = await readIfThere(path)
  if (there !== undefined) return there
  const made = `${path}.${randomUUID()}.new`
  const handle = await open(made, 'wx', 0o600)
  try {
    await handle.writeFile(await make())
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(made, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(made, { force: true })
  }
  return readFile(path, 'utf8')
}
