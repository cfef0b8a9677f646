import type { VNode } from 'preact'
import { staffNames } from '../../modules/accounts/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { listSlips, type SlipKind } from '../../modules/slips/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { say } from '../words/index.ts'
import type { DeskRequest } from './desk-request.ts'
import { dossierFacts } from './dossier-facts.ts'
import { RefusalSlip, SupplementSlip } from './notices.tsx'
import type { PaperFacts } from './paper-parts.tsx'
import { Receipt } from './receipt.tsx'

type Printed = {
  tail: string
  kinds: readonly SlipKind[]
  title: Text
  draw(facts: PaperFacts): VNode
}

const printed: readonly Printed[] = [
  {
    tail: 'giay-hen',
    kinds: ['receipt'],
    title: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt' },
    draw: (facts) => <Receipt facts={facts} />,
  },
  {
    tail: 'phieu-bo-sung',
    kinds: ['supplement'],
    title: { vi: 'Phiếu bổ sung hồ sơ', en: 'Supplement request slip' },
    draw: (facts) => <SupplementSlip facts={facts} />,
  },
  {
    tail: 'phieu-tu-choi',
    kinds: ['decline', 'refusal'],
    title: { vi: 'Phiếu từ chối', en: 'Refusal slip' },
    draw: (facts) => <RefusalSlip facts={facts} />,
  },
]

/** The official papers of a dossier, as they print. */
export const slipRoutes: readonly Route[] = printed.map((paper) =>
  route({
    method: 'GET',
    url: `/can-bo/ho-so/:dossierId/${paper.tail}`,
    action: 'dossier.read-paper',
    handle: (req) => showSlip(req, paper),
  }),
)

async function showSlip(req: DeskRequest, paper: Printed): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const { dossier } = facts.view
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const slips = await listSlips(req.ctx.db, at)
  const slip = slips.find(({ kind }) => paper.kinds.includes(kind))
  if (!slip) throw new Refusal('not-found')
  const issuer = (await staffNames(req.ctx.db, [slip.issuedBy])).get(slip.issuedBy) ?? ''
  const content = paper.draw({ ...facts, slip, issuer, publicUrl: req.deps.publicUrl })
  return page(content, {
    title: `${say(paper.title, req.lang)} ${dossier.code}`,
    layout: 'print',
    scripts: ['desk.js'],
  })
}
