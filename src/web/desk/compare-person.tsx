import { staffNames } from '../../modules/accounts/index.ts'
import { decidePerson } from '../../modules/dossiers/index.ts'
import { normaliseName } from '../../modules/people/index.ts'
import {
  findPerson,
  listSubjectDecisions,
  type SubjectCandidate,
  type WholePerson,
} from '../../modules/persons/index.ts'
import { subjectOf } from '../../modules/procedures/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn } from '../ui/lang.tsx'
import { ComparePersonPage, type PersonPair } from './compare-person-page.tsx'
import {
  dossierUrl,
  nextPlace,
  queueOf,
  textIn,
  withQuery,
  type DeskRequest,
} from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'
import { birthText, numberText, sexText } from './person-words.ts'

const DOSSIER = '/can-bo/ho-so/:dossierId'

/** The subject of a dossier beside a person recorded, and what the officer says about them. */
export const comparePersonRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: `${DOSSIER}/nguoi/:personId`,
    action: 'dossier.read',
    handle: showPair,
  }),
  route({
    method: 'POST',
    url: `${DOSSIER}/nguoi`,
    action: 'dossier.check-field',
    handle: postDecision,
  }),
]

async function showPair(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const alike = facts.persons.find(({ person }) => person.id === req.params['personId'])
  const whole = alike && (await findPerson(req.ctx.db, { personId: alike.person.id }))
  if (!alike || !whole) throw new Refusal('not-found')
  const { dossier } = facts.view
  req.ctx.log.info(
    { part: 'persons', staff: facts.staffId, person: whole.id, dossier: dossier.id },
    'person compared',
  )
  const content = (
    <ComparePersonPage
      facts={facts}
      alike={alike}
      person={whole}
      pairs={pairsOf(facts, whole)}
      said={await decisionOn(req, facts, alike)}
    />
  )
  return page(content, {
    title: sayIn(req.lang)('So sánh với người đã ghi nhận', 'Compare with a person recorded'),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
  })
}

/** Item by item: declared, recorded; what differs comes first. */
function pairsOf({ view, answers, lang }: DossierFacts, person: WholePerson): PersonPair[] {
  const subject = subjectOf(view.definition, answers)
  const t = sayIn(lang)
  const row = (label: string, mine: string | undefined, other: string | null): PersonPair => {
    const isEqual = mine && other ? normaliseName(mine) === normaliseName(other) : null
    return { label, mine: mine ?? '', other: other ?? '', isEqual }
  }
  const rows = [
    row(t('Họ và tên', 'Full name'), subject?.name, person.name),
    row(t('Giới tính', 'Sex'), sexText(subject?.sex, lang), sexText(person.sex, lang)),
    row(t('Ngày sinh', 'Born'), subject && birthText(subject), birthText(person)),
    row(t('Họ và tên mẹ', 'Mother'), subject?.motherName, person.motherName),
    row(t('Họ và tên cha', 'Father'), subject?.fatherName, person.fatherName),
    row(
      t('Số định danh', 'Personal number'),
      numberText(subject?.number),
      numberText(person.number),
    ),
  ]
  const order = (pair: PersonPair) => (pair.isEqual === false ? 0 : pair.isEqual ? 1 : 2)
  return rows.toSorted((a, b) => order(a) - order(b))
}

/** Who said last that it is the same, and when. */
async function decisionOn(
  { ctx }: DeskRequest,
  facts: DossierFacts,
  { person, isSame }: SubjectCandidate,
): Promise<{ by: string; at: Date } | null> {
  if (!isSame) return null
  const decisions = await listSubjectDecisions(ctx.db, facts.view.dossier.id)
  const said = decisions.find(({ personId }) => personId === person.id)
  if (!said) return null
  const names = await staffNames(ctx.db, [said.decidedBy])
  return { by: names.get(said.decidedBy) ?? '', at: said.decidedAt }
}

async function postDecision(req: DeskRequest): Promise<WebReply> {
  const personId = textIn(req.body, 'nguoi')
  const verdict = textIn(req.body, 'la')
  const isVerdict = verdict === 'same' || verdict === 'other'
  if (!isVerdict || !/^[0-9a-f-]{36}$/.test(personId)) throw new Refusal('form-stale')
  const code = req.params['dossierId'] ?? ''
  await decidePerson(req.ctx, { code, personId, verdict })
  const back = dossierUrl(code, { queue: queueOf(req) })
  const what = verdict === 'same' ? 'cung-nguoi' : 'khong-trung-nguoi'
  return redirect(nextPlace(req, withQuery(back, 'vua', what)))
}
