export {
  makeCleanFilings,
  makeTruePairs,
  type CleanFiling,
  type TruePair,
} from './testing-filings.ts'
export { makePeople } from './testing-people.ts'
export { PeopleInMemory } from './testing-search.ts'
export { measureSearch, rateOf, type Measured, type Share } from './testing-measure.ts'
export { loadPeople, placeOf } from './store-load.ts'
