import { testCity } from '../modules/agencies/testing.ts'
import type { Answers, FormWorld } from '../modules/forms/index.ts'
import { formWorldOf, type ProcedureDefinition } from '../modules/procedures/index.ts'
import { plainDate } from '../platform/plain-date.ts'
import { birthRegister } from './birth-register/revisions.ts'

/** One small named world: the family of Nguyễn Minh An. All of it is invented. */
export const filedOn2016 = plainDate('2016-08-12')
export const filedOnToday = plainDate('2026-11-20')

export const world2016: FormWorld = formWorldOf(testCity(), filedOn2016)
export const worldToday: FormWorld = formWorldOf(testCity(), filedOnToday)

export function birthRevisionOn(day: string): ProcedureDefinition {
  const revision = birthRegister.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )
  if (!revision) throw new Error(`no revision on ${day}`)
  return revision
}

export const birth2016 = birthRevisionOn(filedOn2016)
export const birthToday = birthRevisionOn(filedOnToday)

export const langThuong = {
  scope: 'city',
  unit: '00187',
  unitFrom: '2008-08-01',
  place: 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 12, ngõ 157 phố Pháo Đài Láng',
} as const

export const lang = {
  scope: 'city',
  unit: '00199',
  unitFrom: '2025-07-01',
  place: 'phường Láng, Thành phố Hà Nội',
  line: '',
} as const

const family: Answers = {
  'child.origin': 'parents',
  'requester.relation': 'father',
  'requester.name': { full: 'Nguyễn Đắc Khoa' },
  'child.name': { full: 'Nguyễn Minh An', surname: 'Nguyễn', middle: 'Minh', given: 'An' },
  'child.sex': 'female',
  'child.ethnicity': 'Kinh',
  'child.nationality': 'Việt Nam',
  'child.homeTownOf': 'father',
  'child.homeTown': {
    scope: 'elsewhere',
    place: 'xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh',
    line: '',
  },
  'birth.placeKind': 'facility',
  'birth.facility': 'Bệnh viện Phụ sản Hà Nội',
  'mother.name': { full: 'Trần Thị Bích Ngọc' },
  'mother.birthYear': 1990,
  'mother.ethnicity': 'Kinh',
  'mother.nationality': 'Việt Nam',
  'parents.relation': 'married',
  'father.birthYear': 1988,
  'father.ethnicity': 'Kinh',
  'father.nationality': 'Việt Nam',
  'papers.birthProof': 'notice',
  'notice.number': '4470',
  'notice.book': '09/2016',
  'file.birthNotice': ['01900000-0000-7000-8000-000000000001'],
  'file.marriage': ['01900000-0000-7000-8000-000000000002'],
  'collect.who': 'requester',
  'copies.count': 3,
  'contact.phone': '0912345318',
  'undertaking.true': true,
}

/** The father files in August 2016; complete and valid, `change` replaces or (undefined) removes. */
export function sampleBirth2016(
  change: Readonly<Record<string, Answers[string] | undefined>> = {},
): Answers {
  return changed(
    {
      ...family,
      'requester.paperKind': 'cmnd',
      'requester.idNumber': '012345902',
      'requester.paperIssuer': 'Công an Thành phố Hà Nội',
      'requester.paperDate': '2009-03-05',
      'requester.residence': langThuong,
      'child.birthDate': '2016-08-08',
      'birth.place': {
        scope: 'city',
        unit: '00025',
        unitFrom: '2008-08-01',
        place: 'phường Ngọc Khánh, quận Ba Đình, Thành phố Hà Nội',
        line: 'Số 929 đường La Thành',
      },
      'mother.idNumber': '012345456',
      'mother.residence': langThuong,
    },
    change,
  )
}

/** The same family on today's form, with personal numbers known: it asks much less. */
export function sampleBirthToday(
  change: Readonly<Record<string, Answers[string] | undefined>> = {},
): Answers {
  return changed(
    {
      ...family,
      'requester.idNumber': '001088004902',
      'filing.commune': lang,
      'filing.residents': 'both',
      'child.birthDate': '2026-11-10',
      'birth.place': {
        scope: 'city',
        unit: '00025',
        unitFrom: '2025-07-01',
        place: 'phường Giảng Võ, Thành phố Hà Nội',
        line: 'Số 929 đường La Thành',
      },
      'mother.idNumber': '001190004456',
      'notice.book': '11/2026',
    },
    change,
  )
}

/** The answers with some replaced, or (undefined) taken out. */
export function changed(
  answers: Answers,
  change: Readonly<Record<string, Answers[string] | undefined>>,
): Answers {
  const entries = Object.entries({ ...answers, ...change })
  return Object.fromEntries(
    entries.flatMap(([key, answer]) => (answer === undefined ? [] : [[key, answer] as const])),
  )
}
