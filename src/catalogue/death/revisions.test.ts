import assert from 'node:assert/strict'
import test from 'node:test'
import { testCity } from '../../modules/agencies/testing.ts'
import {
  allFields,
  complete,
  evaluate,
  validateForm,
  visits,
  type Answers,
} from '../../modules/forms/index.ts'
import { legAnswers } from '../../modules/interlink/index.ts'
import {
  competentUnits,
  findMistakes,
  formWorldOf,
  makeProcedures,
  type ProcedureDefinition,
} from '../../modules/procedures/index.ts'
import { addDays, plainDate } from '../../platform/plain-date.ts'
import { revisions as agencyCommune } from '../agency-commune/index.ts'
import { revisions as agencyResidence } from '../agency-residence/index.ts'
import { deathAgain } from '../death-again/again.ts'
import { deathInterlinked } from '../death-interlinked/interlinked.ts'
import { deathNotice } from '../death-notice/issue.ts'
import { deathRegister } from '../death-register/register.ts'
import { filedOn2016, filedOnToday, world2016, worldToday } from '../testing.ts'
import {
  deathAgainOn,
  deathInterlinkedOn,
  deathNoticeOn,
  deathOn,
  langThuong,
  sampleAgain2016,
  sampleAgainToday,
  sampleDeath2016,
  sampleDeathToday,
  sampleInterlinked2016,
  sampleInterlinkedToday,
  sampleNotice2016,
  sampleNoticeToday,
} from '../testing-death.ts'
import { registerDeathChecks } from './rules.ts'

registerDeathChecks()

const served = makeProcedures([...agencyCommune, ...agencyResidence])

const all = [deathRegister, deathAgain, deathInterlinked, deathNotice]

for (const revision of all.flat())
  test(`${revision.key}, revision ${revision.revision}, has no mistake`, () => {
    assert.deepEqual(findMistakes(revision), [])
  })

test('from 2016-01-01 on each service has one revision on every day', () => {
  for (const revisions of all) {
    assert.equal(revisions[0]?.validFrom, '2016-01-01')
    revisions.forEach((revision, index) => {
      assert.equal(revision.revision, index + 1)
      const next = revisions[index + 1]
      const end = revision.validTo
      assert.equal(end === null ? undefined : addDays(plainDate(end), 1), next?.validFrom)
    })
  }
})

type Day = [day: string, rule: 'continue' | 'restart', book: boolean, extract: 1 | 2]

const days: Day[] = [
  ['2016-08-12', 'continue', true, 1],
  ['2018-06-20', 'continue', true, 1],
  ['2018-06-21', 'restart', true, 1],
  ['2022-12-31', 'restart', true, 1],
  ['2023-01-01', 'restart', false, 1],
  ['2024-06-05', 'restart', false, 1],
  ['2024-06-06', 'restart', false, 2],
  ['2025-07-01', 'restart', false, 2],
]

for (const [day, rule, book, extract] of days)
  test(`on ${day} a supplement lets the limit ${rule}; household book ${book ? '' : 'not '}shown`, () => {
    const definition = deathOn(day)
    assert.equal(definition.clock.afterSupplement, rule)
    assert.equal(
      definition.components.some(({ key }) => key === 'giay-to-cu-tru'),
      book,
    )
    for (const on of [deathOn, deathAgainOn, deathInterlinkedOn])
      assert.equal(on(day).result.template, `death-extract@${extract}`)
  })

type LegDay = [day: string, opens: string, book: boolean, limit: number, whole: number]

const legDays: LegDay[] = [
  ['2016-08-12', 'registered', true, 3, 7],
  ['2021-07-01', 'registered', true, 3, 7],
  ['2022-12-31', 'registered', true, 3, 7],
  ['2023-01-01', 'signed', false, 3, 7],
  ['2024-06-30', 'signed', false, 3, 7],
  ['2024-07-01', 'signed', false, 2, 3],
]

for (const [day, opens, book, limit, whole] of legDays)
  test(`on ${day} the police delete the residence in ${limit} days from "${opens}" on`, () => {
    const definition = deathInterlinkedOn(day)
    const leg = definition.legs!.find(({ service }) => service === 'residence.delete')
    assert.deepEqual(leg?.opens, { on: opens })
    assert.deepEqual(leg?.limit, { kind: 'working-days', days: limit })
    assert.deepEqual(definition.limit, { kind: 'working-days', days: whole })
    assert.equal('household.bookNo' in leg!.answers, book)
    assert.equal(JSON.stringify(definition.form).includes('household.bookNo'), book)
  })

const samples: [what: string, ProcedureDefinition, Answers, typeof world2016][] = [
  ['a death in 2016', deathOn(filedOn2016), sampleDeath2016(), world2016],
  ['a death today', deathOn(filedOnToday), sampleDeathToday(), worldToday],
  ['both agencies in 2016', deathInterlinkedOn(filedOn2016), sampleInterlinked2016(), world2016],
  ['both agencies today', deathInterlinkedOn(filedOnToday), sampleInterlinkedToday(), worldToday],
  ['a notice in 2016', deathNoticeOn(filedOn2016), sampleNotice2016(), world2016],
  ['a notice today', deathNoticeOn(filedOnToday), sampleNoticeToday(), worldToday],
  ['an old death in 2016', deathAgainOn(filedOn2016), sampleAgain2016(), world2016],
  ['an old death today', deathAgainOn(filedOnToday), sampleAgainToday(), worldToday],
]

for (const [what, definition, answers, world] of samples)
  test(`the sample declaration of ${what} is complete and valid`, () => {
    assert.deepEqual(validateForm(definition.form, answers, world), [])
    const asked = visits(definition.form, answers).flatMap(({ fields }) =>
      fields.map(({ key }) => key),
    )
    assert.deepEqual(
      Object.keys(answers).filter((key) => !asked.includes(key)),
      [],
    )
  })

