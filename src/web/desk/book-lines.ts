import type { Text } from '../../modules/forms/index.ts'
import type {
  BirthCertificateData,
  DeathExtractData,
  ParentData,
} from '../../modules/papers/index.ts'
import type { EntryWithAct } from '../../modules/registry/index.ts'

export type BookLine = readonly [term: Text, value: string]
export type BookGroup = { title: Text; lines: readonly BookLine[] }

/** The certificate's values of a birth entry; undefined for a paper of another kind. */
export function birthOf(entry: EntryWithAct): BirthCertificateData | undefined {
  // sign() wrote the entry from a ResultPaper of this template.
  return dataOf(entry, 'birth-certificate@') as BirthCertificateData | undefined
}

/** The extract's values of a death entry. */
export function deathOf(entry: EntryWithAct): DeathExtractData | undefined {
  // sign() wrote the entry from a ResultPaper of this template.
  return dataOf(entry, 'death-extract@') as DeathExtractData | undefined
}

/** Who the entry is about, as the book has it. */
export function subjectOf(entry: EntryWithAct): string {
  return birthOf(entry)?.child.fullName ?? deathOf(entry)?.deceased.fullName ?? ''
}

/** The parts of the book's page, from top to bottom. */
export function bookGroups(entry: EntryWithAct): readonly BookGroup[] {
  const birth = birthOf(entry)
  if (birth) return birthGroups(birth)
  const death = deathOf(entry)
  return death ? deathGroups(death) : []
}

/** Who signed the paper that came of it. */
export function paperSigner(entry: EntryWithAct): string {
  return (birthOf(entry) ?? deathOf(entry))?.signer.fullName ?? ''
}

function dataOf({ content: { paper } }: EntryWithAct, template: string): unknown {
  const isPaper = typeof paper === 'object' && paper !== null && 'template' in paper
  if (!isPaper || !String(paper.template).startsWith(template)) return undefined
  return 'data' in paper ? paper.data : undefined
}

const NAME = { vi: 'Họ, chữ đệm, tên', en: 'Full name' }
const SEX = { vi: 'Giới tính', en: 'Sex' }
const ETHNICITY = { vi: 'Dân tộc', en: 'Ethnicity' }
const NATIONALITY = { vi: 'Quốc tịch', en: 'Nationality' }
const BORN = { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' }
const IN_WORDS = { vi: 'Ghi bằng chữ', en: 'In words' }
const PAPER = { vi: 'Giấy tờ tùy thân', en: 'Identity paper' }

function birthGroups({ child, mother, father, requester }: BirthCertificateData): BookGroup[] {
  return [
    {
      title: { vi: 'Người được khai sinh', en: 'Child' },
      lines: [
        [NAME, child.fullName],
        [BORN, child.birthDate],
        [IN_WORDS, child.birthDateInWords],
        [SEX, child.sex],
        [ETHNICITY, child.ethnicity],
        [NATIONALITY, child.nationality],
        [{ vi: 'Nơi sinh', en: 'Place of birth' }, child.birthPlace],
        [{ vi: 'Quê quán', en: 'Home town' }, child.homeTown],
        [{ vi: 'Số định danh cá nhân', en: 'Personal number' }, child.personalNumber || 'chờ cấp'],
      ],
    },
    { title: { vi: 'Người mẹ', en: 'Mother' }, lines: parentLines(mother) },
    { title: { vi: 'Người cha', en: 'Father' }, lines: parentLines(father) },
    {
      title: { vi: 'Người đi khai sinh', en: 'Requester' },
      lines: [
        [NAME, requester.fullName],
        [PAPER, requester.identityPaper],
      ],
    },
  ]
}

function parentLines(parent: ParentData | null): readonly BookLine[] {
  return [
    [NAME, parent?.fullName ?? ''],
    [{ vi: 'Năm sinh', en: 'Year of birth' }, parent?.birthYear ?? ''],
    [ETHNICITY, parent?.ethnicity ?? ''],
    [NATIONALITY, parent?.nationality ?? ''],
    [{ vi: 'Nơi cư trú', en: 'Residence' }, parent?.residence ?? ''],
  ]
}

function deathGroups({ deceased, death }: DeathExtractData): BookGroup[] {
  return [
    {
      title: { vi: 'Người chết', en: 'Deceased' },
      lines: [
        [NAME, deceased.fullName],
        [BORN, deceased.birthDate],
        [SEX, deceased.sex],
        [ETHNICITY, deceased.ethnicity],
        [NATIONALITY, deceased.nationality],
        [{ vi: 'Nơi cư trú cuối cùng', en: 'Last residence' }, deceased.lastResidence],
        [PAPER, deceased.identityPaper],
      ],
    },
    {
      title: { vi: 'Việc chết', en: 'Death' },
      lines: [
        [{ vi: 'Vào lúc', en: 'At' }, death.time],
        [{ vi: 'Ngày', en: 'Day' }, death.date],
        [IN_WORDS, death.dateInWords],
        [{ vi: 'Nơi chết', en: 'Place of death' }, death.place],
        [{ vi: 'Nguyên nhân', en: 'Cause' }, death.cause],
        [{ vi: 'Giấy báo tử', en: 'Death notice' }, death.notice],
      ],
    },
  ]
}
