import { errorResponse } from '../to-response.ts'
import { Icon } from '../ui/icons.tsx'
import { useSay } from '../ui/lang.tsx'
import type { DossierFacts } from './dossier-facts.ts'
import type { Refused } from './dossier-page.tsx'
import { happened } from './happened.ts'
import { moment } from './moments.ts'

/** Says why the act was refused, who did what since, and gives back what was typed. */
export function RefusedAct({ facts, refused }: { facts: DossierFacts; refused: Refused }) {
  const { title, detail } = errorResponse(refused.refusal, facts.lang)
  const t = useSay()
  const since = facts.view.events.filter(({ version }) => version > refused.seenVersion)
  const typed = Object.values(refused.typed).filter((text) => text !== '')
  return (
    <div class="errsum" tabIndex={-1} aria-labelledby="es">
      <div role="alert">
        <h2 id="es">
          <Icon name="stop" />
          {title}
        </h2>
        <p>{detail}</p>
        {since.length > 0 ? (
          <>
            <p>
              <strong>{t('Từ khi ông/bà mở hồ sơ:', 'Since you opened the dossier:')}</strong>
            </p>
            <ul>
              {since.map((event) => {
                const { at, text } = happened(event, facts, facts.lang)
                return (
                  <li>
                    {moment(at, facts.now)} {text}
                  </li>
                )
              })}
            </ul>
          </>
        ) : null}
        {typed.length > 0 ? (
          <>
            <p>
              <strong>{t('Ông/bà đã gõ:', 'You had typed:')}</strong>
            </p>
            {typed.map((text) => (
              <blockquote>{text}</blockquote>
            ))}
          </>
        ) : null}
      </div>
    </div>
  )
}
