import type { ResultPaper } from './results.ts'

/** What a copy adds to what the book says; everything as it prints. */
export type CopyHead = {
  agencyLines: readonly string[]
  number: string
  placeAndDate: string
  signer: { titleLines: readonly string[]; fullName: string }
  takenFrom: string
}

/**
 * The copy (bản sao trích lục) of what an entry says now; undefined for papers of which the law
 * knows no copy.
 * @basis LHT 60/2014/QH13 Điều 63, 64
 */
export function copyPaper(paper: ResultPaper, head: CopyHead): ResultPaper | undefined {
  switch (paper.template) {
    case 'birth-certificate@1':
    case 'birth-certificate@2': {
      const { child, mother, father, registeredAt, number, registeredOn, remark } = paper.data
      const registered = { at: registeredAt, number, on: registeredOn }
      const data = { ...head, child, mother, father, registered, remark, verification: null }
      return { template: 'birth-copy@1', data }
    }
    case 'death-extract@1':
    case 'death-extract@2': {
      const { deceased, death, registered, remark } = paper.data
      const data = { ...head, deceased, death, registered, remark, verification: null }
      return { template: 'death-copy@1', data }
    }
    default:
      return undefined
  }
}
