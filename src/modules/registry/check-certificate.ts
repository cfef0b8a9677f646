import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  definitionOf,
  findDossierAt,
  isGiven,
  worldOf,
  type Dossier,
  type Location,
} from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Text } from '../forms/index.ts'
import { entryState } from './acts.ts'
import { findCertificate, findVerified } from './certificate-store.ts'
import { findVerifiedExtract, type Extract } from './extract-store.ts'
import {
  findEntryByKey,
  findEntryOf,
  listEntries,
  type EntryKey,
  type EntryWithAct,
} from './store.ts'

/** What anybody may know of a certificate: kind, agency, day, whether it holds. No names. */
export type Checked = {
  kind: Text
  agencyId: string
  day: PlainDate
  /** `corrected`: what it says was put right after it was given. */
  verdict: 'valid' | 'not-yet-collected' | 'replaced' | 'corrected' | 'crossed-out'
}

/** Checks the token of a certificate's QR. Refuses `certificate-unknown` for anything else. */
export async function checkCertificate(ctx: Ctx, token: string): Promise<Checked> {
  const tokenHash = sha256Hex(token)
  const extract = await findVerifiedExtract(ctx.db, tokenHash)
  if (extract) return checkExtract(ctx, extract)
  const certificate = await findVerified(ctx.db, { token, tokenHash })
  const dossier = certificate && (await findDossierAt(ctx.db, certificate))
  if (!certificate?.issuedAt || !dossier) throw new Refusal('certificate-unknown')
  const definition = definitionOf(await worldOf(ctx.db), dossier)
  return {
    kind: definition.result.name,
    agencyId: certificate.bookAgencyId ?? certificate.agencyId,
    day: legalDay(certificate.preparedAt),
    verdict: verdictOf(certificate, dossier, await findEntryOf(ctx.db, certificate)),
  }
}

const EXTRACT_NAMES: Readonly<Record<Extract['series'], Text>> = {
  birthCopy: { vi: 'Trích lục khai sinh (bản sao)', en: 'Extract of a birth (copy)' },
  deathCopy: { vi: 'Trích lục khai tử (bản sao)', en: 'Extract of a death (copy)' },
  amendment: { vi: 'Trích lục cải chính hộ tịch', en: 'Extract of a correction' },
}

async function checkExtract(ctx: Ctx, extract: Extract): Promise<Checked> {
  if (!extract.issuedAt) throw new Refusal('certificate-unknown')
  const { agencyId, book, bookYear, entryNo, preparedAt, series } = extract
  const key = { agencyId, book, year: bookYear ?? 0, no: entryNo ?? 0 }
  const acts = entryNo === null ? [] : ((await findEntryByKey(ctx.db, key))?.acts ?? [])
  const isOutdated =
    series !== 'amendment' &&
    acts.some(({ kind, writtenAt }) => kind === 'corrected' && writtenAt > preparedAt)
  const isAnnulled = entryState(acts) === 'annulled'
  return {
    kind: EXTRACT_NAMES[series],
    agencyId,
    day: legalDay(preparedAt),
    verdict: isAnnulled ? 'crossed-out' : isOutdated ? 'corrected' : 'valid',
  }
}

function verdictOf(
  certificate: { replacedAt: Date | null },
  dossier: Dossier,
  entry: EntryWithAct | undefined,
): Checked['verdict'] {
  const isAnnulled = entry && entryState(entry.acts) === 'annulled'
  if (dossier.state === 'lapsed' || isAnnulled) return 'crossed-out'
  if (certificate.replacedAt) return 'replaced'
  return isGiven(dossier) ? 'valid' : 'not-yet-collected'
}

/** The certificate's bytes; the caller has checked who asks. Refuses `certificate-not-ready`. */
export async function readCertificate(
  ctx: Ctx,
  files: FileStore,
  at: Location,
): Promise<Uint8Array> {
  const certificate = await findCertificate(ctx.db, at)
  if (!certificate?.sha256) throw new Refusal('certificate-not-ready')
  return files.read(certificate.sha256)
}

export type IssuedPaper = { sha256: string; sizeBytes: number }

/** The signed paper as it lies in the file store; undefined until the job has made it. */
export async function findIssuedPaper(
  db: Queryable,
  at: Location,
): Promise<IssuedPaper | undefined> {
  const certificate = await findCertificate(db, at)
  const { sha256, sizeBytes } = certificate ?? {}
  return sha256 && sizeBytes ? { sha256, sizeBytes } : undefined
}

/** How a dossier stands in its register, for pages; undefined before the signature. */
export function findEntry(ctx: Ctx, at: Location): Promise<EntryWithAct | undefined> {
  return findEntryOf(ctx.db, at)
}

export type BookPage = { agencyId: string; book: EntryKey['book']; year: number; before?: number }

/** One page of a book's entries, newest number first, at most 50. */
export function listBook(ctx: Ctx, page: BookPage): Promise<EntryWithAct[]> {
  const { before = 2 ** 31 - 1, ...book } = page
  return listEntries(ctx.db, book, { before, limit: 50 })
}
