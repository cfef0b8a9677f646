import assert from 'node:assert/strict'
import test from 'node:test'
import { validateForm, type Answers } from '../modules/forms/index.ts'
import {
  findMistakes,
  formWorldOf,
  longestPathDays,
  makeProcedures,
  notHeldBack,
  procedureHash,
  runChecks,
  workingDaysAtMost,
  type ProcedureDefinition,
} from '../modules/procedures/index.ts'
import { testCity } from '../modules/agencies/testing.ts'
import { addDays, plainDate } from '../platform/plain-date.ts'
import { catalogue } from './index.ts'
import { birth2016, filedOn2016, filedOnToday } from './testing.ts'
import {
  againOn,
  bhytOnlyOn,
  interlinkedOn,
  sampleAgain2016,
  sampleAgainToday,
  sampleBhytOnly2016,
  sampleBhytOnlyToday,
  sampleInterlinked2016,
  sampleInterlinkedToday,
  sampleWithPapers2016,
  sampleWithPapersToday,
  withPapersOn,
} from './testing-births.ts'

const keys = [
  'birth.re_register',
  'birth.register_with_papers',
  'birth.interlinked',
  'birth.interlinked_bhyt_only',
]

const births = catalogue.filter(({ key }) => keys.includes(key))

for (const definition of births)
  test(`${definition.key}, revision ${definition.revision}, has no mistake`, () => {
    assert.deepEqual(findMistakes(definition), [])
  })

test('from 2016-01-01 on there is one revision of each on every day, each another text', () => {
  for (const key of keys) {
    const revisions = births.filter((definition) => definition.key === key)
    assert.equal(revisions[0]?.validFrom, '2016-01-01')
    revisions.forEach((revision, index) => {
      assert.equal(revision.revision, index + 1)
      const next = revisions[index + 1]
      const end = revision.validTo
      assert.equal(end === null ? undefined : addDays(plainDate(end), 1), next?.validFrom, key)
    })
    assert.equal(new Set(revisions.map(procedureHash)).size, revisions.length)
  }
})

const samples: [definition: ProcedureDefinition, answers: Answers, day: string][] = [
  [againOn(filedOn2016), sampleAgain2016(), filedOn2016],
  [againOn(filedOnToday), sampleAgainToday(), filedOnToday],
  [withPapersOn(filedOn2016), sampleWithPapers2016(), filedOn2016],
  [withPapersOn(filedOnToday), sampleWithPapersToday(), filedOnToday],
  [interlinkedOn(filedOn2016), sampleInterlinked2016(), filedOn2016],
  [interlinkedOn(filedOnToday), sampleInterlinkedToday(), filedOnToday],
  [bhytOnlyOn(filedOn2016), sampleBhytOnly2016(), filedOn2016],
  [bhytOnlyOn(filedOnToday), sampleBhytOnlyToday(), filedOnToday],
]

for (const [definition, answers, text] of samples)
  test(`the sample of ${definition.key} on ${text} is complete, valid and lawful`, () => {
    const day = plainDate(text)
    assert.deepEqual(validateForm(definition.form, answers, formWorldOf(testCity(), day)), [])
    const found = runChecks(definition, answers, { filedOn: day, today: day })
    assert.deepEqual(
      found.filter(({ severity }) => severity !== 'note'),
      [],
    )
  })

const limits: [key: string, day: string, days: number][] = [
  ['birth.re_register', '2016-08-12', 5],
  ['birth.re_register', '2026-11-20', 5],
  ['birth.register_with_papers', '2016-08-12', 5],
  ['birth.interlinked', '2016-08-12', 20],
  ['birth.interlinked', '2024-06-30', 20],
  ['birth.interlinked', '2024-07-01', 3],
  ['birth.interlinked_bhyt_only', '2016-08-12', 15],
  ['birth.interlinked_bhyt_only', '2024-06-30', 15],
  ['birth.interlinked_bhyt_only', '2024-07-01', 3],
]

const procedures = makeProcedures(catalogue)

for (const [key, day, days] of limits)
  test(`on ${day} ${key} takes ${days} working days at most, and its legs fit in`, () => {
    const definition = procedures.revisionOn(key, plainDate(day))!
    assert.deepEqual(definition.limit, { kind: 'working-days', days })
    assert.ok(longestPathDays(definition.legs ?? []) <= workingDaysAtMost(definition.limit))
  })

test('each says in words what its limit is', () => {
  for (const { key, limit, facts } of births) {
    assert.equal(limit.kind, 'working-days')
    const days = limit.kind === 'working-days' ? limit.days : 0
    assert.equal(facts.time.main.vi, `${days} ngày làm việc`, key)
  }
})

const offered = notHeldBack(procedures, testCity())

test('the variant without residence is hidden until the city takes it up', () => {
  const day = plainDate(filedOn2016)
  const taken = notHeldBack(procedures, { isHeldBack: () => false })
  const key = 'birth.interlinked_bhyt_only'
  assert.equal(offered.offeredOn(key, day), undefined)
  assert.equal(offered.bySlug('lien-thong-khai-sinh-bhyt', day), undefined)
  assert.equal(
    offered.on(day).some((one) => one.key === key),
    false,
  )
  assert.equal(taken.offeredOn(key, day)?.key, key)
  assert.equal(taken.bySlug('lien-thong-khai-sinh-bhyt', day)?.key, key)
})

const searches: [text: string, key: string][] = [
  ['mất giấy khai sinh', 'birth.re_register'],
  ['lam lai giay khai sinh', 'birth.re_register'],
  ['chưa từng làm giấy khai sinh', 'birth.register_with_papers'],
  ['nhập khẩu cho con', 'birth.interlinked'],
  ['the bao hiem y te cho tre', 'birth.interlinked'],
  ['làm giấy khai sinh', 'birth.register'],
]

for (const [text, key] of searches)
  test(`"${text}" finds ${key} first`, () => {
    for (const day of [filedOn2016, filedOnToday])
      assert.equal(offered.search(text, day)[0]?.key, key)
  })

test('a notice sends on only to a procedure there is on every day it stands', () => {
  for (const { notices, validFrom } of births)
    for (const { procedure } of notices)
      if (procedure !== undefined)
        assert.ok(procedures.offeredOn(procedure, plainDate(validFrom)), procedure)
})

test('what is registered again stands in the book of births as such; nothing else does', () => {
  for (const { key, register } of [...births, birth2016])
    assert.equal(register?.entry === 'again', key === 'birth.re_register', key)
})
