import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { isEnded, type Dossier, type DossierEvent, type Listener } from '../dossiers/index.ts'
import type { SlipData } from '../papers/index.ts'
import { apologySheet } from './apology-sheet.ts'
import { controlSheet } from './control-sheet.ts'
import { extensionSheet } from './extension-sheet.ts'
import { receiptSheet, registerLine } from './receipt-sheet.ts'
import { declineSheet, refusalSheet } from './refusal-sheet.ts'
import type { SlipContent, SlipKind } from './slip.ts'
import { slipFacts, type SlipFacts } from './slip-facts.ts'
import { allotSlipNo, insertSlip } from './store.ts'
import { supplementSheet } from './supplement-sheet.ts'
import { MINISTRY } from './legs-told.ts'
import { transferSheet } from './transfer-sheet.ts'

/** The paper that follows an event. */
export const slipFor: Readonly<Record<string, SlipKind>> = {
  received: 'receipt',
  supplementRequested: 'supplement',
  declined: 'decline',
  refused: 'refusal',
  dueMoved: 'apology',
  legOpened: 'transfer',
  verificationAsked: 'extension',
}

export const sheetOf: Readonly<Record<SlipKind, (facts: SlipFacts) => SlipData>> = {
  receipt: receiptSheet,
  supplement: supplementSheet,
  decline: declineSheet,
  refusal: refusalSheet,
  apology: apologySheet,
  control: controlSheet,
  transfer: transferSheet,
  extension: extensionSheet,
}

/**
 * Official papers follow the acts they record: number and words are written in the transaction of
 * the act, so that a receipt without a number cannot exist, nor one that says something else later.
 * @basis TT 01/2018/TT-VPCP Điều 9, 10 (numbered from 01 each year)
 */
export const issueSlips: Listener = async (ctx, db, event, dossier) => {
  for (const kind of slipsFor(event, dossier)) await issue(ctx, db, { kind, event, dossier })
}

/** One slip for an act; what ends a received dossier also closes its control slip. */
function slipsFor(event: DossierEvent, dossier: Dossier): SlipKind[] {
  const isDelay = event.kind === 'legMoved' && event.facts['became'] === 'delayed'
  // The Ministry's system is told data; a dossier is handed on to agencies of the city.
  const isData = event.kind === 'legOpened' && event.facts.to === MINISTRY
  const own = isDelay ? 'extension' : isData ? undefined : slipFor[event.kind]
  const hasEnded = event.facts.to !== undefined && isEnded(dossier.state)
  return [...(own ? [own] : []), ...(hasEnded && dossier.receivedAt ? ['control' as const] : [])]
}

type Issuing = { kind: SlipKind; event: DossierEvent; dossier: Dossier }

async function issue(ctx: Ctx, db: Queryable, { kind, event, dossier }: Issuing): Promise<void> {
  const { agencyId } = dossier
  const year = yearOf(legalDay(event.at))
  const no = await allotSlipNo(db, { agencyId, kind, year })
  const facts = await slipFacts(ctx, db, { kind, no, act: event, dossier })
  const content = contentOf(facts)
  const key = { agencyId, kind, year, no }
  await insertSlip(db, {
    ...key,
    dossierId: dossier.id,
    occasion: event.version,
    issuedAt: event.at,
    issuedBy: event.actorId ?? event.actorKind,
    content,
    contentSha256: sha256Hex(canonicalJson(content)),
  })
  await enqueue(db, 'keep-slip', key, { key: `slip:${agencyId}:${kind}:${year}:${no}` })
}

function contentOf(facts: SlipFacts): SlipContent {
  const slip = sheetOf[facts.kind](facts)
  return facts.kind === 'receipt' ? { slip, line: registerLine(facts) } : { slip }
}
