import {
  readSlip,
  slipNumber,
  slipOfPath,
  slipPath,
  slipsOf,
  type Slip,
} from '../../modules/slips/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, page, type WebReply } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { Back } from '../ui/parts.tsx'
import { slipName } from '../words/slips.ts'
import { ownDossier, Numbers } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { moment } from './moments.ts'
import { paramOf, type Req } from './request.ts'
import { trackingWords } from './tracking-words.ts'

/** The papers one was given, each as it was issued. */
export async function showOwnSlips(req: Req): Promise<WebReply> {
  const { view, office } = await ownDossier(req)
  const { dossier } = view
  const { lang } = req
  const slips = await slipsOf(req.ctx, dossier.id)
  const t = trackingWords(lang)
  const content = (
    <div class="wrap page">
      <Back href={req.href(dossierPath(dossier.id))}>{t.side.back}</Back>
      <div class="measure stack">
        <div>
          <Numbers {...dossier} lang={lang} />
          <h1>{t.slips.title}</h1>
        </div>
        <p>{slips.length === 0 ? t.slips.none(office) : t.slips.lead}</p>
        <ul class="links">
          {slips.map((slip) => (
            <SlipLink req={req} dossierId={dossier.id} slip={slip} />
          ))}
        </ul>
      </div>
    </div>
  )
  return page(content, { title: `${t.slips.title} ${dossier.code}`, nav: '/tra-cuu' })
}

function SlipLink({ req, dossierId, slip }: { req: Req; dossierId: string; slip: Slip }) {
  const { lang } = req
  const t = trackingWords(lang).slips
  return (
    <li>
      <Icon name="download" />{' '}
      <span>
        <a href={dossierPath(dossierId, `giay-to/${slipPath(slip)}`)}>
          {slipName(slip.kind, lang)} (PDF)
        </a>
        <small class="muted block">{t.issued(slipNumber(slip), moment(slip.issuedAt, lang))}</small>
      </span>
    </li>
  )
}

/** One of them: the same bytes each time it is opened. */
export async function showOwnSlip(req: Req): Promise<WebReply> {
  const asked = slipOfPath(paramOf(req, 'slip'))
  if (!asked) throw new Refusal('not-found')
  const dossier = paramOf(req, 'dossierId')
  const { slip, pdf } = await readSlip(req.ctx, req.deps, { ...asked, dossier })
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${slipName(slip.kind)} ${slip.no}-${slip.year}.pdf`,
    inline: true,
  })
}
