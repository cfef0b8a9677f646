import assert from 'node:assert/strict'
import test from 'node:test'
import { testCity } from '../modules/agencies/testing.ts'
import { validateForm, type Answers } from '../modules/forms/index.ts'
import {
  findMistakes,
  formWorldOf,
  makeProcedures,
  type ProcedureDefinition,
} from '../modules/procedures/index.ts'
import { addDays, plainDate } from '../platform/plain-date.ts'
import { catalogue } from './index.ts'
import { sampleServices } from './testing-services.ts'

const served = catalogue.filter(({ serves }) => serves !== undefined)
const procedures = makeProcedures(catalogue)

for (const definition of served)
  test(`${definition.key}, revision ${definition.revision}, has no mistake`, () => {
    assert.deepEqual(findMistakes(definition), [])
  })

test('from 2016-01-01 on each service of a leg is done on a desk on every day', () => {
  for (const [service, revisions] of Map.groupBy(served, ({ serves }) => serves)) {
    assert.equal(revisions[0]?.validFrom, '2016-01-01', service)
    revisions.forEach((revision, index) => {
      assert.equal(revision.revision, index + 1)
      const next = revisions[index + 1]
      const end = revision.validTo
      assert.equal(end === null ? undefined : addDays(plainDate(end), 1), next?.validFrom)
    })
  }
})

const limits: [service: string, day: string, limit: ProcedureDefinition['limit']][] = [
  ['residence.register', '2016-08-12', { kind: 'days', days: 15 }],
  ['residence.register', '2021-06-30', { kind: 'days', days: 15 }],
  ['residence.register', '2021-07-01', { kind: 'working-days', days: 7 }],
  ['residence.register', '2024-06-30', { kind: 'working-days', days: 7 }],
  ['residence.register', '2024-07-01', { kind: 'working-days', days: 2 }],
  ['residence.delete', '2016-08-12', { kind: 'working-days', days: 3 }],
  ['residence.delete', '2024-06-30', { kind: 'working-days', days: 3 }],
  ['residence.delete', '2024-07-01', { kind: 'working-days', days: 2 }],
  ['health_card.issue', '2016-08-12', { kind: 'working-days', days: 10 }],
  ['health_card.issue', '2024-06-30', { kind: 'working-days', days: 10 }],
  ['health_card.issue', '2024-07-01', { kind: 'working-days', days: 2 }],
  ['civil_status.verify', '2016-08-12', { kind: 'working-days', days: 5 }],
]

for (const [service, day, limit] of limits)
  test(`on ${day} ${service} has a limit of ${limit.kind} ${JSON.stringify(limit)}`, () => {
    assert.deepEqual(procedures.servingOn(service, plainDate(day))?.limit, limit)
  })

const restarts: [day: string, rule: 'continue' | 'restart'][] = [
  ['2018-06-20', 'continue'],
  ['2018-06-21', 'restart'],
]

for (const [day, rule] of restarts)
  test(`on ${day} a supplement asked by a partner agency lets its limit ${rule}`, () => {
    for (const { serves } of served)
      assert.equal(procedures.servingOn(serves!, plainDate(day))?.clock.afterSupplement, rule)
  })

test('the household book goes along until 2022-12-31 and may not be asked for after', () => {
  for (const service of ['residence.register', 'residence.delete'])
    for (const [day, hasBook] of [
      ['2022-12-31', true],
      ['2023-01-01', false],
    ] as const) {
      const definition = procedures.servingOn(service, plainDate(day))
      const asked = JSON.stringify(definition?.form).includes('household.bookNo')
      assert.equal(asked, hasBook)
      assert.equal(
        definition?.components.some(({ key }) => key === 'so-ho-khau'),
        hasBook,
      )
    }
})

for (const [service, answers] of Object.entries<Answers>(sampleServices))
  for (const day of ['2016-08-22', '2026-11-20'])
    test(`what a lead agency sends for ${service} fits its form on ${day}`, () => {
      const on = plainDate(day)
      const definition = procedures.servingOn(service, on)
      assert.ok(definition)
      const world = formWorldOf(testCity(), on)
      const given = day < '2023' ? answers : without(answers, 'household.bookNo')
      assert.deepEqual(validateForm(definition.form, given, world), [])
    })

function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key))
}

const facts: [service: string, key: string, value: string, fits: boolean][] = [
  ['health_card.issue', 'card', 'TE1012345678901', true],
  ['health_card.issue', 'card', 'TE2012345678901', false],
  ['health_card.issue', 'card', 'TE101234567890', false],
  ['health_card.issue', 'from', '01/09/2016', true],
  ['health_card.issue', 'from', '2016-09-01', false],
  ['residence.register', 'confirmation', '0187-HK/2016', true],
  ['residence.register', 'confirmation', '', false],
  ['residence.delete', 'day', '31/08/2016', true],
  ['residence.delete', 'day', '32/08/2016', false],
  ['civil_status.verify', 'found', 'có', true],
  ['civil_status.verify', 'found', 'không', true],
  ['civil_status.verify', 'found', 'co', false],
  ['civil_status.verify', 'number', '118/1994', true],
]

for (const [service, key, value, fits] of facts)
  test(`"${value}" is ${fits ? 'a' : 'no'} ${key} of ${service}`, () => {
    const definition = procedures.servingOn(service, plainDate('2016-08-12'))
    const fact = definition?.result.facts?.find((candidate) => candidate.key === key)
    assert.ok(fact)
    assert.equal(new RegExp(`^(?:${fact.pattern})$`, 'u').test(value), fits)
  })

test('no day offers a citizen what only another agency opens', () => {
  for (const day of ['2016-08-12', '2021-07-01', '2026-11-20']) {
    const on = plainDate(day)
    assert.ok(procedures.on(on).every(({ serves }) => serves === undefined))
    for (const { slug, key, name } of served) {
      assert.equal(procedures.bySlug(slug, on), undefined)
      assert.equal(procedures.offeredOn(key, on), undefined)
      assert.ok(procedures.search(name.vi, on).every(({ serves }) => serves === undefined))
    }
  }
})
