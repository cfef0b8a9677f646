import { Icon, type IconName } from './icons.tsx'
import { Mark, stateClass, type TimelineItem } from './progress-parts.tsx'

export type LaneChip = {
  kind: 'act' | 'wait' | 'soon' | 'done' | 'plain'
  icon: IconName
  text: string
}

export type LaneShown = {
  id: string
  title: string
  /** Language of the title where it is not the page's. */
  lang?: string
  agency: string
  chip: LaneChip
  /** One sentence under the chip: why it stands still, what to do. */
  note?: string
  items: readonly TimelineItem[]
}

const edges = { act: ' lane--act', done: ' lane--done', wait: '', soon: '', plain: '' } as const

/** Agencies that work at the same time, side by side; each with its own state and due date. */
export function Lanes(props: { lanes: readonly LaneShown[]; heading?: 'h3' | 'h4' }) {
  // Under the steps of a timeline, which are h3; without one right under the section's title.
  const { lanes, heading: Heading = 'h4' } = props
  return (
    <div class="lanes">
      {lanes.map((lane) => (
        <section class={`lane${edges[lane.chip.kind]}`} aria-labelledby={lane.id}>
          <div class="lane__hd">
            <Heading id={lane.id} lang={lane.lang}>
              {lane.title}
              <small>{lane.agency}</small>
            </Heading>
            <span class={lane.chip.kind === 'plain' ? 'tag' : `tag tag--${lane.chip.kind}`}>
              <Icon name={lane.chip.icon} />
              {lane.chip.text}
            </span>
          </div>
          {lane.note ? <p class="sm mb4">{lane.note}</p> : null}
          <ol class="tl">
            {lane.items.map((item) => (
              <li class={stateClass(item)}>
                <Mark item={item} />
                {item.state === 'now' || item.state === 'act' ? (
                  <strong>{item.title}</strong>
                ) : (
                  item.title
                )}
                {item.meta ? <span class="meta block">{item.meta}</span> : null}
                {item.children}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
