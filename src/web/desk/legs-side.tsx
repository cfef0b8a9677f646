import type { Lane } from '../../modules/interlink/index.ts'
import { laneShown, partnerName, type LaneContext } from '../citizen/lane-view.ts'
import { officeName } from '../citizen/office.ts'
import { Icon } from '../ui/icons.tsx'
import { useSay } from '../ui/lang.tsx'
import { legalDay } from '../../platform/plain-date.ts'
import { say } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { legUrl } from './exchange-urls.ts'
import { clockTime, moment, shortDay, weekdayName } from './moments.ts'

export function laneContext({ world, lang, view, now }: DossierFacts): LaneContext {
  const office = officeName(world.city.agency(view.dossier.agencyId), lang)
  return { city: world.city, lang, office, now, withWords: true }
}

/** By when the ward answers a leg, as its event said. */
export function answerByOf({ view }: Pick<DossierFacts, 'view'>, key: string): Date | undefined {
  const asked = view.events.findLast(
    ({ kind, facts }) =>
      kind === 'legMoved' && facts['leg'] === key && facts['became'] === 'supplementRequested',
  )
  const by = asked?.facts['answerBy']
  return typeof by === 'string' ? new Date(by) : undefined
}

/** An agency asks the ward, never the citizen: told above everything else. */
export function AskedByAgencies({ facts }: { facts: DossierFacts }) {
  const asking = facts.lanes.filter(({ state }) => state === 'supplementRequested')
  return (
    <>
      {asking.map((lane) => (
        <Asked facts={facts} lane={lane} />
      ))}
    </>
  )
}

function Asked({ facts, lane }: { facts: DossierFacts; lane: Lane }) {
  const t = useSay()
  const { view, queue, now, lang } = facts
  const partner = partnerName(laneContext(facts), lane.partner)
  const by = answerByOf(facts, lane.key)
  const title = t(`${partner} hỏi`, `${partner} asks`)
  const count = lane.asked?.items.length ?? 0
  const day = by && `${weekdayName(legalDay(by), lang)} ${shortDay(legalDay(by), legalDay(now))}`
  return (
    <section class="dup" aria-label={title}>
      <Icon name="message" />
      <p>
        <strong>{title}</strong>{' '}
        {t(`${count} mục về hồ sơ này.`, count === 1 ? '1 item.' : `${count} items.`)}{' '}
        {by
          ? t(`Trả lời trước ${clockTime(by)} ${day}.`, `Answer before ${clockTime(by)} ${day}.`)
          : null}
      </p>
      {facts.acts.includes('answerPartner') ? (
        <p class="acts">
          <a
            class="btn btn--2"
            href={dossierUrl(view.dossier.code, { tail: `lien-thong/${lane.key}`, queue })}
          >
            {t('Xem và trả lời', 'See and answer')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** Other agencies' parts, each with its state; or for whom this agency does its part. */
export function LegsSide({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const { lanes, lead } = facts
  if (lead) return <LeadOf facts={facts} />
  if (lanes.length === 0) return null
  return (
    <>
      <h2>{t('Liên thông', 'Other agencies')}</h2>
      <div class="body">
        <ul class="law">
          {lanes.map((lane) => (
            <Leg facts={facts} lane={lane} />
          ))}
        </ul>
      </div>
    </>
  )
}

function Leg({ facts, lane }: { facts: DossierFacts; lane: Lane }) {
  const t = useSay()
  const { view, now } = facts
  const shown = laneShown(lane, laneContext(facts))
  const { code, dueAt, leg, results } = lane
  const due = dueAt && `${t('hạn', 'due')} ${moment(dueAt, now)}`
  return (
    <li class={shown.chip.kind === 'act' ? 'refuse' : shown.chip.kind === 'soon' ? 'warn' : 'note'}>
      <Icon name={shown.chip.icon} />
      <span>
        <strong>{shown.title}</strong>: {shown.chip.text}{' '}
        <small>
          {[shown.agency, code, lane.endedAt ? null : due].filter(Boolean).join(', ')}
          {results.map(({ name, value }) => (
            <span class="block">
              {say(name, facts.lang)}: <b class="ink">{value}</b>
            </span>
          ))}
          {shown.note ? <span class="block">{shown.note}</span> : null}
          {leg ? (
            <>
              {' '}
              <a href={legUrl({ agencyId: view.dossier.agencyId, leg })}>
                {t('thông điệp', 'messages')}
                <span class="vh">: {shown.title}</span>
              </a>
            </>
          ) : null}
        </small>
      </span>
    </li>
  )
}

function LeadOf({ facts }: { facts: DossierFacts }) {
  const t = useSay()
  const { lead, now } = facts
  if (!lead) return null
  return (
    <>
      <h2>{t('Cơ quan chủ trì', 'Lead agency')}</h2>
      <div class="body">
        <p class="sm">
          <strong>{lead.agencyName}</strong>, {t('hồ sơ', 'dossier')} {lead.dossierCode}
        </p>
        <p class="sm muted">
          {t(
            `Cần kết quả trước ${moment(lead.dueAt, now)}. Thiếu gì thì hỏi cơ quan chủ trì, không hỏi người dân.`,
            `Wants the result before ${moment(lead.dueAt, now)}. Ask the lead agency, never the citizen.`,
          )}
        </p>
      </div>
    </>
  )
}