test('the permanent residence is told where the death is registered elsewhere', () => {
  const leg = deathOn(filedOn2016).legs!.find(({ service }) => service === 'civil_status.notify')!
  const tells = (isPermanent: boolean) =>
    evaluate(leg.when!, sampleDeath2016({ 'deceased.isPermanent': isPermanent }))
  assert.equal(tells(false), true)
  assert.equal(tells(true), false)
  assert.equal(leg.to.unitOf, 'deceased.permanentResidence')
})

for (const [what, definition, answers] of samples)
  for (const leg of definition.legs ?? [])
    test(`${what} fills in all that ${leg.service} asks`, () => {
      const serving = served.servingOn(leg.service, plainDate(definition.validFrom))
      const facts = { number: '15/2016', day: '2016-08-12', agency: 'UBND', event: 'death' }
      const sent = legAnswers(leg, complete(definition.form, answers), { ...facts, results: {} })
      if (serving === undefined) assert.ok(sent['deceased.name'], 'the Ministry knows of whom')
      else {
        const day = answers['death.date'] === '2026-11-18' ? filedOnToday : filedOn2016
        const world = formWorldOf(testCity(), day)
        assert.deepEqual(validateForm(serving.form, sent, world), [])
      }
    })

const proofs: [circumstance: string, component: string][] = [
  ['facility', 'giay-bao-tu'],
  ['home', 'giay-bao-tu'],
  ['unnatural', 'van-ban-cong-an'],
  ['court', 'ban-an'],
  ['execution', 'xac-nhan-thi-hanh-an'],
  ['longAgo', 'giay-to-chung-minh'],
]

for (const [circumstance, component] of proofs)
  test(`a death by "${circumstance}" is attested by ${component} and nothing else`, () => {
    const { form } = deathOn('2020-07-16')
    const answers = sampleDeath2016({
      'death.circumstance': circumstance,
      'file.notice': undefined,
    })
    const demanded = validateForm(form, answers, world2016)
      .map(({ field }) => field)
      .filter((field) => field.startsWith('file.'))
    const fields = visits(form, answers).flatMap((visit) => visit.fields)
    const components = fields.flatMap((field) =>
      field.type === 'file' && demanded.includes(field.key) ? [field.component] : [],
    )
    assert.deepEqual(components, [component])
    const asksNumber = fields.some(({ key }) => key === 'notice.number')
    assert.equal(asksNumber, circumstance !== 'longAgo')
  })

test('the form of the police is HK02 until 2021-06-30 and CT01 since', () => {
  const form = (day: string) => deathInterlinkedOn(day).furtherDeclarations?.map(({ key }) => key)
  assert.deepEqual(form('2021-06-30'), ['hk02'])
  assert.deepEqual(form('2021-07-01'), ['ct01'])
})

test('who died long ago without a notice is registered since 2020-07-16', () => {
  const cases = (day: string) => JSON.stringify(deathOn(day).form).includes('"longAgo"')
  assert.equal(cases('2020-07-15'), false)
  assert.equal(cases('2020-07-16'), true)
})

test('competent is the commune of the last residence, or where the person died', () => {
  const units = (change: Parameters<typeof sampleDeath2016>[0]) =>
    competentUnits(deathOn(filedOn2016), sampleDeath2016(change), filedOn2016)
  assert.deepEqual(units({}), ['00187'])
  assert.deepEqual(units({ 'deceased.residenceKnown': 'unknown' }), ['00232'])
  const again = sampleAgain2016({ 'previous.commune': { ...langThuong, unit: '00199' } })
  assert.deepEqual(competentUnits(deathAgainOn(filedOn2016), again, filedOn2016), ['00199'])
})

test('a personal number that does not fit the year of birth is put right', () => {
  const { form } = deathOn(filedOn2016)
  const problems = (idNumber: string) =>
    validateForm(form, sampleDeath2016({ 'deceased.idNumber': idNumber }), world2016).map(
      ({ field, code }) => [field, code],
    )
  assert.deepEqual(problems('001131004678'), [])
  assert.deepEqual(problems('001132004678'), [['deceased.idNumber', 'number-year-mismatch']])
  assert.deepEqual(problems('001031004678'), [['deceased.idNumber', 'number-sex-mismatch']])
  assert.deepEqual(problems('0100456789'), [['deceased.idNumber', 'number-length']])
})

test('what the notice passes on is asked by the registrations it leads to', () => {
  for (const day of [filedOn2016, filedOnToday])
    for (const { procedure, answers, set } of deathNoticeOn(day).continuesWith!) {
      const next = procedure === 'death.register' ? deathOn(day) : deathInterlinkedOn(day)
      const asked = new Set(allFields(next.form).map(({ field }) => field.key))
      const passed = [...Object.keys(answers), ...Object.keys(set)]
      // A form of one year may ask less than that of another: what is not asked is left out.
      const unknown = passed.filter((key) => !asked.has(key) && !key.startsWith('requester.'))
      assert.deepEqual(unknown, [])
    }
})

const searches: [text: string, key: string][] = [
  ['làm giấy khai tử', 'death.register'],
  ['giay chung tu', 'death.register'],
  ['cấp lại giấy chứng tử', 'death.re_register'],
  ['người mất ở nhà', 'death_notice.issue'],
  ['xóa hộ khẩu người chết', 'death.interlinked'],
]

for (const [text, key] of searches)
  test(`"${text}" finds ${key}`, () => {
    const procedures = makeProcedures(all.flat())
    for (const day of [filedOn2016, filedOnToday])
      assert.equal(procedures.search(text, day)[0]?.key, key)
  })
