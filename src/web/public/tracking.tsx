import { ensureMayGuess, recordWrongGuess, spendUse } from '../../modules/accounts/index.ts'
import { track, trackBySecret, worldOf, type PublicStatus } from '../../modules/dossiers/index.ts'
import { lanesOfCode } from '../../modules/interlink/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Numbers } from '../citizen/dossier-page.tsx'
import { Due } from '../citizen/due-view.tsx'
import { dossierPath } from '../citizen/file.tsx'
import { shownLanes } from '../citizen/lane-items.tsx'
import { laneShown } from '../citizen/lane-view.ts'
import { laneWords } from '../citizen/lane-words.ts'
import { officeName } from '../citizen/office.ts'
import { refusalText, paramOf, type Req } from '../citizen/request.ts'
import { trackingWords } from '../citizen/tracking-words.ts'
import { Wrong } from '../citizen/phone.tsx'
import { page, redirect, type WebReply } from '../http/route.ts'
import { paths } from '../paths.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Lanes } from '../ui/lanes.tsx'
import { Back, Section } from '../ui/parts.tsx'
import { langOf, say } from '../words/index.ts'
import { queryText } from './day-of-request.ts'

/** One box for both numbers; the answer is status and place, never a name. */
export async function showTracking(req: Req): Promise<WebReply> {
  if (!Object.hasOwn(req.query, 'ma')) return formReply(req, {})
  const text = queryText(req.query, 'ma')
  if (text === '') return formReply(req, { problem: trackingWords(req.lang).track.missing })
  const guess = { what: 'lookup', ip: req.ip }
  try {
    await ensureMayGuess(req.ctx, guess)
    await spendUse(req.ctx, { what: 'lookup', ip: req.ip })
    return await statusReply(req, await track(req.ctx, text))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'dossier-unknown') await recordWrongGuess(req.ctx, guess)
    const { title, detail } = refusalText(error, req.lang)
    const status = error.code === 'guesses-throttled' ? 429 : 422
    return formReply(req, { text, problem: `${title}. ${detail}`, status })
  }
}

/** The QR of a dossier's papers. */
export async function showBySecret(req: Req): Promise<WebReply> {
  return statusReply(req, await trackBySecret(req.ctx, paramOf(req, 'secret')))
}

type FormShown = { text?: string; problem?: string; status?: number }

function formReply(req: Req, { text = '', problem, status = 422 }: FormShown): WebReply {
  const { lang } = req
  const t = trackingWords(lang).track
  const content = (
    <div class="wrap page">
      <div class="measure">
        <ErrorSummary items={problem ? [{ href: '#ma', text: problem }] : []} lang={lang} />
        <h1>{t.title}</h1>
        <p class="lead mt2 mb5">{t.lead}</p>
        <form action={req.href(paths.track)} method="get" novalidate>
          <div class={problem ? 'field field--err' : 'field'}>
            <label for="ma">{t.box}</label>
            <p class="hint" id="ma-hint">
              {t.hint}
            </p>
            {problem ? <Wrong id="ma-error" text={problem} /> : null}
            <input
              type="text"
              class={`in${problem ? ' in--err' : ''}`}
              id="ma"
              name="ma"
              value={text}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby={problem ? 'ma-hint ma-error' : 'ma-hint'}
              aria-invalid={problem ? 'true' : undefined}
            />
          </div>
          <button class="btn">{t.button}</button>
        </form>
      </div>
    </div>
  )
  const options = { title: t.title, nav: '/tra-cuu' } as const
  return page(content, problem ? { ...options, hasProblems: true, status } : options)
}

/** The owner is led to the whole page; anybody else reads status and place. */
async function statusReply(req: Req, status: PublicStatus): Promise<WebReply> {
  if (status.ownId !== null) return redirect(req.href(dossierPath(status.ownId)))
  const { lang } = req
  const t = trackingWords(lang)
  const world = await worldOf(req.deps.db)
  const now = req.ctx.clock.now()
  const lanes = shownLanes(await lanesOfCode(req.deps.db, status.code, legalDay(now)))
  const office = officeName(world.city.agency(status.agencyId), lang)
  const definition = world.procedures.revision(status.procedureKey, status.revision)
  const content = (
    <div class="wrap page">
      <Back href={req.href(paths.track)}>{t.track.other}</Back>
      <div class="measure stack-l">
        <div>
          <Numbers {...status} lang={lang} />
          <h1 lang={definition && langOf(definition.name, lang)}>
            {definition ? say(definition.name, lang) : t.track.title}
          </h1>
        </div>
        <div class="panel panel--key">
          <p class="muted sm">{t.due.state}</p>
          <p class="h-s">
            <strong>{t.state[status.state]}</strong>
          </p>
        </div>
        <Due facts={status} world={world} now={now} lang={lang} />
        {lanes.length > 0 ? (
          <Section id="cq" title={laneWords(lang).agencies}>
            <Lanes
              heading="h3"
              lanes={lanes.map((lane) => laneShown(lane, { city: world.city, lang, office, now }))}
            />
          </Section>
        ) : null}
        <p class="sm muted">{t.track.noNames}</p>
        <p>
          <a class="btn btn--2" href={req.href(paths.signIn)}>
            {t.track.signIn}
          </a>
        </p>
      </div>
    </div>
  )
  return page(content, { title: `${t.track.title} ${status.code}`, nav: '/tra-cuu' })
}
