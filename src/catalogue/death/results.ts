import { complete } from '../../modules/forms/index.ts'
import { registerResult, registerSubject, type ResultFacts } from '../../modules/registry/index.ts'
import { deathSubject } from './subject.ts'
import { deathExtractData, deathNoticeData, placeAndDate, relationIn } from './extract.ts'

/**
 * An extract from what the registry knows. A death registered again says so; that it was registered
 * late stands in the register book alone.
 * @basis NĐ 123/2015/NĐ-CP, Điều 28 khoản 2; practice.md 8
 */
export function extractOf(facts: ResultFacts) {
  const { definition } = facts
  return deathExtractData(complete(definition.form, facts.answers), {
    agencyLines: facts.agencyLines,
    entryNumber: facts.number,
    registeredAt: facts.agencyPrinted,
    registeredOn: facts.number === '' ? '' : (facts.signedOn ?? ''),
    remark: definition.register?.entry === 'again' ? 'Đăng ký lại' : '',
    signer: facts.signer,
    verification: null,
  })
}

const extract1 = (facts: ResultFacts) => ({
  template: 'death-extract@1' as const,
  data: extractOf(facts),
})

const extract2 = (facts: ResultFacts) => ({
  template: 'death-extract@2' as const,
  data: extractOf(facts),
})

/** @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 điểm đ */
const notice1 = (facts: ResultFacts) => ({
  template: 'death-notice@1' as const,
  data: noticeOf(facts),
})

/** The commune's own notice of a death at home. */
export function noticeOf(facts: ResultFacts) {
  const { number, agencyPrinted, signedOn, definition } = facts
  const answers = complete(definition.form, facts.answers)
  return deathNoticeData(answers, {
    agencyLines: facts.agencyLines,
    number,
    placeAndDate: number === '' || !signedOn ? '' : placeAndDate(agencyPrinted, signedOn),
    relation: relationIn(definition, answers),
    signer: facts.signer,
    verification: null,
  })
}

/** Makes known how the papers of a death are filled in. */
export function registerDeathResults(): void {
  registerResult('death-extract@1', extract1)
  registerResult('death-extract@2', extract2)
  registerSubject('death-extract@1', deathSubject)
  registerSubject('death-extract@2', deathSubject)
  registerResult('death-notice@1', notice1)
}
