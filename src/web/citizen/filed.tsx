import { showLookupNo } from '../../modules/dossiers/index.ts'
import { qrSvgPath } from '../../modules/papers/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import { page, type WebReply } from '../http/route.ts'
import { sizeInWords } from '../ui/field-file.tsx'
import { Icon } from '../ui/icons.tsx'
import { Csrf, Flash, Section } from '../ui/parts.tsx'
import { say, type Lang } from '../words/index.ts'
import { mayHaveTwins } from './another.ts'
import { ownDossier, type OwnDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { moment } from './moments.ts'
import type { Req } from './request.ts'
import { trackingWords } from './tracking-words.ts'

/** The address in the QR: a random secret that opens status and place only, never the code. */
export function qrAddress(publicUrl: string, secret: string): string {
  return `${publicUrl}/q/${secret}`
}

export function Qr({ text }: { text: string }) {
  const { viewBox, size, path } = qrSvgPath(text)
  return (
    <svg viewBox={viewBox} width={160} height={160} shape-rendering="crispEdges" aria-hidden="true">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The filing receipt: at once, and again whenever it is asked for. */
export async function showFiled(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const { view, world } = own
  const { dossier, definition } = view
  const { lang } = req
  const t = trackingWords(lang)
  const agency = world.city.agency(dossier.agencyId)
  const link = (to: string) => req.href(dossierPath(dossier.id, to))
  const content = (
    <div class="wrap page">
      <div class="cols cols--side-l">
        <div class="stack-l">
          <Flash>{t.filed.lead(agency?.name ?? '')}</Flash>
          <h1>{t.filed.title}</h1>
          <div class="panel panel--key">
            <p class="muted sm">{t.numbers.lookup}</p>
            <p class="huge nw">{showLookupNo(dossier.lookupNo)}</p>
            <p class="mt2">
              <span class="muted sm">{t.numbers.code}</span>{' '}
              <strong class="code">{dossier.code}</strong>
            </p>
            <p class="sm mt2">{t.filed.keep}</p>
          </div>
          <Section id="tiep" title={t.filed.next}>
            <p>{t.filed.answer(own.office, moment(dossier.receiveBy, lang))}</p>
            {dossier.phone ? <p>{t.filed.message(maskPhone(dossier.phone))}</p> : null}
            <p>{t.filed.bring}</p>
            {dossier.isTrial ? <p class="muted">{t.filed.trial}</p> : null}
            <p class="acts mt4">
              <a class="btn" href={link('')}>
                {t.filed.follow}
              </a>
              <a class="btn btn--2" href={link('giay-nop')}>
                <Icon name="print" />
                {t.filed.print}
              </a>
            </p>
          </Section>
          <Section id="den" title={t.filed.arrived}>
            <p class="sec__lead">{t.filed.arrivedLead}</p>
            <Arrived req={req} own={own} />
          </Section>
          {mayHaveTwins(definition) ? <Another req={req} dossierId={dossier.id} /> : null}
        </div>
        <aside class="stack">
          <div class="panel">
            <h2>{t.filed.qr}</h2>
            <Qr text={qrAddress(req.deps.publicUrl, dossier.secret)} />
          </div>
        </aside>
      </div>
    </div>
  )
  return page(content, {
    title: `${t.filed.title} – ${say(definition.name, lang)}`,
    layout: 'form',
  })
}

function Arrived({ req, own }: { req: Req; own: OwnDossier }) {
  const { dossier, definition, declarations, files } = own.view
  const { lang } = req
  const t = trackingWords(lang).filed
  const nameOf = (component: string) => {
    const found = definition.components.find(({ key }) => key === component)
    return found ? say(found.name, lang) : component
  }
  return (
    <ul class="ticks">
      <li>
        <Icon name="check" />
        <span>
          <a href={dossierPath(dossier.id, 'to-khai.pdf')}>{t.declaration}</a>
          <Digest sha256={declarations.at(-1)?.sha256 ?? ''} lang={lang} />
        </span>
      </li>
      {files.map((file) => (
        <li>
          <Icon name="check" />
          <span>
            {nameOf(file.component)}:{' '}
            <a href={dossierPath(dossier.id, `tep/${file.id}`)}>{file.name}</a>,{' '}
            <span class="nw">{sizeInWords(file.sizeBytes)}</span>
            <Digest sha256={file.sha256} lang={lang} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Digest({ sha256, lang }: { sha256: string; lang: Lang }) {
  return (
    <small>
      {trackingWords(lang).filed.digest} <span class="code">{sha256.slice(0, 16)}</span>
    </small>
  )
}

function Another({ req, dossierId }: { req: Req; dossierId: string }) {
  const t = trackingWords(req.lang).filed
  return (
    <form action={req.href(dossierPath(dossierId, 'khai-tiep'))} method="post">
      <Csrf token={req.csrf} />
      <p class="sm muted mb4">{t.anotherLead}</p>
      <button class="btn btn--2">{t.another}</button>
    </form>
  )
}
