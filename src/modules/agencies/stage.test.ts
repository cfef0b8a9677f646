import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { makeCity } from './city.ts'
import { levelOf, type LevelFacts, type StageRule } from './stage.ts'
import { cityTables, testCity } from './testing.ts'

const city = testCity()
const day = plainDate
const firstWave = 'ubnd-00187-2008'
const facts: LevelFacts = { hasBlankForm: true, isPaidOnline: false, isResultSent: false }

function agencyIn(district: string): string {
  const unit = city.unitsOn(day('2016-08-10'), 'commune').find((u) => u.parentCode === district)
  return `ubnd-${unit?.code}-2008`
}

for (const [who, agencyId, on, stage] of [
  ['a ward of the first wave', firstWave, '2016-08-05', 'none'],
  ['a ward of the first wave', firstWave, '2016-08-06', 'trial'],
  ['a ward of the first wave', firstWave, '2016-08-09', 'trial'],
  ['a ward of the first wave', firstWave, '2016-08-10', 'official'],
  ['a ward of a pilot district', agencyIn('004'), '2016-05-31', 'none'],
  ['a ward of a pilot district', agencyIn('019'), '2016-08-10', 'pilot'],
  ['a commune of the rest', agencyIn('282'), '2016-10-02', 'none'],
  ['a commune of the rest', agencyIn('282'), '2016-10-03', 'official'],
  ['a merged ward, after its last day,', firstWave, '2025-07-01', 'none'],
  ['a ward of 2025', 'ubnd-00199-202507', '2025-07-01', 'official'],
  ['a ward of 2025, before its first day,', 'ubnd-00199-202507', '2025-06-30', 'none'],
] as const) {
  test(`${who} is at stage ${stage} on ${on}`, () => {
    assert.equal(city.stage('birth.register', agencyId, day(on)), stage)
    assert.equal(city.isTrial('birth.register', agencyId, day(on)), stage === 'trial')
  })
}

test('a procedure outside the rollout is at no stage', () => {
  assert.equal(city.stage('land.transfer', firstWave, day('2016-08-10')), 'none')
})

const variant = 'birth.interlinked_bhyt_only'

test('what the city holds back is offered nowhere, what no rule names is offered at the counter', () => {
  for (const on of ['2016-08-12', '2026-11-20']) {
    assert.equal(city.isHeldBack(variant, day(on)), true)
    assert.equal(city.isHeldBack('birth.register', day(on)), false)
    assert.equal(city.isHeldBack('land.transfer', day(on)), false)
  }
  assert.equal(city.isHeldBack('birth.register', day('2016-05-31')), false)
})

for (const [scope, name] of [
  ['city', 'the city'],
  [{ agencyId: firstWave }, 'one ward'],
] as const)
  test(`what was held back is offered from the day ${name} takes it up`, () => {
    const tables = cityTables()
    const taken: StageRule = {
      procedureKey: variant,
      scope,
      fromDay: day('2016-09-01'),
      stage: 'official',
      wave: null,
      source: 'test',
      mark: '',
    }
    const switched = makeCity({ ...tables, stageRules: [...tables.stageRules, taken] })
    assert.equal(switched.isHeldBack(variant, day('2016-08-31')), true)
    assert.equal(switched.isHeldBack(variant, day('2016-09-01')), false)
    assert.equal(switched.isOnline(variant, firstWave, day('2016-09-01')), true)
    assert.equal(switched.isOnline(variant, agencyIn('282'), day('2016-12-01')), scope === 'city')
  })

test('the level is 1 with information alone, 2 with the blank form, 3 online, 4 without a visit', () => {
  const level = (changed: Partial<LevelFacts & { isOnline: boolean }>) =>
    levelOf({ ...facts, isOnline: true, ...changed })
  assert.equal(level({ hasBlankForm: false, isOnline: false }), 1)
  assert.equal(level({ hasBlankForm: false }), 3)
  assert.equal(level({ isOnline: false }), 2)
  assert.equal(level({}), 3)
  assert.equal(level({ isPaidOnline: true }), 3)
  assert.equal(level({ isResultSent: true }), 3)
  assert.equal(level({ isPaidOnline: true, isResultSent: true }), 4)
})

test('the level offered rises on the day the ward goes online', () => {
  const level = (on: string) => city.offeredLevel('birth.register', firstWave, day(on), facts)
  assert.deepEqual([level('2016-08-05'), level('2016-08-06'), level('2016-08-10')], [2, 3, 3])
})

test('a ward not yet online refuses filing and says which it is', () => {
  city.ensureOnline('birth.register', firstWave, day('2016-08-06'))
  assert.throws(
    () => city.ensureOnline('birth.register', firstWave, day('2016-08-05')),
    (error: unknown) =>
      error instanceof Refusal &&
      error.code === 'agency-not-online' &&
      error.data['agency'] === 'UBND phường Láng Thượng',
  )
})

test('a missing line or missing accounts keep a ward at level 2; a missing printer does not', () => {
  const from = day('2016-08-10')
  const fact = (item: 'line' | 'printer' | 'accounts', onDay: string, isReady: boolean) => ({
    agencyId: firstWave,
    item,
    onDay: day(onDay),
    isReady,
  })
  const level = (...readiness: ReturnType<typeof fact>[]) =>
    makeCity({ ...cityTables(), readiness }).offeredLevel('birth.register', firstWave, from, facts)
  assert.equal(level(fact('line', '2016-08-10', false)), 2)
  assert.equal(level(fact('line', '2016-08-11', false)), 3)
  assert.equal(level(fact('line', '2016-08-01', false), fact('line', '2016-08-10', true)), 3)
  assert.equal(level(fact('accounts', '2016-08-01', false)), 2)
  assert.equal(level(fact('printer', '2016-08-01', false)), 3)
  const world = makeCity({ ...cityTables(), readiness: [fact('printer', '2016-08-01', false)] })
  assert.deepEqual(world.missingReadiness(firstWave, from), ['printer'])
})

test('a rule for one agency beats its district, and a district beats the city, whatever the days', () => {
  const rule = (scope: StageRule['scope'], fromDay: string, stage: StageRule['stage']) => ({
    procedureKey: 'birth.register',
    scope,
    fromDay: day(fromDay),
    stage,
    wave: null,
    source: 'test',
    mark: '',
  })
  const stageRules = [
    rule('city', '2016-09-03', 'trial'),
    rule({ districtCode: '006' }, '2016-09-02', 'pilot'),
    rule({ agencyId: firstWave }, '2016-09-01', 'official'),
  ]
  const stage = (rules: StageRule[]) =>
    makeCity({ ...cityTables(), stageRules: rules }).stage(
      'birth.register',
      firstWave,
      day('2016-09-10'),
    )
  assert.equal(stage(stageRules), 'official')
  assert.equal(stage(stageRules.slice(0, 2)), 'pilot')
  assert.equal(stage(stageRules.slice(0, 1)), 'trial')
})

test('wards taken offline one by one are no longer counted online', () => {
  const off: StageRule[] = cityTables()
    .stageRules.filter(({ scope }) => typeof scope === 'object' && 'districtCode' in scope)
    .filter(({ fromDay }) => fromDay === '2016-08-10')
    .map((rule) => ({ ...rule, scope: { agencyId: firstWave }, stage: 'none' }))
  const world = makeCity({ ...cityTables(), stageRules: [...cityTables().stageRules, ...off] })
  assert.equal(world.counts(day('2016-08-10')).onlineWards, 167)
  assert.equal(world.counts(day('2016-08-10')).firstWaveWards, 144)
})
