import type { Answers } from '../modules/forms/index.ts'
import type { ProcedureDefinition } from '../modules/procedures/index.ts'
import { deathAgain } from './death-again/again.ts'
import { deathInterlinked } from './death-interlinked/interlinked.ts'
import { deathNotice } from './death-notice/issue.ts'
import { deathRegister } from './death-register/register.ts'

/** The death of Đặng Thị Ngoãn, of whose birth only the year is known. All of it is invented. */
type Change = Readonly<Record<string, Answers[string] | undefined>>

function revisionOn(revisions: readonly ProcedureDefinition[], day: string): ProcedureDefinition {
  const found = revisions.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  )
  if (!found) throw new Error(`no revision on ${day}`)
  return found
}

export const deathOn = (day: string) => revisionOn(deathRegister, day)
export const deathAgainOn = (day: string) => revisionOn(deathAgain, day)
export const deathNoticeOn = (day: string) => revisionOn(deathNotice, day)
export const deathInterlinkedOn = (day: string) => revisionOn(deathInterlinked, day)

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
  line: 'Số 12, ngõ 157 phố Pháo Đài Láng',
} as const

const file = (index: number) => [`01900000-0000-7000-8000-00000000000${index}`]

const family: Answers = {
  'deceased.kind': 'ordinary',
  'requester.relation': 'child',
  'requester.name': { full: 'Nguyễn Đắc Phúc' },
  'deceased.name': { full: 'Đặng Thị Ngoãn' },
  'deceased.birthDate': '1931',
  'deceased.sex': 'female',
  'deceased.ethnicity': 'Kinh',
  'deceased.nationality': 'Việt Nam',
  'deceased.residenceKnown': 'known',
  'deceased.isPermanent': true,
  'death.circumstance': 'facility',
  'death.time': '04:15',
  'death.facility': 'Bệnh viện Bạch Mai',
  'death.cause': 'Suy hô hấp do viêm phổi',
  'notice.issuer': 'Bệnh viện Bạch Mai',
  'notice.number': '218/2016',
  'file.notice': file(1),
  'collect.who': 'requester',
  'copies.count': 3,
  'contact.phone': '0912345319',
  'undertaking.true': true,
}

const requester2016: Answers = {
  'requester.paperKind': 'cmnd',
  'requester.idNumber': '010045902',
  'requester.paperIssuer': 'Công an Thành phố Hà Nội',
  'requester.paperDate': '2009-03-05',
  'requester.residence': langThuong,
}

/** Her son registers it in August 2016; `change` replaces or (undefined) removes. */
export function sampleDeath2016(change: Change = {}): Answers {
  return changed(
    {
      ...family,
      ...requester2016,
      'deceased.idNumber': '010045678',
      'deceased.lastResidence': langThuong,
      'death.date': '2016-08-10',
      'death.place': {
        scope: 'city',
        unit: '00232',
        unitFrom: '2008-08-01',
        place: 'phường Phương Mai, quận Đống Đa, Thành phố Hà Nội',
        line: 'Số 78 đường Giải Phóng',
      },
      'notice.day': '2016-08-10',
    },
    change,
  )
}

/** The same on today's form, which asks neither paper nor residence of the requester. */
export function sampleDeathToday(change: Change = {}): Answers {
  return changed(
    {
      ...family,
      'requester.idNumber': '001058004902',
      'deceased.idNumber': '001131004678',
      'deceased.lastResidence': lang,
      'death.date': '2026-11-18',
      'death.place': { ...lang, line: '' },
      'notice.number': '1204/2026',
      'notice.day': '2026-11-18',
    },
    change,
  )
}

/** The household book names the head; without books only the head is said. */
export function sampleInterlinked2016(change: Change = {}): Answers {
  const household: Answers = {
    'household.bookNo': '110203456',
    'household.headName': { full: 'Nguyễn Đắc Phúc' },
  }
  return changed(without(sampleDeath2016(), ...ASKED_OF_OTHERS), { ...household, ...change })
}

export function sampleInterlinkedToday(change: Change = {}): Answers {
  return changed(without(sampleDeathToday(), ...ASKED_OF_OTHERS), {
    'household.headName': { full: 'Nguyễn Đắc Phúc' },
    ...change,
  })
}

const again: Answers = {
  'requester.relation': 'child',
  'requester.name': { full: 'Nguyễn Đắc Phúc' },
  'deceased.name': { full: 'Nguyễn Đắc Thịnh' },
  'deceased.birthDate': '1928',
  'deceased.sex': 'male',
  'deceased.ethnicity': 'Kinh',
  'deceased.nationality': 'Việt Nam',
  'death.date': '1994-03',
  'previous.agency': 'UBND phường Láng Thượng, quận Đống Đa',
  'previous.date': '1994',
  'previous.number': '31',
  'previous.reason': 'Mất bản chính; phường không còn lưu Sổ khai tử năm 1994.',
  'file.oldExtract': file(2),
  'collect.who': 'requester',
  'copies.count': 1,
  'contact.phone': '0912345319',
  'undertaking.true': true,
}

/** His son has the death of 1994 registered again. */
export function sampleAgain2016(change: Change = {}): Answers {
  return changed({ ...again, ...requester2016, 'previous.commune': langThuong }, change)
}

export function sampleAgainToday(change: Change = {}): Answers {
  const own: Answers = { 'requester.idNumber': '001058004902', 'previous.commune': lang }
  return changed({ ...again, ...own }, change)
}

/** She died at home: the ward makes the notice first. */
export function sampleNotice2016(change: Change = {}): Answers {
  const spared = ['death.circumstance', 'death.facility', 'copies.count', 'collect.who']
  const shared = Object.entries(sampleDeath2016()).filter(
    ([key]) => !spared.includes(key) && !key.startsWith('notice.') && !key.startsWith('file.'),
  )
  const own: Answers = { 'death.place': langThuong, 'death.cause': 'Tuổi già' }
  return changed({ ...Object.fromEntries(shared), ...own }, change)
}

export function sampleNoticeToday(change: Change = {}): Answers {
  const { 'requester.idNumber': number = '' } = sampleDeathToday()
  const own: Answers = {
    'requester.idNumber': number,
    'deceased.idNumber': '001131004678',
    'deceased.lastResidence': lang,
    'death.date': '2026-11-18',
    'death.place': lang,
  }
  const papers = Object.keys(requester2016).map((key) => [key, undefined] as const)
  return sampleNotice2016({ ...Object.fromEntries(papers), ...own, ...change })
}

/** Who resided permanently is asked neither. */
const ASKED_OF_OTHERS = ['deceased.residenceKnown', 'deceased.isPermanent']

function without(answers: Answers, ...keys: readonly string[]): Answers {
  return changed(answers, Object.fromEntries(keys.map((key) => [key, undefined])))
}

function changed(answers: Answers, change: Change): Answers {
  const entries = Object.entries({ ...answers, ...change })
  return Object.fromEntries(
    entries.flatMap(([key, answer]) => (answer === undefined ? [] : [[key, answer] as const])),
  )
}
