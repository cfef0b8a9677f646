import { compareRevisions, type RevisionChanges } from '../../modules/forms/index.ts'
import { adoptRevision } from '../../modules/intake/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { Csrf, Section } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { CHECK_PAGE, draftPath, openDraft, type OpenDraft } from './draft-page.ts'
import { formOptions } from './form-page.tsx'
import { formWords } from './form-words.ts'
import { shortDay } from './moments.ts'
import type { Req } from './request.ts'

/** The law changed while the draft was open: what changed, nothing lost, one button to go on. */
export async function showLaw(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const next = revisionNow(open)
  const check = req.href(draftPath(open.draft.id, CHECK_PAGE))
  if (next.revision === open.draft.revision) return redirect(check)
  const { lang } = req
  const t = formWords(lang).law
  const all = { ...open.draft.keptAside, ...open.answers }
  const changes = compareRevisions(open.definition.form, next.form, all, open.world)
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <div>
          <p class="muted">{say(next.name, lang)}</p>
          <h1>{t.title}</h1>
          <p class="lead mt2">{t.lead(shortDay(plainDate(next.validFrom)))}</p>
        </div>
        <Changes req={req} changes={changes} />
        <Section id="can-cu" title={t.basis}>
          <ul class="bul" lang="vi">
            {newBasis(open.definition, next).map((instrument) => (
              <li>{instrument}</li>
            ))}
          </ul>
        </Section>
        <form action={req.href(draftPath(open.draft.id, 'luat-moi'))} method="post">
          <Csrf token={req.csrf} />
          <button class="btn">{t.confirm}</button>
        </form>
      </div>
    </div>
  )
  return page(content, formOptions({ title: t.title, definition: next, lang }))
}

export async function postLaw(req: Req): Promise<WebReply> {
  const { draft } = await openDraft(req)
  await adoptRevision(req.ctx, { draftId: draft.id })
  return redirect(req.href(draftPath(draft.id)))
}

function revisionNow({ procedures, draft, day }: OpenDraft): ProcedureDefinition {
  const next = procedures.revisionOn(draft.procedureKey, day)
  if (next === undefined) throw new Refusal('procedure-not-in-force')
  return next
}

/** Instruments of the new revision that the old one did not name; all of them when none is new. */
function newBasis(before: ProcedureDefinition, now: ProcedureDefinition): string[] {
  const known = new Set(before.legalBasis.map(({ instrument }) => instrument))
  const fresh = now.legalBasis.filter(({ instrument }) => !known.has(instrument))
  return (fresh.length > 0 ? fresh : now.legalBasis).map(({ instrument }) => instrument)
}

function Changes({ req, changes }: { req: Req; changes: RevisionChanges }) {
  const { lang } = req
  const t = formWords(lang).law
  const { newlyAsked, noLongerAsked, changed } = changes
  if (newlyAsked.length + noLongerAsked.length + changed.length === 0) return <p>{t.nothing}</p>
  return (
    <>
      {newlyAsked.length > 0 ? (
        <Section id="hoi-them" title={t.newly}>
          <ul class="bul">
            {newlyAsked.map(({ label }) => (
              <li>{say(label, lang)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {noLongerAsked.length > 0 ? (
        <Section id="khong-hoi" title={t.gone}>
          <dl class="dl">
            {noLongerAsked.map(({ label, value }) => (
              <div>
                <dt>{say(label, lang)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
      {changed.length > 0 ? (
        <Section id="hoi-khac" title={t.changed}>
          <ul class="bul">
            {changed.map(({ label, problems }) => (
              <li>
                {say(label, lang)}
                {problems.length > 0 ? <strong> {t.fix}</strong> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
