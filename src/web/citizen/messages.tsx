import type { Message } from '../../modules/notifications/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import type { Lang } from '../words/index.ts'
import { shortMoment } from './moments.ts'
import { trackingWords } from './tracking-words.ts'

/** What was sent to the citizen's phone about this dossier; the newest open, the others folded. */
export function Messages(props: { messages: readonly Message[]; lookupNo: string; lang: Lang }) {
  const { messages, lookupNo, lang } = props
  const t = trackingWords(lang).side
  const [newest, ...earlier] = messages
  if (newest === undefined) return null
  return (
    <section class="panel panel--paper" aria-labelledby="tn">
      <h2 id="tn">{t.messages}</h2>
      <Sms message={newest} lang={lang} />
      {earlier.length > 0 ? (
        <details class="mt4 sm">
          <summary>{t.earlier(earlier.length)}</summary>
          <div class="stack mt2">
            {earlier.map((message) => (
              <Sms message={message} lang={lang} />
            ))}
          </div>
        </details>
      ) : null}
      <p class="sm mt4 muted">{t.ask(lookupNo)}</p>
    </section>
  )
}

function Sms({ message, lang }: { message: Message; lang: Lang }) {
  return (
    <div>
      <p class="xs muted mb1">
        {trackingWords(lang).side.messageTo(
          shortMoment(message.createdAt),
          maskPhone(message.recipient),
        )}
      </p>
      <p class="sms" lang="vi">
        {message.body}
      </p>
    </div>
  )
}
