import assert from 'node:assert/strict'
import test from 'node:test'
import { testCity } from '../modules/agencies/testing.ts'
import { allFields, complete, validateForm, type Answers } from '../modules/forms/index.ts'
import { legAnswers } from '../modules/interlink/index.ts'
import {
  formWorldOf,
  makeProcedures,
  type LegDefinition,
  type ProcedureDefinition,
} from '../modules/procedures/index.ts'
import { plainDate } from '../platform/plain-date.ts'
import { catalogue } from './index.ts'
import { commonLegs } from './legs-ministry.ts'
import { filedOn2016, filedOnToday } from './testing.ts'
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

const procedures = makeProcedures(catalogue)

type Led = { definition: ProcedureDefinition; leg: LegDefinition; serving: ProcedureDefinition }

/** Every leg of every revision with what serves it on the revision's first day. */
const led: readonly Led[] = catalogue.flatMap((definition) =>
  (definition.legs ?? []).flatMap((leg) => {
    const serving = procedures.servingOn(leg.service, plainDate(definition.validFrom))
    return serving ? [{ definition, leg, serving }] : []
  }),
)

test('what a leg carries has a place in the form of whoever serves it', () => {
  for (const { definition, leg, serving } of led) {
    const fields = new Set(allFields(serving.form).map(({ field }) => field.key))
    for (const key of Object.keys(leg.answers))
      assert.ok(fields.has(key), `${definition.key} ${definition.revision} ${leg.key}: ${key}`)
  }
})

test('what comes back is what whoever serves a leg enters with the result', () => {
  for (const { definition, leg, serving } of led) {
    const facts = (serving.result.facts ?? []).map(({ key }) => key)
    for (const { key } of leg.results)
      assert.ok(facts.includes(key), `${definition.key} ${leg.key}: ${key}`)
  }
})

test('each partner is of the kind that serves, and has as long as it takes', () => {
  for (const { leg, serving } of led) {
    assert.equal(leg.to.kind, serving.agencyKind)
    assert.deepEqual(leg.limit, serving.limit, `${leg.key} ${serving.validFrom}`)
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

const facts = {
  number: '219/2016',
  day: '2016-08-12',
  agency: 'UBND phường Láng Thượng',
  event: 'birth',
  results: {},
}

for (const [definition, declared, text] of samples)
  for (const leg of definition.legs ?? [])
    test(`${definition.key} on ${text} fills in all that ${leg.key} needs`, () => {
      const day = plainDate(text)
      const serving = procedures.servingOn(leg.service, day)
      const answers = legAnswers(leg, complete(definition.form, declared), facts)
      if (serving === undefined) assert.ok(answers['child.name'], 'the Ministry knows of whom')
      else assert.deepEqual(validateForm(serving.form, answers, formWorldOf(testCity(), day)), [])
    })

test('what a registration has with the Ministry is asked by every form of its book', () => {
  for (const definition of catalogue) {
    const fields = new Set(allFields(definition.form).map(({ field }) => field.key))
    for (const { book, leg } of commonLegs) {
      const isNamed = definition.legs?.some(({ service }) => service === leg.service)
      if (definition.register?.book !== book || isNamed) continue
      for (const source of Object.values(leg.answers))
        assert.ok(
          source.startsWith('=') || fields.has(source),
          `${definition.key} ${definition.revision} ${leg.key}: ${source}`,
        )
    }
  }
})
