import type { WebRequest } from '../http/route.ts'
import type { CityDay } from './day-of-request.ts'
import { ChildPicture, LotusPicture } from './pictures.tsx'
import type { FamilyEvent } from './portal-words.ts'
import { publicWords } from './words.ts'

const pictures: Readonly<Record<FamilyEvent['picture'], () => preact.JSX.Element>> = {
  child: ChildPicture,
  lotus: LotusPicture,
}

/** What happens in a family, where several agencies' parts are filed together. */
export function FamilyEvents({ req, today }: { req: WebRequest; today: CityDay }) {
  const events = publicWords(req.lang).portal.familyEvents.flatMap((event) => {
    const procedure = today.procedures.offeredOn(event.procedure, today.day)
    return procedure ? [{ event, href: req.href(`/thu-tuc/${procedure.slug}`) }] : []
  })
  if (events.length === 0) return null
  return (
    <div class="grid">
      {events.map(({ event, href }) => (
        <Event event={event} href={href} button={publicWords(req.lang).portal.begin} />
      ))}
    </div>
  )
}

function Event({ event, href, button }: { event: FamilyEvent; href: string; button: string }) {
  const Picture = pictures[event.picture]
  return (
    <article class="ev">
      <div class="ev__top">
        <Picture />
        <div>
          <h3>
            <a href={href}>{event.title}</a>
          </h3>
          <span class="muted sm">{event.lead}</span>
        </div>
      </div>
      <ol class="ev__l">
        {event.steps.map(({ name, agency }) => (
          <li>
            {name} <small>{agency}</small>
          </li>
        ))}
      </ol>
      <a class="btn" href={href}>
        {button}
        <span class="vh"> {event.buttonMore}</span>
      </a>
    </article>
  )
}
