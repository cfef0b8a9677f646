import { confirmPreview, disputePreview } from '../../modules/dossiers/index.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { Back, Csrf, Section } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { actWords } from './act-words.ts'
import { Numbers, ownDossier, type OwnDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { Wrong } from './phone.tsx'
import { printedRows } from './preview-rows.ts'
import { fieldOf, refusalOf, type Req } from './request.ts'

/** What will be printed, word by word, to confirm before the signature. */
export async function showPreview(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const { dossier } = own.view
  if (dossier.state !== 'previewing') return redirect(req.href(dossierPath(dossier.id)))
  return previewReply(req, own, { remark: '', isMissing: false })
}

/** Confirms what was on the page, or says what is not right in it. */
export async function postPreview(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const { dossier } = own.view
  const done = req.href(dossierPath(dossier.id))
  if (dossier.state !== 'previewing') return redirect(done)
  // Another preview than the one on the page: look again.
  if (fieldOf(req.body, 'version') !== String(dossier.version))
    return previewReply(req, own, { remark: fieldOf(req.body, 'remark'), isMissing: false })
  const requestKey = `preview:${dossier.id}:${dossier.version}`
  const remark = fieldOf(req.body, 'remark')
  if (fieldOf(req.body, 'act') === 'confirm') {
    await refusalOf(
      () => confirmPreview(req.ctx, { dossierId: dossier.id, requestKey }),
      ['act-not-now'],
    )
    return redirect(done)
  }
  if (remark === '') return previewReply(req, own, { remark, isMissing: true })
  await refusalOf(
    () => disputePreview(req.ctx, { dossierId: dossier.id, requestKey, remark }),
    ['act-not-now'],
  )
  return redirect(done)
}

type Shown = { remark: string; isMissing: boolean }

async function previewReply(req: Req, own: OwnDossier, shown: Shown): Promise<WebReply> {
  const { lang } = req
  const { view } = own
  const { dossier, definition } = view
  const t = actWords(lang).preview
  const sections = await printedRows(req.ctx, view)
  const result = say(definition.result.name, lang)
  const content = (
    <div class="wrap page">
      <Back href={req.href(dossierPath(dossier.id))}>{say(definition.name, lang)}</Back>
      <div class="measure stack-l">
        <ErrorSummary
          items={shown.isMissing ? [{ href: '#remark', text: t.missing }] : []}
          lang={lang}
        />
        <div>
          <Numbers {...dossier} lang={lang} />
          <h1>{t.title}</h1>
          <p class="lead mt2">{t.lead(result)}</p>
          <p class="mt2">{t.after}</p>
          <p class="mt2">
            <Icon name="paper" /> <a href={dossierPath(dossier.id, 'ban-xem-truoc.pdf')}>{t.pdf}</a>
          </p>
        </div>
        {sections.map(({ title, rows }, index) => (
          <Section id={`in-${index}`} title={title}>
            <dl class="dl" lang="vi">
              {rows.map(([term, value]) => (
                <div>
                  <dt>{term}</dt>
                  <dd>{value || '…'}</dd>
                </div>
              ))}
            </dl>
          </Section>
        ))}
        <Answer req={req} own={own} shown={shown} />
      </div>
    </div>
  )
  const options = { title: t.title, layout: 'form' } as const
  return page(content, shown.isMissing ? { ...options, hasProblems: true } : options)
}

function Answer({ req, own, shown }: { req: Req; own: OwnDossier; shown: Shown }) {
  const { dossier } = own.view
  const t = actWords(req.lang).preview
  const action = req.href(dossierPath(dossier.id, 'ban-xem-truoc'))
  const version = <input type="hidden" name="version" value={dossier.version} />
  return (
    <>
      <form action={action} method="post">
        <Csrf token={req.csrf} />
        {version}
        <button class="btn btn--big" name="act" value="confirm">
          {t.confirm}
        </button>
      </form>
      <details open={shown.isMissing || shown.remark !== ''}>
        <summary>{t.wrong}</summary>
        <form class="mt4" action={action} method="post" novalidate>
          <Csrf token={req.csrf} />
          {version}
          <div class={shown.isMissing ? 'field field--err' : 'field'}>
            <label for="remark">{t.remark}</label>
            <p class="hint" id="remark-hint">
              {t.wrongLead}
            </p>
            {shown.isMissing ? <Wrong id="remark-error" text={t.missing} /> : null}
            <textarea
              class="in in--area"
              rows={4}
              id="remark"
              name="remark"
              maxLength={4000}
              aria-describedby={shown.isMissing ? 'remark-hint remark-error' : 'remark-hint'}
            >
              {shown.remark}
            </textarea>
          </div>
          <button class="btn btn--2" name="act" value="dispute">
            {t.dispute}
          </button>
        </form>
      </details>
    </>
  )
}
