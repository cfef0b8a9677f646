import { declarationRows, type FormWorld } from '../forms/index.ts'
import { namesOf } from '../dossiers/index.ts'
import type { ResultFacts, ResultPaper } from './results.ts'

/**
 * The result of a procedure that keeps no register: a letter to the requester that states what was
 * asked and is signed by the head of the agency. Any definition may name it; no code is needed.
 */
export function resultLetter(facts: ResultFacts): ResultPaper {
  const { definition, answers, signedOn } = facts
  const world: FormWorld = { today: signedOn ?? definition.validFrom, unitOn: () => undefined }
  const rows = declarationRows(definition.form, answers, world).flatMap((section) => section.rows)
  const entered = (definition.result.facts ?? []).map(({ key, name }) => ({
    label: name.vi,
    value: facts.entered[key] ?? '',
  }))
  const { requesterName } = namesOf(definition, answers)
  return {
    template: 'result-letter@1',
    data: {
      title: definition.result.name.vi.toLocaleUpperCase('vi'),
      agencyLines: facts.agencyLines,
      number: facts.number,
      addressee: requesterName ?? 'Cơ quan đề nghị',
      intro: `${facts.agencyPrinted} đã giải quyết hồ sơ “${definition.name.vi}” với nội dung sau:`,
      rows: [...rows, ...entered]
        .filter(({ value }) => value !== '')
        .map(({ label, value }) => ({ label, value })),
      placeAndDate: signedOn ? `Hà Nội, ${dayInFigures(signedOn)}` : '',
      signer: facts.signer,
      verification: null,
    },
  }
}

function dayInFigures(day: string): string {
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${month} năm ${year}`
}
