import type { AddressValue, Answers } from '../../modules/forms/index.ts'
import type { BirthCertificateData, ParentData } from '../../modules/papers/index.ts'
import { dateInWords } from '../../modules/people/index.ts'
import { name, readBirth, type Birth, type ParentAnswers } from './birth.ts'
import { PAPER_KINDS } from './fields-requester.ts'

/** What the register entry adds to the declaration; everything already as it prints. */
export type CertificateEntry = Pick<
  BirthCertificateData,
  'agencyLines' | 'number' | 'registeredAt' | 'signer' | 'verification'
> & {
  /** Empty while the number is awaited. */
  personalNumber: string
  /** `2016-08-18` */
  registeredOn: string
}

/**
 * The birth certificate as it prints, from completed answers (`complete`) and the register entry.
 * What the law has noted ("Đăng ký quá hạn", "Trẻ bị bỏ rơi") stands in the register alone, never on
 * a child's certificate; what was registered again the registry marks itself.
 * @basis LHT 60/2014/QH13, Điều 14 khoản 1; NĐ 123/2015/NĐ-CP, Điều 14 khoản 3
 */
export function birthCertificateData(
  answers: Answers,
  entry: CertificateEntry,
): BirthCertificateData {
  const birth = readBirth(withRequesterAsParent(answers))
  const { personalNumber, registeredOn, ...rest } = entry
  return {
    ...rest,
    child: childOf(birth, personalNumber || declaredNumber(answers)),
    mother: birth.mother ? parentData(birth.mother) : null,
    father: birth.father ? parentData(birth.father) : null,
    requester: {
      fullName: name(answers, 'requester.name')?.full ?? '',
      identityPaper: identityPaper(answers),
    },
    registeredOn: printDay(registeredOn),
    remark: '',
  }
}

/** Who is no child any more may have a number already; the old card's is none. */
function declaredNumber(answers: Answers): string {
  const number = String(answers['child.idNumber'] ?? '')
  return number.length === 12 ? number : ''
}

/** Answers that were not completed have the parent who filed only as the requester. */
function withRequesterAsParent(answers: Answers): Answers {
  const parent = answers['requester.relation']
  if (parent !== 'mother' && parent !== 'father') return answers
  const own = ['name', 'residence', 'idNumber'].flatMap((part) => {
    const answer = answers[`requester.${part}`]
    return answer === undefined ? [] : [[`${parent}.${part}`, answer] as const]
  })
  return { ...Object.fromEntries(own), ...answers }
}

/**
 * Without known parents the child is Vietnamese, of the home town it was found or born in, and its
 * ethnicity stays blank.
 * @basis NĐ 123/2015/NĐ-CP, Điều 14 khoản 3
 */
function childOf(birth: Birth, personalNumber: string): BirthCertificateData['child'] {
  const { child, place } = birth
  const birthDate = child.birthDate ?? ''
  return {
    fullName: child.name?.full ?? '',
    birthDate: printDay(birthDate),
    birthDateInWords: capitalised(dateInWords(birthDate) ?? ''),
    sex: child.sex === 'female' ? 'Nữ' : child.sex === 'male' ? 'Nam' : '',
    ethnicity: birth.hasParents ? (child.ethnicity ?? '') : '',
    nationality: birth.hasParents ? (child.nationality ?? '') : 'Việt Nam',
    birthPlace: [place.facility, printAddress(place.address)].filter(Boolean).join(', '),
    homeTown: birth.hasParents ? printAddress(child.homeTown) : (place.address?.place ?? ''),
    personalNumber,
  }
}

function parentData(parent: ParentAnswers): ParentData {
  return {
    fullName: parent.name?.full ?? '',
    birthYear: parent.birthYear === undefined ? '' : String(parent.birthYear),
    ethnicity: parent.ethnicity ?? '',
    nationality: parent.nationality ?? '',
    residence: printAddress(parent.residence),
  }
}

/** `Căn cước công dân số 001088000456, … cấp ngày 05/03/2016`; a personal number is enough. */
function identityPaper(answers: Answers): string {
  const said = (key: string) => String(answers[`requester.${key}`] ?? '')
  const number = said('idNumber') || said('paperNumber')
  const kind = Object.entries(PAPER_KINDS).find(([value]) => value === said('paperKind'))?.[1].vi
  if (kind === undefined) return number === '' ? '' : `Số định danh cá nhân ${number}`
  const [issuer, date] = [said('paperIssuer'), said('paperDate')]
  const issued = date === '' ? issuer : `${issuer} cấp ngày ${printDay(date)}`.trim()
  return [`${kind} số ${number}`, issued].filter(Boolean).join(', ')
}

function printAddress(address: AddressValue | undefined): string {
  return address ? [address.line, address.place].filter(Boolean).join(', ') : ''
}

function printDay(day: string): string {
  return day.split('-').toReversed().join('/')
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
