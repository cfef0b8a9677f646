import { isEnded } from '../../modules/dossiers/index.ts'
import { stopMessages } from '../../modules/notifications/index.ts'
import type { WebReply } from '../http/route.ts'
import { useSay } from '../ui/lang.tsx'
import { Csrf } from '../ui/parts.tsx'
import { dossierUrl, queueOf, withQuery, type DeskRequest } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { redirect } from '../http/route.ts'

/** Of a birth: when the child has died, the family gets no more messages about it. */
export function StopMessages({ facts }: { facts: DossierFacts }) {
  const { view, queue, messagesStopped } = facts
  const { dossier, definition } = view
  const t = useSay()
  if (definition.register?.book !== 'birth' || isEnded(dossier.state)) return null
  if (messagesStopped)
    return (
      <p class="sm">
        {t(
          'Đã dừng nhắn tin cho gia đình. Việc cần báo thì gọi điện.',
          'Messages to the family are stopped. Telephone instead.',
        )}
      </p>
    )
  return (
    <details class="hand">
      <summary>{t('Gia đình có tin buồn', 'The family has lost the child')}</summary>
      <form method="post" action={dossierUrl(dossier.code, { tail: 'dung-nhan-tin', queue })}>
        <Csrf token={facts.csrf} />
        <p class="sm muted">
          {t(
            'Trẻ mất thì dừng mọi tin nhắn về hồ sơ này. Việc cần báo thì gọi điện.',
            'When the child has died, no more messages about this dossier are sent. Telephone instead.',
          )}
        </p>
        <button class="btn btn--q">{t('Dừng nhắn tin', 'Stop the messages')}</button>
      </form>
    </details>
  )
}

export async function postStopMessages(req: DeskRequest): Promise<WebReply> {
  const { code } = await stopMessages(req.ctx, { code: req.params['dossierId'] ?? '' })
  return redirect(withQuery(dossierUrl(code, { queue: queueOf(req) }), 'vua', 'dung-nhan-tin'))
}
