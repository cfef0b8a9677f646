import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleDeath2016 } from '../../catalogue/testing-death.ts'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { foldVietnamese } from '../agencies/index.ts'
import {
  confirmPreview,
  decidePerson,
  findPersonsAlike,
  open,
  propose,
  receive,
  viewForStaff,
  type Dossier,
} from '../dossiers/index.ts'
import { findPerson, recordBirth, type Identity } from '../persons/index.ts'
import { subjectOf } from '../procedures/index.ts'
import { handOver, sign } from './index.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

async function receivedDeath(card: string) {
  const { core, by, act } = errand
  const phone = `09137${card.slice(-5)}`
  const answers = sampleDeath2016({
    'contact.phone': phone,
    'deceased.idNumber': card,
    'deceased.birthDate': '1931-05-06',
  })
  const { dossier, owner } = await core.filed('death.register', answers)
  return { dossier: await receive(by('hang'), act(dossier)), owner }
}

async function viewed({ code }: Dossier) {
  const view = await viewForStaff(errand.by('yen'), code)
  const answers = view.declarations[0]!.answers
  const alike = await findPersonsAlike(errand.core.database.db, { ...view, answers })
  return { view, alike, subject: subjectOf(view.definition, answers)! }
}

/** Entered long ago, by somebody who wrote without marks. */
async function bornLongAgo(subject: Identity): Promise<string> {
  const { db } = errand.core.database
  const name = foldVietnamese(subject.name)
  return recordBirth(errand.core.system, db, {
    entry: { agencyId: 'ubnd-00199-2008', book: 'birth', year: 2001, no: 7 },
    person: { ...subject, name, number: undefined },
  })
}

test('a death joins the person whose birth another ward entered, and locks it', async () => {
  const { by, act, core } = errand
  const { db } = core.database
  const { dossier, owner } = await receivedDeath('010055101')
  const before = await viewed(dossier)
  assert.deepEqual(before.alike, [])
  const personId = await bornLongAgo(before.subject)
  const [alike] = (await viewed(dossier)).alike
  assert.deepEqual([alike?.person.id, alike?.band], [personId, 'likely'])
  assert.ok(alike?.reasons.includes('name-marks'))
  await assert.rejects(propose(by('yen'), act(dossier)), refuses('proposal-needs-remark'))
  await decidePerson(by('yen'), { code: dossier.code, personId, verdict: 'same' })
  const proposed = await propose(by('yen'), act(dossier))
  const own = { dossierId: proposed.id, requestKey: `c-${newKey()}` }
  const waiting = await confirmPreview(owner, own)
  await open(by('vinh'), waiting)
  const signed = await sign(by('vinh'), act(waiting))
  await handOver(by('hang'), await errand.collecting(signed, 41))
  const person = await findPerson(db, { dossierId: dossier.id })
  assert.deepEqual(
    [person?.id, person?.isLocked, person?.facts.map(({ kind }) => kind)],
    [personId, true, ['born', 'died']],
  )
})

test('the proposal tells the signer how many people were left undecided', async () => {
  const { by, act } = errand
  const { dossier } = await receivedDeath('010055102')
  const { alike } = await viewed(dossier)
  const likely = alike.filter(({ band }) => band === 'likely').length
  assert.ok(likely > 0)
  await propose(by('yen'), { ...act(dossier), remark: 'Đã xem, là hai người.' })
  const { events } = await viewForStaff(by('yen'), dossier.code)
  assert.equal(events.at(-1)?.facts['persons'], likely)
})
