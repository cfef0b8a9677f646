import type { DossierView, World } from '../../modules/dossiers/index.ts'
import type { Continuation, ProcedureDefinition } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Csrf, Section } from '../ui/parts.tsx'
import { langOf, say } from '../words/index.ts'
import { dossierPath } from './file.tsx'
import type { Req } from './request.ts'
import { trackingWords } from './tracking-words.ts'

type Standing = { view: DossierView; world: World; now: Date }

type Next = { rule: Continuation; definition: ProcedureDefinition }

/** What the citizen may go on to now that the result is there. */
export function nextErrands({ view, world, now }: Standing): readonly Next[] {
  if (view.dossier.state !== 'signed' && view.dossier.state !== 'handed_over') return []
  return (view.definition.continuesWith ?? []).flatMap((rule) => {
    const definition = world.procedures.offeredOn(rule.procedure, legalDay(now))
    return definition ? [{ rule, definition }] : []
  })
}

/** The next errands of the same people, each a button: what was said is filled in. */
export function Continuations({ req, own }: { req: Req; own: Standing }) {
  const errands = nextErrands(own)
  if (errands.length === 0) return null
  const t = trackingWords(req.lang).next
  return (
    <Section id="tiep" title={t.title}>
      <form action={req.href(dossierPath(own.view.dossier.id, 'lam-tiep'))} method="post">
        <Csrf token={req.csrf} />
        <p class="mb4">{t.lead}</p>
        <p class="acts">
          {errands.map(({ definition }) => (
            <button
              class="btn btn--2"
              name="procedure"
              value={definition.key}
              lang={langOf(definition.name, req.lang)}
            >
              {say(definition.name, req.lang)}
            </button>
          ))}
        </p>
      </form>
    </Section>
  )
}
