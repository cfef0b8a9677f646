import { isOwnersMove, withdraw } from '../../modules/dossiers/index.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { Csrf } from '../ui/parts.tsx'
import { actWords } from './act-words.ts'
import { Numbers, ownDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import type { Req } from './request.ts'

/** Asks once more before a dossier is taken back. */
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
        <form class="acts" action={req.href(dossierPath(dossier.id, 'rut'))} method="post">
          <Csrf token={req.csrf} />
          <a class="btn" href={back}>
            {t.no}
          </a>
          <button class="btn btn--2">{t.yes}</button>
        </form>
      </div>
    </div>
  )
  return page(content, { title: t.title, layout: 'form' })
}

export async function postWithdraw(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  const { id } = view.dossier
  await withdraw(req.ctx, { dossierId: id, requestKey: `withdraw:${id}` })
  return redirect(req.href(dossierPath(id)))
}
