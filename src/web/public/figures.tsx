import type { PlainDate } from '../../platform/plain-date.ts'
import type { WebRequest } from '../http/route.ts'
import { Section } from '../ui/parts.tsx'
import { publicWords } from './words.ts'

/** The city published the first ten days; shown only in that year, once they are over. */
export function hasPublishedFigures(day: PlainDate): boolean {
  return day >= '2016-08-19' && day <= '2016-12-31'
}

const PUBLISHED = {
  birth: { net: 842, desk: 597 },
  death: { net: 177, desk: 220 },
} as const

export function Figures({ req }: { req: WebRequest }) {
  const t = publicWords(req.lang).portal
  return (
    <Section id="h-sl" title={t.figures}>
      <p class="sec__lead">{t.figuresLead}</p>
      <svg class="defs" width="0" height="0" aria-hidden="true">
        <defs>
          <pattern
            id="hz"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path fill="#f0c876" d="M0 0h6v6H0z" />
            <path fill="#cf9020" d="M0 0h3v6H0z" />
          </pattern>
        </defs>
      </svg>
      <div class="panel panel--paper">
        <p class="huge">56%</p>
        <p class="muted sm">{t.figuresTotal}</p>
        <Split name={t.birth} figures={PUBLISHED.birth} words={t.figuresSplit} />
        <Split name={t.death} figures={PUBLISHED.death} words={t.figuresSplit} />
      </div>
    </Section>
  )
}

function Split(props: {
  name: string
  figures: { net: number; desk: number }
  words: { net: string; desk: string }
}) {
  const { net, desk } = props.figures
  const share = Math.round((1000 * net) / (net + desk)) / 10
  return (
    <div class="mt4">
      <p class="sm between">
        <span>{props.name}</span>
        <span>
          <strong>{net}</strong>
          {props.words.net}
          {desk}
          {props.words.desk}
        </span>
      </p>
      <svg class="split" width="100%" height="12" aria-hidden="true">
        <rect class="a" width={`${share}%`} height="100%" />
        <rect x={`${share}%`} width={`${100 - share}%`} height="100%" fill="url(#hz)" />
      </svg>
    </div>
  )
}
