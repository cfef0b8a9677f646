export { ethnicGroupNames, ethnicGroups, type EthnicGroup } from './ethnic-groups.ts'
export {
  checkName,
  checkNamePart,
  joinName,
  nameLengthMax,
  normaliseName,
  printedName,
  splitName,
  type NameParts,
  type NameProblem,
} from './name.ts'
export {
  nationalities,
  nationalityNames,
  otherNationality,
  type Nationality,
} from './nationalities.ts'
export {
  checkPersonalNumber,
  isOldCardNumber,
  maskNumber,
  normaliseNumber,
  readPersonalNumber,
  type PersonalNumber,
  type PersonalNumberProblem,
  type Sex,
} from './personal-number.ts'
export { currentPhone, maskPhone, normaliseAnyPhone, normalisePhone, printPhone } from './phone.ts'
export { provinces } from './provinces.ts'
export { dateInWords, numberInWords } from './words.ts'
