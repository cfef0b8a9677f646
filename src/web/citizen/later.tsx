import { showResumeCode } from '../../modules/intake/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { page, type WebReply } from '../http/route.ts'
import { Callout } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { draftPath, openDraft } from './draft-page.ts'
import { formOptions } from './form-page.tsx'
import { formWords } from './form-words.ts'
import { longDay } from './moments.ts'
import { ProcedureHeading } from './procedure-heading.tsx'
import type { Req } from './request.ts'

/** "Để làm sau": what is kept, for how long, and how to come back to it. */
export async function showLater(req: Req): Promise<WebReply> {
  const { draft, definition } = await openDraft(req)
  const { lang } = req
  const t = formWords(lang).later
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <ProcedureHeading procedure={say(definition.name, lang)} title={t.title} lead={t.lead} />
        <div class="panel panel--key">
          <h2>{t.code}</h2>
          <p class="huge nw">{showResumeCode(draft.resumeCode)}</p>
          <p class="sm mt2">{t.codeHint}</p>
          <p class="sm mt2">{t.until(longDay(legalDay(draft.expiresAt), lang))}</p>
        </div>
        <Callout kind="info" title={t.how}>
          <ul class="bul">
            <li>{t.here}</li>
            <li>
              <a href={req.href('/tiep-tuc')}>{t.elsewhere}</a>
            </li>
            <li>{t.byPhone}</li>
          </ul>
        </Callout>
        <p class="acts">
          <a class="btn" href={req.href(draftPath(draft.id))}>
            {t.go}
          </a>
          <a class="btn btn--2" href={req.href('/')}>
            {t.home}
          </a>
        </p>
      </div>
    </div>
  )
  return page(content, formOptions({ title: t.title, definition, lang }))
}
