import type { Refusal } from '../../platform/refusal.ts'
import { shortCode } from '../../modules/dossiers/index.ts'
import { page, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { sayIn, useLang, useSay } from '../ui/lang.tsx'
import { Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { slipName } from '../words/slips.ts'
import { ActsPane, type Typed } from './acts-pane.tsx'
import { DeclarationPane } from './declaration-pane.tsx'
import { dossierUrl, queryText, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { DossierTop, Duplicates } from './dossier-top.tsx'
import { AskedByAgencies, LegsSide } from './legs-side.tsx'
import { PapersPane } from './papers-pane.tsx'
import { PersonsAlike } from './persons-alike.tsx'
import { RefusedAct } from './refused-act.tsx'
import { Components, Findings, History, Remarks, Workflow } from './side-facts.tsx'
import { SignerFacts } from './signer-facts.tsx'
import { SupplementAnswers } from './supplement-answers.tsx'
import { flashText } from './words.ts'

export type Refused = {
  refusal: Refusal
  /** The version the officer saw. */
  seenVersion: number
  /** What was typed, by input name; goes back into its inputs. */
  typed: Typed
}

/** Mock 06; after a refused act the fresh page with what was typed and who did what in between. */
export async function dossierPage(req: DeskRequest, refused?: Refused): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const { dossier, definition } = facts.view
  const response = refused ? errorResponse(refused.refusal, req.lang) : undefined
  return page(
    <DossierPage
      facts={facts}
      paper={queryText(req, 'tep')}
      flash={refused ? undefined : flashOf(req)}
      {...(refused ? { refused } : {})}
    />,
    {
      title: `${shortCode(dossier.code)} ${say(definition.name, req.lang)}`,
      layout: 'desk',
      nav: '/can-bo/ho-so',
      fillsWindow: true,
      frames: true,
      scripts: ['desk.js'],
      ...(response ? { status: response.status, hasProblems: true } : {}),
    },
  )
}

function flashOf(req: DeskRequest): string | undefined {
  const signed = /^[\w.-]{5,60}$/.exec(queryText(req, 'da-ky'))?.[0]
  if (signed)
    return sayIn(req.lang)(
      `Đã ký hồ sơ ${shortCode(signed)}. Đây là hồ sơ tiếp theo chờ ký.`,
      `Dossier ${shortCode(signed)} is signed. This is the next one to sign.`,
    )
  return flashText(queryText(req, 'vua'), req.lang)
}

type Props = {
  facts: DossierFacts
  paper: string
  flash: string | undefined
  refused?: Refused
}

function DossierPage({ facts, paper, flash, refused }: Props) {
  const here = dossierUrl(facts.view.dossier.code, { queue: facts.queue })
  const t = useSay()
  return (
    <>
      <DossierTop facts={facts} />
      {flash ? <Flash>{flash}</Flash> : null}
      {refused ? <RefusedAct facts={facts} refused={refused} /> : null}
      <AskedByAgencies facts={facts} />
      <Duplicates facts={facts} />
      <PersonsAlike facts={facts} />
      <div class="ds">
        <DeclarationPane facts={facts} />
        <PapersPane facts={facts} chosen={paper} here={here} />
        <aside class="side" aria-label={t('Xử lý', 'Acts and facts')}>
          <ActsPane facts={facts} typed={refused?.typed ?? {}} />
          <LegsSide facts={facts} />
          <SignerFacts facts={facts} />
          <Findings facts={facts} />
          <SupplementAnswers facts={facts} />
          <Remarks facts={facts} />
          <Workflow facts={facts} />
          <Components facts={facts} />
          <Slips facts={facts} />
          <History facts={facts} />
        </aside>
      </div>
    </>
  )
}

/** Papers given out for this dossier: those the counter prints, then all of them. */
function Slips({ facts: { view, queue } }: { facts: DossierFacts }) {
  const { code, receivedAt, state } = view.dossier
  const t = useSay()
  const lang = useLang()
  const refusal =
    state === 'declined'
      ? slipName('decline', lang)
      : state === 'refused'
        ? slipName('refusal', lang)
        : null
  const slips = [
    receivedAt ? { tail: 'giay-hen', name: t('Giấy tiếp nhận và hẹn trả', 'Receipt') } : null,
    view.supplements.length > 0
      ? { tail: 'phieu-bo-sung', name: t('Phiếu bổ sung hồ sơ', 'Supplement request slip') }
      : null,
    refusal ? { tail: 'phieu-tu-choi', name: refusal } : null,
  ].filter((slip) => slip !== null)
  if (slips.length === 0) return null
  const all = { tail: 'giay-to', name: t('Mọi giấy tờ đã cấp (PDF)', 'All papers issued (PDF)') }
  return (
    <>
      <h2>{t('Giấy đã phát hành', 'Papers issued')}</h2>
      <ul class="body">
        {[...slips, all].map(({ tail, name }) => (
          <li>
            <a href={dossierUrl(code, { tail, queue })}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
