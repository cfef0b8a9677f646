import { findField, type AddressValue, type Answers } from '../../modules/forms/index.ts'
import type { DeathExtractData, DeathNoticeData } from '../../modules/papers/index.ts'
import { dateInWords } from '../../modules/people/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { name, readDeath, type Death } from './death.ts'

/** What the register entry adds to the declaration; everything already as it prints. */
export type ExtractEntry = Pick<
  DeathExtractData,
  'agencyLines' | 'remark' | 'signer' | 'verification'
> & {
  /** `15/2016`; empty in a preview. */
  entryNumber: string
  registeredAt: string
  /** `2016-08-12`; empty in a preview. */
  registeredOn: string
}

/**
 * The extract of a death as it prints, from completed answers (`complete`) and the register entry.
 * @basis LHT 60/2014/QH13, Điều 32 khoản 1, Điều 34 khoản 2
 */
export function deathExtractData(answers: Answers, entry: ExtractEntry): DeathExtractData {
  const death = readDeath(answers)
  const { entryNumber, registeredAt, registeredOn, ...rest } = entry
  const [no = ''] = entryNumber.split('/')
  return {
    ...rest,
    number: no === '' ? '' : `${no}/TLKT`,
    placeAndDate: entryNumber === '' ? '' : placeAndDate(registeredAt, registeredOn),
    deceased: deceasedOf(death),
    death: eventOf(death),
    registered: { at: registeredAt, number: entryNumber, on: printDay(registeredOn) },
  }
}

export type NoticeEntry = Omit<DeathNoticeData, 'deceased' | 'death' | 'requester'> & {
  /** In words: `Con`. */
  relation: string
}

/** @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 điểm đ */
export function deathNoticeData(
  answers: Answers,
  { relation, ...entry }: NoticeEntry,
): DeathNoticeData {
  const death = readDeath(answers)
  const { notice: _notice, ...event } = eventOf(death)
  return {
    ...entry,
    deceased: deceasedOf(death),
    death: event,
    requester: { fullName: name(answers, 'requester.name')?.full ?? '', relation },
  }
}

/** What the requester is to the deceased, as the form calls it. */
export function relationIn({ form }: ProcedureDefinition, answers: Answers): string {
  const field = findField(form, 'requester.relation')
  if (field?.type !== 'choice') return ''
  const chosen = field.options.find(({ value }) => value === answers['requester.relation'])
  return chosen?.label.vi ?? ''
}

function deceasedOf({ deceased }: Death): DeathExtractData['deceased'] {
  const number = deceased.idNumber ?? ''
  const kind = number.length === 9 ? 'Chứng minh nhân dân số ' : ''
  return {
    fullName: deceased.name?.full ?? '',
    birthDate: printDay(deceased.birthDate ?? ''),
    sex: deceased.sex === 'female' ? 'Nữ' : deceased.sex === 'male' ? 'Nam' : '',
    ethnicity: deceased.ethnicity ?? '',
    nationality: deceased.nationality ?? '',
    lastResidence: printAddress(deceased.lastResidence),
    identityPaper: number === '' ? (deceased.otherPaper ?? '') : `${kind}${number}`,
  }
}

function eventOf(death: Death): DeathExtractData['death'] {
  const [hour, minute] = (death.diedAtTime ?? '').split(':')
  return {
    time: minute === undefined ? '' : `${hour} giờ ${minute} phút`,
    date: printDay(death.diedOn ?? ''),
    dateInWords: capitalised(dateInWords(death.diedOn ?? '') ?? ''),
    place: [death.facility, printAddress(death.place)].filter(Boolean).join(', '),
    cause: death.cause ?? '',
    notice: citedNotice(death),
  }
}

/** What stands for a notice is named; a notice is what the line itself says. */
const PAPERS: Readonly<Record<string, string>> = {
  unnatural: 'Văn bản xác nhận số ',
  court: 'Bản án, quyết định số ',
  execution: 'Giấy xác nhận số ',
}

/** `218/2016 do Bệnh viện Bạch Mai cấp ngày 10/08/2016`; empty when there is none. */
export function citedNotice({ circumstance, notice }: Death): string {
  if (notice.number === undefined) return ''
  const { commune } = notice
  const issuer = commune ? `UBND ${commune.place}` : (notice.issuer ?? '')
  const issued = notice.day === undefined ? '' : ` cấp ngày ${printDay(notice.day)}`
  return `${PAPERS[circumstance ?? ''] ?? ''}${notice.number} do ${issuer}${issued}`
}

/** `Láng Thượng, ngày 12 tháng 08 năm 2016`: the commune's own name before the day. */
export function placeAndDate(agencyPrinted: string, day: string): string {
  const [own = ''] = agencyPrinted.split(', ')
  const place = own.replace(/^UBND (phường|xã|thị trấn) /, '')
  const [year, month, date] = day.split('-')
  return `${place}, ngày ${date} tháng ${month} năm ${year}`
}

export function printAddress(address: AddressValue | undefined): string {
  return address ? [address.line, address.place].filter(Boolean).join(', ') : ''
}

export function printDay(day: string): string {
  return day.split('-').toReversed().join('/')
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
