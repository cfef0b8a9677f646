import assert from 'node:assert/strict'
import test from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { makeProcedures } from './procedures.ts'
import { sampleProcedure } from './testing.ts'

const day = plainDate
const first = sampleProcedure({ validFrom: '2016-08-01' })
const second = sampleProcedure({ revision: 2, validFrom: '2020-01-01', validTo: '2020-12-31' })
const other = sampleProcedure({
  key: 'tree.cut',
  slug: 'chat-ha-cay-xanh',
  name: { vi: 'Cấp phép chặt hạ cây xanh', en: 'Permit to fell a tree' },
  keywords: ['xin đốn cây', 'chặt cây trước nhà'],
})
const procedures = makeProcedures([second, first, other])

const cases: [string, number | undefined][] = [
  ['2016-07-31', undefined],
  ['2016-08-01', 1],
  // The last day of a revision is the day before the next one begins.
  ['2019-12-31', 1],
  ['2020-01-01', 2],
  ['2020-12-31', 2],
  ['2021-01-01', undefined],
]

for (const [on, revision] of cases) {
  test(`on ${on} ${revision ? `revision ${revision} is` : 'no revision is'} in force`, () => {
    assert.equal(procedures.revisionOn('road.close', day(on))?.revision, revision)
    assert.equal(procedures.bySlug(first.slug, day(on))?.revision, revision)
  })
}

test('a revision is found for good, whatever the day', () => {
  assert.equal(procedures.revision('road.close', 1), first)
  assert.equal(procedures.revision('road.close', 3), undefined)
  assert.equal(procedures.lastDay('road.close', 1), '2019-12-31')
  assert.equal(procedures.lastDay('tree.cut', 1), null)
})

const searches: [string, string[]][] = [
  ['chặt cây', ['tree.cut']],
  ['chat cay', ['tree.cut']],
  ['CHẶT CÂY'.normalize('NFD'), ['tree.cut']],
  ['xin đốn c', ['tree.cut']],
  ['via he', ['road.close']],
  ['cấp phép', ['tree.cut', 'road.close']],
  ['fell a tree', ['tree.cut']],
  ['hộ chiếu', []],
  ['', []],
  ['%', []],
]

for (const [text, keys] of searches) {
  test(`searching "${text}" finds ${keys.join(', ') || 'nothing'}`, () => {
    const found = procedures.search(text, day('2016-08-12')).map(({ key }) => key)
    assert.deepEqual(found.toSorted(), keys.toSorted())
  })
}

test('search offers only what is in force that day', () => {
  assert.deepEqual(procedures.search('vỉa hè', day('2021-01-01')), [])
})

test("what does another agency's service is on a desk and nowhere a citizen looks", () => {
  const served = sampleProcedure({
    key: 'road.answer',
    slug: 'tra-loi-cong-an',
    serves: 'road.ask',
    name: { vi: 'Trả lời về lòng đường', en: 'Answer about a road' },
  })
  const all = makeProcedures([first, served])
  const on = day('2016-08-12')
  const keys = (found: readonly { key: string }[]) => found.map(({ key }) => key)
  assert.deepEqual(keys(all.on(on)), ['road.close'])
  assert.deepEqual(keys(all.search('lòng đường', on)), ['road.close'])
  assert.equal(all.bySlug('tra-loi-cong-an', on), undefined)
  assert.equal(all.offeredOn('road.answer', on), undefined)
  assert.equal(all.offeredOn('road.close', on), first)
  assert.deepEqual(keys(all.inForceOn(on)).toSorted(), ['road.answer', 'road.close'])
  assert.equal(all.servingOn('road.ask', on), served)
  assert.equal(all.servingOn('road.ask', day('2016-07-31')), undefined)
  assert.equal(all.revisionOn('road.answer', on), served)
})
