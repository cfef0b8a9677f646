import type { SubjectCandidate } from '../../modules/persons/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { bandText, entryText, personText, reasonsText } from './person-words.ts'

/** Who the subject may be among all people recorded: warns, never blocks; the likest first. */
export function PersonsAlike({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const [first, ...others] = facts.persons
  if (!first) return null
  const { length } = others
  return (
    <>
      <PersonAlike facts={facts} alike={first} />
      {length > 0 ? (
        <details class="more">
          <summary>
            {t(
              `Còn ${length} người khác có thể trùng`,
              `Other people who may be the same: ${length}`,
            )}
          </summary>
          {others.map((alike) => (
            <PersonAlike facts={facts} alike={alike} />
          ))}
        </details>
      ) : null}
    </>
  )
}

function PersonAlike({ facts, alike }: { facts: DossierFacts; alike: SubjectCandidate }) {
  const { view, queue, world } = facts
  const { person, isSame } = alike
  const t = useSay()
  const lang = useLang()
  const who = personText(person, lang)
  const title = isSame
    ? t('Đã xác định là cùng một người', 'Decided to be the same person')
    : t('Người có thể trùng', 'May be the same person')
  const entries = alike.facts.map((fact) => entryText(fact, world.city, lang)).filter(Boolean)
  const url = (tail: string) => dossierUrl(view.dossier.code, { tail, queue })
  return (
    <section class="dup" aria-label={`${title}: ${who}`}>
      <Icon name="person" />
      <p>
        <strong>
          {title}: {who}
        </strong>
        {entries.length > 0 ? `. ${entries.join('; ')}` : ''}. {bandText(alike.band, lang)}:{' '}
        {reasonsText(alike.reasons, lang)}.
      </p>
      <form class="acts" method="post" action={url('nguoi')}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="nguoi" value={person.id} />
        <a class="btn btn--2" href={url(`nguoi/${person.id}`)}>
          {t('So sánh', 'Compare')}
        </a>
        {facts.mayCompare ? (
          <button class="btn btn--q" name="la" value="other">
            {t('Không trùng', 'Not the same')}
          </button>
        ) : null}
      </form>
    </section>
  )
}
