import type { Text } from '../../modules/forms/index.ts'
import { page, type WebReply } from '../http/route.ts'
import { langOf, say } from '../words/index.ts'
import type { Req } from './request.ts'

/** Nothing is to be filed: the lines that say so, and nothing more. */
export function stoppedPage({ lang }: Req, stop: Text): WebReply {
  const [title = '', ...lines] = say(stop, lang).split('\n')
  const content = (
    <div class="wrap page">
      <div class="measure stack-l" lang={langOf(stop, lang)}>
        <h1>{title}</h1>
        {lines.map((line) => (
          <p class="lead">{line}</p>
        ))}
      </div>
    </div>
  )
  return page(content, { title, layout: 'form' })
}
