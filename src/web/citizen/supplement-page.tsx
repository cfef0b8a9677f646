import { answerSupplement, type SupplementItem } from '../../modules/dossiers/index.ts'
import {
  printAnswer,
  toInput,
  type FieldDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { sizeInWords } from '../ui/field-file.tsx'
import { idOf, Radios, textOf, type FieldContext } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Back, Callout, Csrf } from '../ui/parts.tsx'
import { say, type Lang } from '../words/index.ts'
import { actWords } from './act-words.ts'
import { Numbers, ownDossier, type OwnDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { EnterSaves, fieldLists } from './form-page.tsx'
import { sealUpload, type KeptUpload } from './kept-upload.ts'
import { moment } from './moments.ts'
import { Wrong } from './phone.tsx'
import { fieldOf, type Req } from './request.ts'
import { fieldOfItem, itemInput, readSupplement, takeFiles } from './supplement.ts'
import { itemTitle } from './timeline.tsx'

/** Each item of the open request with its reason, and the ways to answer it. */
export async function showSupplement(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  if (openRequest(own) === undefined) return redirect(req.href(dossierPath(own.view.dossier.id)))
  return supplementReply(req, own, { raw: declaredRaw(own), problems: [], files: [] })
}

/** Takes the whole answer at once; when anything is wrong nothing is lost and all of it is told. */
export async function postSupplement(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const { dossier } = own.view
  const request = openRequest(own)
  const done = req.href(dossierPath(dossier.id))
  if (request === undefined) {
    for await (const part of req.files()) part.stream.resume()
    return redirect(done)
  }
  const taken = await takeFiles(req, own, request.items)
  const { items } = request
  const isUpload = fieldOf(req.body, '_upload') !== ''
  const read = readSupplement({ req, own, items, files: taken.files })
  const refused = new Set(taken.problems.map(({ field }) => field))
  const problems = [...taken.problems, ...read.problems.filter(({ field }) => !refused.has(field))]
  const again = (found: readonly Problem[]) =>
    supplementReply(req, own, { raw: req.body, problems: found, files: taken.files })
  if (isUpload) return again(taken.problems)
  if (problems.length > 0) return again(problems)
  try {
    await answerSupplement(req.ctx, {
      dossierId: dossier.id,
      requestKey: `supplement:${dossier.id}:${request.no}`,
      answers: read.answers,
      set: read.set,
      files: taken.files.map((file) => ({ ...file, addedAt: req.ctx.clock.now() })),
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'declaration-incomplete') throw error
    return again(error.data['problems'] as readonly Problem[]) // as `answerSupplement` says
  }
  return redirect(done)
}

function openRequest(own: OwnDossier) {
  return own.view.supplements.find(({ answers }) => answers === null)
}

/** The fields asked about, filled in with what is declared now. */
function declaredRaw(own: OwnDossier): RawInputs {
  const declared = own.view.declarations[0]!.answers
  const inputs = (openRequest(own)?.items ?? []).flatMap((item) => {
    const field = item.kind === 'field' ? fieldOfItem(own, item) : undefined
    return field ? Object.entries(toInput(field, declared[field.key])) : []
  })
  return Object.fromEntries(inputs)
}

type Shown = { raw: RawInputs; problems: readonly Problem[]; files: readonly KeptUpload[] }

function supplementReply(req: Req, own: OwnDossier, shown: Shown): WebReply {
  const { lang } = req
  const { dossier, definition } = own.view
  const t = actWords(lang).supplement
  const request = openRequest(own)
  const items = request?.items ?? []
  const fields = items.flatMap((item) => fieldOfItem(own, item) ?? [])
  const content = (
    <div class="wrap page">
      <Back href={req.href(dossierPath(dossier.id))}>{say(definition.name, lang)}</Back>
      <div class="measure">
        <ErrorSummary items={summaryOf(shown.problems, fields, lang)} lang={lang} />
        <Numbers {...dossier} lang={lang} />
        <h1>{t.title}</h1>
        <p class="lead mt2">{t.lead}</p>
        {request ? <p class="sm muted mb5">{t.asked(moment(request.requestedAt, lang))}</p> : null}
        <form
          action={req.href(dossierPath(dossier.id, 'bo-sung'))}
          method="post"
          enctype="multipart/form-data"
          novalidate
        >
          <Csrf token={req.csrf} />
          <EnterSaves />
          {items.map((item, index) => (
            <Item req={req} own={own} shown={shown} item={item} no={index + 1} />
          ))}
          <button class="btn">{t.send}</button>
        </form>
      </div>
    </div>
  )
  const hasProblems = shown.problems.length > 0
  const options = { title: t.title, layout: 'form' } as const
  return page(content, hasProblems ? { ...options, hasProblems } : options)
}

type ItemProps = { req: Req; own: OwnDossier; shown: Shown; item: SupplementItem; no: number }

function Item(props: ItemProps) {
  const { req, own, item, no } = props
  const { lang } = req
  const t = actWords(lang).supplement
  const field = fieldOfItem(own, item)
  const declared = own.view.declarations[0]!.answers
  const isField = item.kind === 'field' && field !== undefined
  return (
    <section class="panel mb5" aria-labelledby={`muc-${item.id}`}>
      <p class="muted xs">{t.item(no)}</p>
      <h2 id={`muc-${item.id}`}>{itemTitle(own.view, item, lang)}</h2>
      <div class="mb4">
        <Callout kind="soon" icon="info" title={t.reason}>
          <p lang="vi">{item.reason}</p>
        </Callout>
      </div>
      {isField ? (
        <p class="sm mb4">
          {t.declared}: <strong>{printAnswer(field, declared[field.key], own.forms, lang)}</strong>
        </p>
      ) : null}
      <Ways {...props} field={field} />
      {field && item.kind === 'field' ? (
        <FormField field={field} context={contextOf(props)} />
      ) : field ? (
        <Paper {...props} field={field} />
      ) : null}
      <Remark {...props} />
    </section>
  )
}

function contextOf({ req, shown, own }: ItemProps): FieldContext {
  const lists = fieldLists(own.forms)
  return { lang: req.lang, raw: shown.raw, problems: shown.problems, lists }
}

/** With a proposed value: agree, write another, or leave it. Other work: say that it is done. */
function Ways(props: ItemProps & { field: FieldDefinition | undefined }) {
  const { req, own, shown, item, field } = props
  const t = actWords(req.lang).supplement
  const name = itemInput(item, 'how')
  const wrong = shown.problems.find((problem) => problem.field === name)
  const items = waysOf(props, field, own)
  if (items.length === 0)
    return wrong ? <Wrong id={`${idOf(name)}-error`} text={say(wrong.message, req.lang)} /> : null
  return (
    <div class={wrong ? 'field field--err' : 'field'}>
      <fieldset>
        <legend>{t.how}</legend>
        {wrong ? <Wrong id={`${idOf(name)}-error`} text={say(wrong.message, req.lang)} /> : null}
        <Radios name={name} items={items} chosen={textOf(shown.raw, name)} isInline={false} />
      </fieldset>
    </div>
  )
}

function waysOf({ req, item }: ItemProps, field: FieldDefinition | undefined, own: OwnDossier) {
  const t = actWords(req.lang).supplement
  if (item.kind === 'other') return [{ value: 'accept', text: t.done }]
  if (item.kind !== 'field' || item.proposed === undefined || !field) return []
  const proposed = printAnswer(field, item.proposed, own.forms, req.lang)
  return [
    { value: 'accept', text: t.accept(proposed) },
    { value: 'correct', text: t.correct },
    { value: 'keep', text: t.keep },
  ]
}

function Paper(props: ItemProps & { field: FieldDefinition }) {
  const { req, own, shown, field } = props
  const { dossier } = own.view
  const kept = shown.files.filter((file) => file.field === field.key)
  const required = {
    ...field,
    label: { vi: actWords('vi').supplement.files, en: actWords('en').supplement.files },
  }
  return (
    <>
      {kept.length > 0 ? <Kept files={kept} dossierId={dossier.id} lang={req.lang} /> : null}
      <FormField field={{ ...required, optional: true }} context={contextOf(props)} />
    </>
  )
}

/** Files that have arrived with a form that was not yet right; untick one to leave it out. */
function Kept(props: { files: readonly KeptUpload[]; dossierId: string; lang: Lang }) {
  return (
    <ul class="files">
      {props.files.map((file) => (
        <li>
          <div class="check">
            <input
              type="checkbox"
              name="_kept"
              id={`k-${file.id}`}
              value={sealUpload(props.dossierId, file)}
              checked
            />
            <label for={`k-${file.id}`}>
              {file.name} <small class="muted nw">{sizeInWords(file.sizeBytes)}</small>
            </label>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Remark({ req, shown, item }: ItemProps) {
  const t = actWords(req.lang).supplement
  const name = itemInput(item, 'remark')
  const id = idOf(name)
  const wrong = shown.problems.find((problem) => problem.field === name)
  return (
    <div class={wrong ? 'field field--err' : 'field'}>
      <label for={id}>{t.remark}</label>
      <p class="hint" id={`${id}-hint`}>
        {t.remarkHint}
      </p>
      {wrong ? <Wrong id={`${id}-error`} text={say(wrong.message, req.lang)} /> : null}
      <textarea
        class={`in in--area${wrong ? ' in--err' : ''}`}
        rows={3}
        id={id}
        name={name}
        aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
      >
        {textOf(shown.raw, name)}
      </textarea>
    </div>
  )
}
