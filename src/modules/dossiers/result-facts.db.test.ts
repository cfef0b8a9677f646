import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { openDepartment, type Department } from '../../testing/department.ts'
import { newKey, refuses } from '../../testing/errand.ts'
import { previewPaper, sign } from '../registry/index.ts'
import {
  open,
  propose,
  receive,
  resultFactsOf,
  sendBack,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from './index.ts'

const text = { vi: 'Số thẻ', en: 'Card number' }

let core: Core
let department: Department
before(async () => {
  core = await openCore()
  const step = { limit: null, name: text }
  department = await openDepartment(core, {
    steps: [
      { ...step, key: 'trinh', kind: 'propose', role: 'specialist' },
      { ...step, key: 'ky', kind: 'sign', role: 'director' },
    ],
    result: {
      template: 'result-letter@1',
      name: { vi: 'Thẻ', en: 'Card' },
      copies: false,
      facts: [
        { key: 'card', name: text, pattern: String.raw`TE1\d{12}` },
        { key: 'book', name: { vi: 'Quyển', en: 'Book' }, pattern: '.+', optional: true },
      ],
    },
  })
})
after(() => core.close())

const act = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `f-${newKey()}`,
})

async function received(): Promise<Dossier> {
  const { dossier } = await department.filed()
  return receive(department.officer('counterOfficer'), act(dossier))
}

const bad: [what: string, entered: Record<string, string>, code: string][] = [
  ['without the number of the card', {}, 'result-fact-missing'],
  ['with blanks for a number', { card: '   ' }, 'result-fact-missing'],
  ['with a digit too few', { card: 'TE101234567890' }, 'result-fact-does-not-fit'],
  ['with a digit too many', { card: 'TE10123456789012' }, 'result-fact-does-not-fit'],
  ['with something nobody asked for', { card: 'TE1012345678901', x: '1' }, 'result-fact-unknown'],
]

for (const [what, resultFacts, code] of bad)
  test(`a result ${what} is not proposed, and nothing is kept`, async () => {
    const dossier = await received()
    const specialist = department.officer('specialist')
    await assert.rejects(propose(specialist, { ...act(dossier), resultFacts }), refuses(code))
    const view = await viewForStaff(specialist, dossier.code)
    assert.equal(view.dossier.version, dossier.version)
    assert.deepEqual(resultFactsOf(view.definition, view.notes), {})
  })

test('what was entered prints on the letter, stands after a return, is never in an event', async () => {
  const specialist = department.officer('specialist')
  const director = await department.employed({
    login: 'gd-the',
    name: 'Vũ Thị Hường',
    role: 'director',
  })
  const card = 'TE1012345678901'
  let dossier = await propose(specialist, {
    ...act(await received()),
    resultFacts: { card: ` ${card} ` },
  })
  await open(director, dossier)
  dossier = await sendBack(director, { ...act(dossier), reason: 'Kiểm tra lại số thẻ.' })
  dossier = await propose(specialist, { ...act(dossier), resultFacts: { book: '12/2016' } })
  const view = await viewForStaff(specialist, dossier.code)
  assert.deepEqual(resultFactsOf(view.definition, view.notes), { card, book: '12/2016' })
  assert.doesNotMatch(JSON.stringify(view.events), new RegExp(card))
  const { data } = await previewPaper(specialist, view)
  assert.ok('rows' in data)
  assert.deepEqual(data.rows.slice(-2), [
    { label: 'Số thẻ', value: card },
    { label: 'Quyển', value: '12/2016' },
  ])
  await open(director, dossier)
  assert.equal((await sign(director, act(dossier))).state, 'signed')
})
