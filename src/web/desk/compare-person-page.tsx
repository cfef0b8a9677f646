import {
  standingFacts,
  type SubjectCandidate,
  type WholePerson,
} from '../../modules/persons/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { moment } from './moments.ts'
import { FactTable } from './person-page.tsx'
import { bandText, personText, reasonsText } from './person-words.ts'

/** `isEqual` is null where one of them is not known. */
export type PersonPair = { label: string; mine: string; other: string; isEqual: boolean | null }

export function ComparePersonPage(props: {
  facts: DossierFacts
  alike: SubjectCandidate
  person: WholePerson
  pairs: readonly PersonPair[]
  said: { by: string; at: Date } | null
}) {
  const { facts, alike, person, pairs, said } = props
  const t = useSay()
  const lang = useLang()
  return (
    <div class="wrap page">
      <Back href={dossierUrl(facts.view.dossier.code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      <h1 class="mb4">{t('So sánh với người đã ghi nhận', 'Compare with a person recorded')}</h1>
      <p class="mb5">
        <strong>{personText(person, lang)}</strong>. {bandText(alike.band, lang)}:{' '}
        {reasonsText(alike.reasons, lang)}.
        {said
          ? ` ${t('Đã xác định là cùng một người', 'Decided to be the same person')}: ${said.by}, ${moment(said.at, facts.now)}.`
          : ''}
      </p>
      <Pairs pairs={pairs} />
      <h2 class="mb4">{t('Đã ghi nhận về người này', 'Recorded of this person')}</h2>
      <FactTable facts={person.facts} city={facts.world.city} />
      <Decide facts={facts} alike={alike} />
    </div>
  )
}

function Pairs({ pairs }: { pairs: readonly PersonPair[] }) {
  const t = useSay()
  const verdict = (isEqual: boolean | null) =>
    isEqual === null ? null : (
      <>
        <Icon name={isEqual ? 'check' : 'warn'} />{' '}
        {isEqual ? t('Giống', 'Equal') : t('Khác', 'Different')}
      </>
    )
  return (
    <div
      class="tw mb5"
      role="region"
      aria-label={t('So sánh từng mục', 'Item by item')}
      tabIndex={0}
    >
      <table class="tb tb--w">
        <thead>
          <tr>
            <th scope="col">{t('Mục', 'Item')}</th>
            <th scope="col">{t('Khai trong hồ sơ này', 'Declared in this dossier')}</th>
            <th scope="col">{t('Đã ghi nhận', 'Recorded')}</th>
            <th scope="col">{t('So sánh', 'Comparison')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ label, mine, other, isEqual }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{other}</td>
              <td class="nw">{verdict(isEqual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/**
 * "The same" is offered where the entry may join the person: a death to one who lives, a birth to
 * one without a birth entry or registered again.
 */
function Decide({ facts, alike }: { facts: DossierFacts; alike: SubjectCandidate }) {
  const { view, queue, mayCompare } = facts
  const t = useSay()
  if (!mayCompare) return null
  const register = view.definition.register
  const kind = register?.book === 'death' ? 'died' : 'born'
  const isTaken = standingFacts(alike.facts).some((fact) => fact.kind === kind)
  const mayJoin = register?.entry === 'again' || !isTaken
  return (
    <form
      class="acts mt4"
      method="post"
      action={dossierUrl(view.dossier.code, { tail: 'nguoi', queue })}
    >
      <Csrf token={facts.csrf} />
      <input type="hidden" name="nguoi" value={alike.person.id} />
      {mayJoin && !alike.isSame ? (
        <button class="btn" name="la" value="same">
          {t('Đúng là người này', 'It is this person')}
        </button>
      ) : null}
      <button class="btn btn--2" name="la" value="other" data-key="F8">
        {t('Không trùng', 'Not the same')} <kbd>F8</kbd>
      </button>
    </form>
  )
}
