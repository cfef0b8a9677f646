import { complete } from '../../modules/forms/index.ts'
import { registerResult, type ResultFacts } from '../../modules/registry/index.ts'
import { deathExtractData } from './extract.ts'

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

/** Makes known how an extract of a death is filled in. */
export function registerDeathResults(): void {
  registerResult('death-extract@1', extract1)
  registerResult('death-extract@2', extract2)
}
