export { birthRegister } from './revisions.ts'
export { birthCertificateData, type CertificateEntry } from './certificate.ts'
export { birthChecks, registerBirthChecks } from './rules.ts'
export { registerBirthResults } from './result.ts'
