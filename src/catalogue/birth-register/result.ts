import { complete } from '../../modules/forms/index.ts'
import { registerResult, type ResultFacts, type ResultPaper } from '../../modules/registry/index.ts'
import { birthCertificateData } from './certificate.ts'

/** A late birth is noted in the register, never on the child's certificate (practice.md 8). */
const ONLY_IN_REGISTER: readonly string[] = ['birth.late']

function certificate(facts: ResultFacts) {
  return birthCertificateData(complete(facts.definition.form, facts.answers), {
    agencyLines: facts.agencyLines,
    number: facts.number,
    registeredAt: facts.agencyPrinted,
    registeredOn: facts.signedOn ?? '',
    signer: facts.signer,
    personalNumber: facts.personalNumber ?? '',
    remark: facts.notes
      .filter(({ rule }) => !ONLY_IN_REGISTER.includes(rule))
      .map(({ remark }) => remark)
      .join('. '),
    verification: null,
  })
}

const form2015 = (facts: ResultFacts): ResultPaper => ({
  template: 'birth-certificate@1',
  data: certificate(facts),
})

const form2024 = (facts: ResultFacts): ResultPaper => ({
  template: 'birth-certificate@2',
  data: certificate(facts),
})

/** Makes the birth certificate of both forms printable; safe to repeat. */
export function registerBirthResults(): void {
  registerResult('birth-certificate@1', form2015)
  registerResult('birth-certificate@2', form2024)
}
