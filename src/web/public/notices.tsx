import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import type { WebRequest } from '../http/route.ts'
import { Callout, Section } from '../ui/parts.tsx'
import { langOf, say } from '../words/index.ts'
import type { CityDay } from './day-of-request.ts'
import { nameIn } from './procedures.tsx'
import { publicWords } from './words.ts'

type Props = { req: WebRequest; today: CityDay; definition: ProcedureDefinition }

/** Things worth knowing, with the way on to another procedure while that one is offered. */
export function Notices({ req, today, definition }: Props) {
  const { lang } = req
  return (
    <>
      {definition.notices.map(({ title, body, procedure }) => {
        const next = procedure && today.procedures.offeredOn(procedure, today.day)
        return (
          <Callout kind="info" icon="share" title={say(title, lang)}>
            <p>{say(body, lang)}</p>
            {next ? (
              <p>
                <a href={req.href(`/thu-tuc/${next.slug}`)}>{nameIn(next, lang)}</a>
              </p>
            ) : null}
          </Callout>
        )
      })}
    </>
  )
}

/** What else the same book of civil status is kept for: somebody may be on the wrong page. */
export function Related({ req, today, definition }: Props) {
  const { lang } = req
  const book = definition.register?.book
  const related = today.procedures
    .on(today.day)
    .filter(({ key, register }) => key !== definition.key && register?.book === book)
  if (book === undefined || related.length === 0) return null
  return (
    <Section id="p5" title={publicWords(lang).procedure.related}>
      <ul class="links">
        {related.map((one) => (
          <li>
            <a href={req.href(`/thu-tuc/${one.slug}`)} lang={langOf(one.name, lang)}>
              {nameIn(one, lang)}
            </a>
            <p class="sm muted">{say(one.summary, lang)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
