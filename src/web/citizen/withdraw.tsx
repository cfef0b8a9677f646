import { isOwnersMove, withdraw, type DossierView } from '../../modules/dossiers/index.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { Csrf, Section } from '../ui/parts.tsx'
import { langOf, say, type Lang } from '../words/index.ts'
import { actWords } from './act-words.ts'
import { Numbers, ownDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { fieldOf, type Req } from './request.ts'

const REASON_LENGTH_MAX = 4000

/** Asks once more before a dossier is taken back, and says what becomes of the papers. */
export async function showWithdraw(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  const { dossier } = view
  const back = req.href(dossierPath(dossier.id))
  if (!isOwnersMove('withdraw', dossier.state)) return redirect(back)
  const t = actWords(req.lang).withdraw
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <div>
          <Numbers {...dossier} lang={req.lang} />
          <h1>{t.title}</h1>
          <p class="lead mt2">{t.lead}</p>
        </div>
        <Section id="giay" title={t.back}>
          <PapersBack view={view} lang={req.lang} />
        </Section>
        <form action={req.href(dossierPath(dossier.id, 'rut'))} method="post">
          <Csrf token={req.csrf} />
          <div class="field">
            <label for="reason">{t.reason}</label>
            <p class="hint" id="reason-hint">
              {t.reasonHint}
            </p>
            <textarea
              class="in in--area"
              id="reason"
              name="reason"
              rows={3}
              maxLength={REASON_LENGTH_MAX}
              aria-describedby="reason-hint"
            />
          </div>
          <p class="acts mt4">
            <a class="btn" href={back}>
              {t.no}
            </a>
            <button class="btn btn--2">{t.yes}</button>
          </p>
        </form>
      </div>
    </div>
  )
  return page(content, { title: t.title, layout: 'form' })
}

/** Filed online the ward has only pictures; what was handed in on paper goes back. */
function PapersBack({ view, lang }: { view: DossierView; lang: Lang }) {
  const t = actWords(lang).withdraw
  const { definition, files, dossier } = view
  if (dossier.channel === 'online') return <p>{t.nothing}</p>
  const handedIn = definition.components.filter(({ key }) =>
    files.some(({ component }) => component === key),
  )
  return (
    <>
      <p>{t.papers}</p>
      <ul class="bul">
        {handedIn.map(({ name }) => (
          <li lang={langOf(name, lang)}>{say(name, lang)}</li>
        ))}
      </ul>
    </>
  )
}

export async function postWithdraw(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  const { id } = view.dossier
  const reason = fieldOf(req.body, 'reason').slice(0, REASON_LENGTH_MAX)
  await withdraw(req.ctx, { dossierId: id, requestKey: `withdraw:${id}`, reason })
  return redirect(req.href(dossierPath(id)))
}
