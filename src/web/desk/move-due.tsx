import { moveDue, type Dossier } from '../../modules/dossiers/index.ts'
import {
  checkField,
  parseInput,
  type Answers,
  type FieldDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { instantAt, legalDay, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { route, type Route, type WebReply } from '../http/route.ts'
import { done } from './acts.ts'
import { actIn, textIn, type DeskRequest } from './desk-request.ts'
import { dossierFacts } from './dossier-facts.ts'
import { MOVE_FIELDS, moveDuePage } from './move-due-page.tsx'
import { refusable } from './refusable.ts'

const URL = '/can-bo/ho-so/:dossierId/hen-lai'

/** The head gives another day and hour for the result, once, with the reason. */
export const moveDueRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'dossier.move-due', handle: showMove }),
  route({ method: 'POST', url: URL, action: 'dossier.move-due', handle: postMove }),
]

async function showMove(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  ensureOpen(facts.view.dossier)
  return moveDuePage(facts, { raw: {}, reason: '', problems: [] })
}

function ensureOpen({ dueAt, endedAt, state }: Dossier): void {
  if (dueAt === null || endedAt !== null) throw new Refusal('act-not-now', { state })
}

/** What the page itself can put right; anything else is about the dossier. */
const aboutTheForm = ['due-date-in-past', 'due-date-not-later', 'due-date-outside-desk-hours']
const aboutTheReason = ['due-date-without-reason', 'reason-missing', 'reason-too-long']

function postMove(req: DeskRequest): Promise<WebReply> {
  const reason = textIn(req.body, 'reason')
  return refusable(req, ['reason'], async () => {
    const facts = await dossierFacts(req)
    const raw = req.body
    const read = readMoment(raw, formWorldOf(facts.world.city, legalDay(facts.now)))
    if (read.at === undefined) return moveDuePage(facts, { raw, reason, problems: read.problems })
    try {
      await moveDue(req.ctx, { ...actIn(req), to: read.at, reason })
      return done(req, 'hen-lai')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const isKnown = [...aboutTheForm, ...aboutTheReason].includes(error.code)
      if (!isKnown) throw error
      const at = aboutTheReason.includes(error.code) ? 'reason' : MOVE_FIELDS.day.key
      return moveDuePage(facts, { raw, reason, problems: [], refusal: { error, at } })
    }
  })
}

type Read = { at: Date; problems: readonly [] } | { at: undefined; problems: readonly Problem[] }

/** The day and the hour together; everything wrong with either at once. */
function readMoment(raw: RawInputs, world: ReturnType<typeof formWorldOf>): Read {
  const day = readOne(MOVE_FIELDS.day, raw, world)
  const time = readOne(MOVE_FIELDS.time, raw, world)
  const problems = [...day.problems, ...time.problems]
  if (problems.length > 0) return { at: undefined, problems }
  const [hours = 0, minutes = 0] = time.value.split(':').map(Number)
  return { at: instantAt(plainDate(day.value), hours * 60 + minutes), problems: [] }
}

function readOne(field: FieldDefinition, raw: RawInputs, world: ReturnType<typeof formWorldOf>) {
  const { value, problems } = parseInput(field, raw)
  const answers: Answers = {}
  const wrong = problems.length > 0 ? problems : checkField(field, value, { answers, world })
  // Days and times are stored as text.
  return { value: String(value ?? ''), problems: wrong }
}
