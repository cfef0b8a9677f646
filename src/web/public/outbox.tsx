import { listNewest } from '../../modules/notifications/index.ts'
import { printPhone } from '../../modules/people/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountWords } from '../citizen/account-words.ts'
import { shortMoment } from '../citizen/moments.ts'
import type { Req } from '../citizen/request.ts'
import { page, type WebReply } from '../http/route.ts'
import { Callout } from '../ui/parts.tsx'

/** The demo's telephone: the newest messages as they would arrive. Elsewhere it does not exist. */
export async function showOutbox(req: Req): Promise<WebReply> {
  if (!req.deps.demo) throw new Refusal('not-found')
  const { lang } = req
  const t = accountWords(lang).outbox
  const messages = await listNewest(req.deps.db)
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <h1>{t.title}</h1>
        <Callout kind="soon" title={t.title}>
          <p>{messages.length === 0 ? t.none : t.lead}</p>
        </Callout>
        <p>
          <a class="btn btn--2" href={req.href('/hop-thu-demo')}>
            {t.reload}
          </a>
        </p>
        <div class="stack">
          {messages.map((message) => (
            <article>
              <p class="xs muted mb1">
                {t.to(shortMoment(message.createdAt), printPhone(message.recipient))}
              </p>
              <p class="sms" lang="vi">
                {message.body}
              </p>
            </article>
          ))}
        </div>
      </div>
    </div>
  )
  return page(content, { title: t.title })
}
