import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ensureStaff, getForStaff, worldOf } from '../dossiers/index.ts'
import { renderPaper, type BirthCertificateData } from '../papers/index.ts'
import {
  changeBlank,
  countBlanks,
  findBlank,
  insertBlanks,
  listBlanks,
  listPrinters,
  nextBlank,
  upsertPrinter,
  type Printer,
} from './blank-store.ts'
import { entryPaper, viewOfEntry } from './entry-paper.ts'
import { findEntryOf, type EntryWithAct } from './store.ts'

const SERIAL = /^([0-9A-Z./-]*?)(\d{1,12})$/
/** A delivery is a packet of blanks, not a year's supply typed by mistake. */
export const BLANKS_AT_ONCE_MAX = 1000

export type ReceiveBlanks = { firstSerial: string; count: number }

/**
 * Takes numbered blanks into stock: `count` serials from the first, counting up its last digits.
 * Returns how many were new. Refuses `blank-serial-unclear`, `not-found` to others than staff.
 * @basis TT 15/2015/TT-BTP Điều 29; practice.md 4
 */
export async function receiveBlanks(ctx: Ctx, input: ReceiveBlanks): Promise<number> {
  const { agencyId, staffId } = ensureStaff(ctx)
  const now = ctx.clock.now()
  const serials = serialsFrom(input)
  const given = { serials, receivedOn: legalDay(now), by: staffId, at: now }
  return insertBlanks(ctx.db, agencyId, given)
}

function serialsFrom({ firstSerial, count }: ReceiveBlanks): readonly string[] {
  const match = SERIAL.exec(firstSerial.trim().toUpperCase())
  const isCount = Number.isSafeInteger(count) && count > 0 && count <= BLANKS_AT_ONCE_MAX
  if (!match || !isCount || firstSerial.trim().length > 20)
    throw new Refusal('blank-serial-unclear')
  const [, prefix = '', digits = ''] = match
  const last = Number(digits) + count - 1
  if (String(last).length > digits.length) throw new Refusal('blank-serial-unclear')
  return Array.from(
    { length: count },
    (_, index) => prefix + String(Number(digits) + index).padStart(digits.length, '0'),
  )
}

export type PrintOnBlank = { code: string; serial: string; printerId: string }

/**
 * Prints a signed certificate's values onto a numbered blank: the blank is used by this dossier
 * from now on; printing the same again (a paper jam before the ink) is allowed on the same blank.
 * Refuses `not-found`, `blank-not-in-stock`, `printer-unknown`, `act-not-now`,
 * `paper-without-blank`.
 */
export async function printOnBlank(ctx: Ctx, input: PrintOnBlank): Promise<Uint8Array> {
  const { agencyId, staffId } = ensureStaff(ctx)
  const dossier = await getForStaff(ctx, input.code)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = await findEntryOf(ctx.db, at)
  const isCrossedOut = entry?.act?.kind === 'crossed-out'
  if (!entry || isCrossedOut) throw new Refusal('act-not-now', { state: dossier.state })
  const printer = (await listPrinters(ctx.db, agencyId)).find(({ id }) => id === input.printerId)
  if (!printer) throw new Refusal('printer-unknown')
  const certificate = await certificateOf(ctx, entry)
  const serial = input.serial.trim().toUpperCase()
  const isUsed = await changeBlank(ctx.db, agencyId, {
    serial,
    state: 'used' as const,
    from: ['in-stock'] as const,
    dossierId: dossier.id,
    reason: null,
    by: staffId,
    at: ctx.clock.now(),
  })
  const isOurs = isUsed || (await isUsedBy(ctx, { agencyId, serial, dossierId: dossier.id }))
  if (!isOurs) throw new Refusal('blank-not-in-stock')
  const data = { certificate, offset: { dxMm: printer.dxMm, dyMm: printer.dyMm } }
  return renderPaper('blank-overlay@1', data, { createdAt: entry.preparedAt })
}

/** What the blank's frame is filled with. Refuses `paper-without-blank`: an extract has none. */
async function certificateOf(ctx: Ctx, entry: EntryWithAct): Promise<BirthCertificateData> {
  const world = await worldOf(ctx.db)
  const paper = entryPaper(world, await viewOfEntry(ctx.db, world, entry), {
    entry,
    as: 'original',
  })
  const { template } = paper
  const isCertificate = template === 'birth-certificate@1' || template === 'birth-certificate@2'
  if (!isCertificate) throw new Refusal('paper-without-blank')
  return paper.data
}

async function isUsedBy(
  ctx: Ctx,
  asked: { agencyId: string; serial: string; dossierId: string },
): Promise<boolean> {
  const blank = await findBlank(ctx.db, asked.agencyId, asked.serial)
  return blank?.state === 'used' && blank.dossierId === asked.dossierId
}

/** Keeps a printer's offsets, in millimetres, -30 to 30. Refuses `printer-offset-unclear`. */
export async function savePrinter(ctx: Ctx, printer: Printer): Promise<void> {
  const { agencyId } = ensureStaff(ctx)
  const isOffset = [printer.dxMm, printer.dyMm].every(
    (mm) => Number.isFinite(mm) && Math.abs(mm) <= 30,
  )
  const isNamed = /^[a-z0-9-]{1,30}$/.test(printer.id) && printer.name.trim() !== ''
  if (!isOffset || !isNamed || printer.name.length > 60) throw new Refusal('printer-offset-unclear')
  await upsertPrinter(ctx.db, agencyId, { ...printer, name: printer.name.trim() })
}

/** Stock, last changes and printers of the officer's agency. */
export async function viewBlanks(ctx: Ctx) {
  const { agencyId } = ensureStaff(ctx)
  const [counts, blanks, printers, next] = await Promise.all([
    countBlanks(ctx.db, agencyId),
    listBlanks(ctx.db, agencyId, 50),
    listPrinters(ctx.db, agencyId),
    nextBlank(ctx.db, agencyId),
  ])
  return { counts, blanks, printers, next }
}
