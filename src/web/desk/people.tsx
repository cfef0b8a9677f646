import { worldOf } from '../../modules/dossiers/index.ts'
import { checkField, parseInput, type Answers, type Problem } from '../../modules/forms/index.ts'
import { openPerson, searchPeople, type Candidate } from '../../modules/persons/index.ts'
import { formWorldOf, subjectOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn } from '../ui/lang.tsx'
import type { DeskRequest } from './desk-request.ts'
import { PEOPLE, PeoplePage, PERSON_FIELDS, PersonPage } from './person-page.tsx'

/** Looking people up. A search is a POST that answers at once: no name stands in an address. */
export const peopleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: PEOPLE,
    action: 'person.search',
    handle: (req) => peoplePage(req, { problems: [], found: null }),
  }),
  route({ method: 'POST', url: PEOPLE, action: 'person.search', handle: postSearch }),
  route({
    method: 'GET',
    url: '/can-bo/nguoi/:personId',
    action: 'person.read',
    handle: showPerson,
  }),
]

type Shown = { problems: readonly Problem[]; found: readonly Candidate[] | null }

async function peoplePage(req: DeskRequest, { problems, found }: Shown): Promise<WebReply> {
  const { city } = await worldOf(req.ctx.db)
  const shown = { csrf: req.csrf, raw: req.body, problems, found, city }
  return page(<PeoplePage {...shown} />, {
    title: sayIn(req.lang)('Tra cứu người', 'Look up a person'),
    layout: 'desk',
    nav: PEOPLE,
    ...(problems.length > 0 ? { hasProblems: true } : {}),
  })
}

const ASKED = {
  form: { pages: [{ key: 'nguoi', title: { vi: 'Người' }, fields: PERSON_FIELDS }] },
  roles: { subjectName: 'person.name' },
}

async function postSearch(req: DeskRequest): Promise<WebReply> {
  const { city } = await worldOf(req.ctx.db)
  const world = formWorldOf(city, legalDay(req.ctx.clock.now()))
  const answers: { [key: string]: Answers[string] } = {}
  const problems: Problem[] = []
  for (const field of PERSON_FIELDS) {
    const read = parseInput(field, req.body)
    const isEmpty = read.problems.length === 0 && read.value === undefined
    if (isEmpty) continue
    const found =
      read.problems.length > 0 ? read.problems : checkField(field, read.value, { answers, world })
    problems.push(...found)
    if (found.length === 0 && read.value !== undefined) answers[field.key] = read.value
  }
  const query = subjectOf(ASKED, answers)
  if (problems.length === 0 && !query && answers['person.personalNumber'] === undefined)
    problems.push({ field: 'person.name', code: 'missing', message: NAME_MISSING })
  if (problems.length > 0) return peoplePage(req, { problems, found: null })
  const found = await searchPeople(
    req.ctx,
    query ?? { name: '', number: String(answers['person.personalNumber']) },
  )
  return peoplePage(req, { problems: [], found })
}

const NAME_MISSING = {
  vi: 'Nhập họ và tên hoặc số định danh',
  en: 'Enter the full name or the personal number',
}

async function showPerson(req: DeskRequest): Promise<WebReply> {
  const person = await openPerson(req.ctx, req.params['personId'] ?? '')
  const { city } = await worldOf(req.ctx.db)
  return page(<PersonPage person={person} city={city} />, {
    title: sayIn(req.lang)('Người đã ghi nhận', 'A person recorded'),
    layout: 'desk',
    nav: PEOPLE,
  })
}
