import assert from 'node:assert/strict'
import test from 'node:test'
import type { ResultFacts } from '../../modules/registry/index.ts'
import { filedOn2016, filedOnToday } from '../testing.ts'
import {
  deathAgainOn,
  deathOn,
  lang,
  sampleAgain2016,
  sampleDeath2016,
  sampleDeathToday,
} from '../testing-death.ts'
import { extractOf } from './results.ts'

function facts(change: Partial<ResultFacts> = {}): ResultFacts {
  return {
    definition: deathOn(filedOn2016),
    answers: sampleDeath2016(),
    number: '15/2016',
    agencyLines: ['UBND PHƯỜNG LÁNG THƯỢNG', 'QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI'],
    agencyPrinted: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    signer: { titleLines: ['CHỦ TỊCH'], fullName: 'Phạm Quang Vinh' },
    signedOn: filedOn2016,
    personalNumber: null,
    entered: {},
    notes: [],
    printUnit: () => undefined,
    ...change,
  }
}

test('the extract says what was declared and where it was registered', () => {
  const data = extractOf(facts())
  assert.equal(data.number, '15/TLKT')
  assert.equal(data.placeAndDate, 'Láng Thượng, ngày 12 tháng 08 năm 2016')
  assert.deepEqual(data.deceased, {
    fullName: 'Đặng Thị Ngoãn',
    birthDate: '1931',
    sex: 'Nữ',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    lastResidence:
      'Số 12, ngõ 157 phố Pháo Đài Láng, phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    identityPaper: 'Chứng minh nhân dân số 010045678',
  })
  assert.deepEqual(data.death, {
    time: '04 giờ 15 phút',
    date: '10/08/2016',
    dateInWords: 'Ngày mười tháng tám năm hai nghìn không trăm mười sáu',
    place:
      'Bệnh viện Bạch Mai, Số 78 đường Giải Phóng, phường Phương Mai, quận Đống Đa, Thành phố ' +
      'Hà Nội',
    cause: 'Suy hô hấp do viêm phổi',
    notice: '218/2016 do Bệnh viện Bạch Mai cấp ngày 10/08/2016',
  })
  assert.deepEqual(data.registered, {
    at: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    number: '15/2016',
    on: '12/08/2016',
  })
  assert.equal(data.remark, '')
})

test('what stands for a notice is named, and a notice of the ward names the ward', () => {
  const notice = (change: Parameters<typeof sampleDeath2016>[0]) =>
    extractOf(facts({ answers: sampleDeath2016(change) })).death.notice
  assert.equal(
    notice({ 'death.circumstance': 'court', 'notice.issuer': 'TAND quận Đống Đa' }),
    'Bản án, quyết định số 218/2016 do TAND quận Đống Đa cấp ngày 10/08/2016',
  )
  assert.equal(
    notice({ 'death.circumstance': 'home', 'notice.commune': lang, 'notice.number': '7/2016' }),
    '7/2016 do UBND phường Láng, Thành phố Hà Nội cấp ngày 10/08/2016',
  )
  const longAgo = { 'death.circumstance': 'longAgo' }
  const answers = sampleDeath2016(longAgo)
  assert.equal(extractOf(facts({ answers, definition: deathOn('2020-07-16') })).death.notice, '')
})

test('registered again says so; registered late stands in the book alone', () => {
  const definition = deathAgainOn(filedOn2016)
  const again = extractOf(facts({ definition, answers: sampleAgain2016() }))
  assert.equal(again.remark, 'Đăng ký lại')
  assert.deepEqual(
    [again.death.date, again.death.dateInWords, again.death.time, again.death.notice],
    ['03/1994', 'Tháng ba năm một nghìn chín trăm chín mươi tư', '', ''],
  )
  const late = { rule: 'death.late', severity: 'note', fields: [], basis: '' } as const
  const message = { vi: 'Quá hạn', en: 'Late' }
  const notes = [{ ...late, message, remark: 'Đăng ký quá hạn' }]
  assert.doesNotMatch(JSON.stringify(extractOf(facts({ notes }))), /quá hạn/i)
})

test('a preview has neither number nor day', () => {
  const data = extractOf(facts({ number: '' }))
  assert.deepEqual([data.number, data.placeAndDate], ['', ''])
  assert.deepEqual([data.registered.number, data.registered.on], ['', ''])
})

test('today the personal number is enough', () => {
  const definition = deathOn(filedOnToday)
  const data = extractOf(facts({ definition, answers: sampleDeathToday() }))
  assert.equal(data.deceased.identityPaper, '001131004678')
  assert.equal(data.death.place, 'Bệnh viện Bạch Mai, phường Láng, Thành phố Hà Nội')
})
