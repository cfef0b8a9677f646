import assert from 'node:assert/strict'
import test from 'node:test'
import {
  makeCleanFilings,
  makePeople,
  makeTruePairs,
  measureSearch,
  PeopleInMemory,
  rateOf,
} from './testing.ts'

// Weights were tuned on seeds below 100; these people were never looked at.
const SEED = 20_160_812

test('of 20,000 filings with mistakes 97 in 100 find their person, few clean ones are flagged', async () => {
  const people = [...makePeople(SEED, 20_000)]
  const known = new PeopleInMemory()
  for (const person of people) known.add(person)
  const measured = await measureSearch(
    (identity) =>
      Promise.resolve(
        known.find(identity).map(({ at, likeness }) => ({ at, band: likeness.band })),
      ),
    {
      pairs: makeTruePairs(SEED + 1, people, 20_000),
      clean: makeCleanFilings(SEED + 2, people, 5_000),
    },
  )
  const told = JSON.stringify([[...measured.recall], [...measured.falseLikely]])
  assert.ok(rateOf(measured.recall.get('all')) >= 0.97, told)
  assert.ok(rateOf(measured.recall.get('birth')) >= 0.99, told)
  assert.ok(rateOf(measured.falseLikely.get('all')) <= 0.05, told)
  assert.equal(measured.falseLikely.get('twin')?.hits, 0, told)
  assert.equal(measured.falseLikely.get('sibling')?.hits, 0, told)
  assert.equal(measured.falseLikely.get('named-after-parent')?.hits, 0, told)
})

test('the same seed makes the same people, filings and mistakes', () => {
  const people = [...makePeople(1, 100)]
  assert.deepEqual([...makePeople(1, 100)], people)
  assert.deepEqual(makeTruePairs(2, people, 50), makeTruePairs(2, people, 50))
  assert.notDeepEqual([...makePeople(2, 100)], people)
})
