import { spendUse } from '../../modules/accounts/index.ts'
import { journey, stopOf, type PageDefinition } from '../../modules/forms/index.ts'
import { listOwnDrafts, startDraft, type Draft } from '../../modules/intake/index.ts'
import { formWorldOf, type ProcedureDefinition } from '../../modules/procedures/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { cityDay, type CityDay } from '../public/day-of-request.ts'
import { Back } from '../ui/parts.tsx'
import { say, words } from '../words/index.ts'
import { draftPath, nextPage, openPages } from './draft-page.ts'
import { FormPage, formOptions, type FormPageProps } from './form-page.tsx'
import { formWords } from './form-words.ts'
import { moment } from './moments.ts'
import { hasAnswers, problemsOf, readPage } from './page-input.ts'
import { ProcedureHeading } from './procedure-heading.tsx'
import { fieldOf, paramOf, queryOf, type Req } from './request.ts'
import { stoppedPage } from './stopped.tsx'

type Beginning = CityDay & { definition: ProcedureDefinition; open: FormPageProps['open'] }

async function beginning(req: Req): Promise<Beginning> {
  const today = await cityDay(req)
  const definition = today.procedures.bySlug(paramOf(req, 'slug'), today.day)
  if (definition === undefined) throw new Refusal('not-found')
  const world = formWorldOf(today.city, today.day)
  return { ...today, definition, open: { definition, world, answers: {}, draft: null, files: [] } }
}

function firstPage({ definition }: Pick<Beginning, 'definition'>): PageDefinition {
  const [first] = journey(definition.form, {})
  if (first === undefined) throw new Error(`a form without pages: ${definition.key}`)
  return first
}

/** The first page of the form; drafts this browser already holds are offered before it. */
export async function showStart(req: Req): Promise<WebReply> {
  const begun = await beginning(req)
  const { definition, open } = begun
  const drafts = queryOf(req, 'moi') === '1' ? [] : await listOwnDrafts(req.ctx)
  const same = drafts.filter(({ procedureKey }) => procedureKey === definition.key)
  if (same.length > 0) return resumePage(req, begun, same)
  const first = firstPage(begun)
  const title = say(first.title, req.lang)
  const content = <FormPage req={req} open={open} page={first} />
  return page(content, formOptions({ title, definition, lang: req.lang }))
}

/**
 * The first answers make the draft; what could not even be read is shown again at once, nothing of
 * it lost, and no draft made.
 */
export async function postStart(req: Req): Promise<WebReply> {
  const begun = await beginning(req)
  const { definition, open } = begun
  const first = firstPage(begun)
  const read = readPage(open, first, req.body)
  const answered = { ...open, answers: read.set }
  const stop = stopOf(definition.form, read.set)
  if (stop) return stoppedPage(req, stop)
  const { problems, hasMore } = problemsOf(answered, first, read)
  const isKept = hasAnswers(read) && read.problems.length === 0
  if (!isKept) {
    const title = say(first.title, req.lang)
    const content = (
      <FormPage req={req} open={answered} page={first} raw={req.body} problems={problems} />
    )
    return page(content, formOptions({ title, definition, lang: req.lang }, problems))
  }
  await spendUse(req.ctx, { what: 'draft', ip: req.ip })
  const draft = await startDraft(req.ctx, { definition, answers: read.set })
  await req.session.addDraft(draft.id)
  if (fieldOf(req.body, '_later')) return redirect(req.href(draftPath(draft.id, 'de-sau')))
  const here = req.href(draftPath(draft.id, first.key))
  if (problems.length > 0) return redirect(`${here}?loi=1`)
  if (hasMore || read.again) return redirect(`${here}?them=1`)
  return redirect(req.href(draftPath(draft.id, nextPage(answered, first))))
}

function resumePage(req: Req, begun: Beginning, drafts: readonly Draft[]): WebReply {
  const { lang } = req
  const t = formWords(lang).start
  const { definition } = begun
  const content = (
    <div class="wrap page">
      <Back href={req.href(`/thu-tuc/${definition.slug}`)}>{words(lang).back}</Back>
      <div class="measure stack-l">
        <ProcedureHeading procedure={say(definition.name, lang)} title={t.title} lead={t.lead} />
        {drafts.map((draft) => (
          <DraftPanel req={req} today={begun} draft={draft} />
        ))}
        <p>
          <a href={`${req.href(`/to-khai/moi/${definition.slug}`)}?moi=1`}>{t.fresh}</a>
        </p>
      </div>
    </div>
  )
  return page(content, formOptions({ title: t.title, definition, lang }))
}

/** An unfinished declaration with how far it is. */
export function DraftPanel({ req, today, draft }: { req: Req; today: CityDay; draft: Draft }) {
  const { lang } = req
  const t = formWords(lang).start
  const definition = today.procedures.revision(draft.procedureKey, draft.revision)
  if (definition === undefined) return null
  const { answers } = draft
  const world = formWorldOf(today.city, today.day)
  const all = journey(definition.form, answers).length
  const done = all - openPages({ definition, answers, world }).length
  const subject = answers[definition.roles.subjectName]
  const name = typeof subject === 'object' && 'full' in subject ? subject.full : t.unnamed
  return (
    <section class="panel" aria-labelledby={`d-${draft.id}`}>
      <h2 id={`d-${draft.id}`}>
        {say(definition.name, lang)}: {name}
      </h2>
      <p class="sm muted">
        {t.saved(moment(draft.updatedAt, lang))}. {t.done(done, all)}.
      </p>
      <p class="mt4 acts">
        <a class="btn" href={req.href(draftPath(draft.id))}>
          {t.resume}
          <span class="vh">: {name}</span>
        </a>
        <a href={req.href(draftPath(draft.id, 'bo'))}>{formWords(lang).discard.link}</a>
      </p>
    </section>
  )
}
