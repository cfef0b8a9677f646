import { Icon } from '../ui/icons.tsx'
import { Pairs, Panel } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import type { Own, OwnLegs } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { shownLanes } from './lane-items.tsx'
import { laneWords } from './lane-words.ts'

/** Numbers and papers that other agencies sent back, for whoever filed. */
export function LegResults({ req, own, legs }: Own & { legs: OwnLegs }) {
  const { lang } = req
  const { dossier, files } = own.view
  const lanes = shownLanes(legs.lanes).filter(({ results }) => results.length > 0)
  if (lanes.length === 0) return null
  const papers = lanes.flatMap(({ key, name }) =>
    files
      .filter(({ component }) => component === `result:${key}`)
      .map(({ id }) => ({ id, name: say(name, lang) })),
  )
  const pairs = lanes.flatMap(({ results }) =>
    results.map(({ name, value }) => ({ term: say(name, lang), value })),
  )
  return (
    <Panel id="kq" title={laneWords(lang).results}>
      <Pairs pairs={pairs} plain />
      {papers.length > 0 ? (
        <ul class="links sm mt4">
          {papers.map(({ id, name }) => (
            <li>
              <Icon name="download" />{' '}
              <a href={dossierPath(dossier.id, `tep/${id}`)}>
                {name}: {laneWords(lang).paperOf}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  )
}
