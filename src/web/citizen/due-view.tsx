import type { ComponentChildren } from 'preact'
import type { Agency } from '../../modules/agencies/index.ts'
import {
  calendarFor,
  explain,
  explainEn,
  explainVi,
  workingMinutesBetween,
  type Reason,
} from '../../modules/calendar/index.ts'
import { isEnded, type Dossier, type World } from '../../modules/dossiers/index.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { hoursInWords } from '../public/hours.ts'
import { DueBox } from '../ui/progress-parts.tsx'
import type { Lang } from '../words/index.ts'
import { capitalised, longDay, moment, timeOf } from './moments.ts'
import { officeName } from './office.ts'
import { trackingWords } from './tracking-words.ts'

/** What a due box needs of a dossier; the public page knows no more. */
export type DueFacts = Pick<
  Dossier,
  'agencyId' | 'state' | 'filedAt' | 'receiveBy' | 'receivedAt' | 'dueAt' | 'endedAt'
>

type Props = { facts: DueFacts; world: World; now: Date; lang: Lang; reasons?: readonly unknown[] }

/** First when, then where. */
export function Due(props: Props) {
  const { facts, world, lang } = props
  const t = trackingWords(lang).due
  const agency = world.city.agency(facts.agencyId)
  const when = whenOf(props, agency)
  return (
    <DueBox
      dueTerm={when.term}
      due={when.text}
      dueNote={when.note}
      placeTerm={t.place}
      place={t.desk(agency?.name ?? '')}
      placeNote={agency ? <Place agency={agency} world={world} lang={lang} /> : undefined}
    />
  )
}

function Place({ agency, world, lang }: { agency: Agency; world: World; lang: Lang }) {
  const { address, phone } = agency.desk
  return (
    <>
      {address ?? trackingWords(lang).due.noAddress}
      {phone ? `, ${phone}` : ''}
      <br />
      {capitalised(hoursInWords(world.city.deskHours(agency.id), lang))}
    </>
  )
}

type When = { term: string; text: string; note?: ComponentChildren }

function whenOf(props: Props, agency: Agency | undefined): When {
  const { facts, lang } = props
  const t = trackingWords(lang).due
  const day = (instant: Date) => capitalised(longDay(legalDay(instant), lang))
  if (facts.state === 'interlinking' && facts.endedAt) {
    return { term: t.ready, text: day(facts.endedAt), note: t.readyInHours }
  }
  if (facts.state === 'signed' && facts.endedAt) {
    const until = `31/12/${yearOf(legalDay(facts.endedAt))}`
    return { term: t.ready, text: day(facts.endedAt), note: t.readyNote(until) }
  }
  if (isEnded(facts.state)) {
    const term = facts.state === 'handed_over' ? t.endedHandover : t.ended
    return { term, text: facts.endedAt ? day(facts.endedAt) : '' }
  }
  if (facts.receivedAt === null || facts.dueAt === null) {
    return {
      term: t.answerBy(officeName(agency, lang)),
      text: `${timeOf(facts.receiveBy)} ${longDay(legalDay(facts.receiveBy), lang)}`,
      note: facts.state === 'filed' ? <Waited {...props} /> : t.paused,
    }
  }
  const isPaused = facts.state === 'supplementing' || facts.state === 'previewing'
  return {
    term: t.due,
    text: day(facts.dueAt),
    note: (
      <>
        {isPaused ? t.paused : t.before(timeOf(facts.dueAt))}
        <Why {...props} />
      </>
    ),
  }
}

/** The wait before receipt is shown and counted. */
function Waited({ facts, world, now, lang }: Props) {
  const t = trackingWords(lang).due
  if (now > facts.receiveBy) return <>{t.late}</>
  const calendar = calendarFor(world.calendar, facts.agencyId)
  const minutes = workingMinutesBetween(calendar, facts.filedAt, now)
  const hours = (Math.floor(minutes / 6) / 10).toLocaleString(lang === 'en' ? 'en' : 'vi')
  return <>{t.waited(hours, moment(facts.filedAt, lang))}</>
}

/** The days that were skipped, to open. Reasons are stored as the calendar made them. */
function Why({ reasons = [], lang }: Props) {
  const sentences = explain(reasons as readonly Reason[], lang === 'en' ? explainEn : explainVi)
  if (sentences.length === 0) return null
  return (
    <details class="mt1">
      <summary>{trackingWords(lang).due.why}</summary>
      <ul class="bul">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
