import { legalDay, yearOf } from '../../platform/plain-date.ts'
import type { Listener } from '../dossiers/index.ts'
import { allotSlipNo, insertSlip, type SlipKind } from './store.ts'

const slipFor: Readonly<Record<string, SlipKind>> = {
  received: 'receipt',
  supplementRequested: 'supplement',
  declined: 'decline',
  refused: 'refusal',
}

/**
 * Official papers follow the acts they record: the number is given in the transaction of the act,
 * so that a receipt without a number cannot exist.
 * @basis TT 01/2018/TT-VPCP Điều 9, 10 (Mẫu 01–03); in 2016 "Phiếu hướng dẫn hoàn thiện hồ sơ"
 */
export const issueSlips: Listener = async (_ctx, db, event, dossier) => {
  const kind = slipFor[event.kind]
  if (!kind) return
  const year = yearOf(legalDay(event.at))
  const no = await allotSlipNo(db, { agencyId: dossier.agencyId, kind, year })
  await insertSlip(db, {
    agencyId: dossier.agencyId,
    kind,
    year,
    no,
    dossierId: dossier.id,
    occasion: event.version,
    issuedAt: event.at,
    issuedBy: event.actorId ?? event.actorKind,
  })
}
