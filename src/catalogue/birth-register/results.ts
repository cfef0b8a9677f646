import { registerResult, registerSubject, type ResultFacts } from '../../modules/registry/index.ts'
import { complete } from '../../modules/forms/index.ts'
import { birthCertificateData } from './certificate.ts'
import { birthSubject } from './subject.ts'

/** A birth certificate from what the registry knows; notes of law stay in the register book. */
export function certificateOf(facts: ResultFacts) {
  return birthCertificateData(complete(facts.definition.form, facts.answers), {
    agencyLines: facts.agencyLines,
    number: facts.number,
    registeredAt: facts.agencyPrinted,
    registeredOn: facts.signedOn ?? '',
    signer: facts.signer,
    personalNumber: facts.personalNumber ?? '',
    verification: null,
  })
}

/** @basis TT 15/2015/TT-BTP, TT 04/2020/TT-BTP: the certificate until 2024-06-05 */
const certificate1 = (facts: ResultFacts) => ({
  template: 'birth-certificate@1' as const,
  data: certificateOf(facts),
})

/** @basis TT 04/2024/TT-BTP */
const certificate2 = (facts: ResultFacts) => ({
  template: 'birth-certificate@2' as const,
  data: certificateOf(facts),
})

/** Makes known how a birth certificate is filled in. */
export function registerBirthResults(): void {
  registerResult('birth-certificate@1', certificate1)
  registerResult('birth-certificate@2', certificate2)
  registerSubject('birth-certificate@1', birthSubject)
  registerSubject('birth-certificate@2', birthSubject)
}
