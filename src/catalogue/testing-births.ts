import type { Answers } from '../modules/forms/index.ts'
import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import { birthInterlinkedBhytOnly } from './birth-interlinked-bhyt-only/revisions.ts'
import { birthInterlinked } from './birth-interlinked/revisions.ts'
import { birthReRegister } from './birth-re-register/revisions.ts'
import { birthWithPapers } from './birth-with-papers/revisions.ts'
import { changed, lang, langThuong, sampleBirth2016, sampleBirthToday } from './testing.ts'

/** Hoàng Văn Lộc lost his certificate; Đỗ Thị Mận never had one. All of it is invented. */
type Change = Readonly<Record<string, Answers[string] | undefined>>

function revisionOn(revisions: readonly ProcedureDefinition[], day: string): ProcedureDefinition {
  const found = revisions.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )
  if (!found) throw new Error(`no revision on ${day}`)
  return found
}

export const againOn = (day: string) => revisionOn(birthReRegister, day)
export const withPapersOn = (day: string) => revisionOn(birthWithPapers, day)
export const interlinkedOn = (day: string) => revisionOn(birthInterlinked, day)
export const bhytOnlyOn = (day: string) => revisionOn(birthInterlinkedBhytOnly, day)

const file = (index: number) => [`01900000-0000-7000-8000-00000000001${index}`]

const coLoa = {
  scope: 'city',
  unit: '00505',
  unitFrom: '2008-08-01',
  place: 'xã Cổ Loa, huyện Đông Anh, Thành phố Hà Nội',
  line: '',
} as const

const dongAnh = { scope: 'elsewhere', place: 'xã Cổ Loa, huyện Đông Anh', line: '' } as const

const collect: Answers = {
  'collect.who': 'requester',
  'copies.count': 2,
  'undertaking.true': true,
}

const loc: Answers = {
  ...collect,
  'requester.relation': 'self',
  'requester.name': { full: 'Hoàng Văn Lộc' },
  'child.sex': 'male',
  'child.birthDate': '1968-03-12',
  'child.ethnicity': 'Kinh',
  'child.nationality': 'Việt Nam',
  'birth.place': dongAnh,
  'child.homeTown': dongAnh,
  'child.serves': false,
  'child.alive': true,
  'parents.named': 'both',
  'mother.name': { full: 'Ngô Thị Tẹo' },
  'mother.birthYear': 1940,
  'father.name': { full: 'Hoàng Văn Đáng' },
  'previous.agencyName': 'Ủy ban hành chính xã Cổ Loa',
  'previous.date': '1968',
  'previous.number': '44',
  'previous.hasOriginal': false,
  'previous.bookState': 'unknown',
  reason: 'Mất khi chuyển nhà năm 1986.',
  'file.personal': file(1),
  'contact.phone': '0912345320',
  'undertaking.lost': true,
}

const card2016: Answers = {
  'requester.paperKind': 'cmnd',
  'requester.idNumber': '010044512',
  'requester.paperIssuer': 'Công an Thành phố Hà Nội',
  'requester.paperDate': '2010-04-02',
}

/** He asks at the ward where he resides; Cổ Loa registered him. */
export function sampleAgain2016(change: Change = {}): Answers {
  return changed(
    {
      ...loc,
      ...card2016,
      'requester.residence': langThuong,
      'previous.agency': coLoa,
      'filing.at': 'residence',
    },
    change,
  )
}

export function sampleAgainToday(change: Change = {}): Answers {
  return changed(
    {
      ...loc,
      'requester.idNumber': '001068004512',
      'previous.agency': { ...lang, unit: '00454', place: 'xã Đông Anh, Thành phố Hà Nội' },
      'filing.at': 'residence',
      'filing.commune': lang,
    },
    change,
  )
}

const man: Answers = {
  ...collect,
  'requester.relation': 'child',
  'requester.name': { full: 'Nguyễn Thị Sửu' },
  'child.name': { full: 'Đỗ Thị Mận', surname: 'Đỗ', middle: 'Thị', given: 'Mận' },
  'child.sex': 'female',
  'child.birthDate': '1944-01-01',
  'child.ethnicity': 'Kinh',
  'child.nationality': 'Việt Nam',
  'birth.place': dongAnh,
  'child.homeTown': dongAnh,
  'child.serves': false,
  'parents.named': 'mother',
  'mother.name': { full: 'Đỗ Thị Tí' },
  'birth.registered': false,
  papers: [
    { kind: 'cmnd', number: '010120944', issuer: 'Công an Thành phố Hà Nội', date: '2009' },
    { kind: 'household' },
  ],
  'file.personal': file(2),
  'contact.phone': '0912345321',
  'undertaking.notRegistered': true,
}

/** Her daughter asks. */
export function sampleWithPapers2016(change: Change = {}): Answers {
  return changed(
    {
      ...man,
      ...card2016,
      'requester.idNumber': '012399171',
      'requester.residence': langThuong,
      'child.residence': langThuong,
    },
    change,
  )
}

export function sampleWithPapersToday(change: Change = {}): Answers {
  return changed({ ...man, 'requester.idNumber': '001171004512', 'filing.commune': lang }, change)
}

const insurance: Answers = {
  'facility.code': '01911',
  'guardian.relation': 'mother',
}

const household: Answers = {
  ...insurance,
  'household.of': 'father',
  'household.head': 'other',
  'household.headName': { full: 'Nguyễn Đắc Phúc' },
  'household.headRelation': 'cháu nội',
  'household.headConsent': true,
}

/** The child of Nguyễn Đắc Khoa and Trần Thị Bích Ngọc, into the grandfather's household. */
export function sampleInterlinked2016(change: Change = {}): Answers {
  return changed(
    {
      ...sampleBirth2016(),
      ...household,
      'household.isAtResidence': true,
      'household.bookNo': '110203456',
      'file.household': file(3),
    },
    change,
  )
}

export function sampleInterlinkedToday(change: Change = {}): Answers {
  return changed(
    {
      ...sampleBirthToday(),
      ...household,
      'household.address': { ...lang, line: langThuong.line },
      'household.headNumber': '001055004512',
    },
    change,
  )
}

export function sampleBhytOnly2016(change: Change = {}): Answers {
  return changed({ ...sampleBirth2016(), ...insurance, 'child.residence': langThuong }, change)
}

export function sampleBhytOnlyToday(change: Change = {}): Answers {
  return changed(
    {
      ...sampleBirthToday(),
      ...insurance,
      'child.residence': { ...lang, line: langThuong.line },
    },
    change,
  )
}
