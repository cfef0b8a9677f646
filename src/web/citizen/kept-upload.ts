import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DossierFile } from '../../modules/dossiers/index.ts'
import { secretToken } from '../../platform/ids.ts'

export type KeptUpload = Omit<DossierFile, 'addedAt'>

/** Of this process: after a restart a kept file is simply chosen again. */
const key = secretToken()

/**
 * A stored file that is not yet part of a dossier, for a hidden field of the form that is shown
 * again: sealed, so that nobody can name bytes they did not send.
 */
export function sealUpload(dossierId: string, file: KeptUpload): string {
  const text = Buffer.from(JSON.stringify(file)).toString('base64url')
  return `${text}.${macOf(dossierId, text)}`
}

/** What `sealUpload` sealed for this dossier; undefined for anything else. */
export function openUpload(dossierId: string, sealed: string): KeptUpload | undefined {
  const [text = '', mac = ''] = sealed.split('.')
  const expected = macOf(dossierId, text)
  const isOurs =
    mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected))
  // Only what this process wrote itself passes the seal.
  return isOurs ? (JSON.parse(Buffer.from(text, 'base64url').toString()) as KeptUpload) : undefined
}

function macOf(dossierId: string, text: string): string {
  return createHmac('sha256', key).update(`${dossierId}\n${text}`).digest('base64url')
}
