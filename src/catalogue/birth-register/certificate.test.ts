import assert from 'node:assert/strict'
import test from 'node:test'
import { complete } from '../../modules/forms/index.ts'
import type { Finding } from '../../modules/procedures/index.ts'
import {
  birth2016,
  birthToday,
  filedOn2016,
  sampleBirth2016,
  sampleBirthToday,
} from '../testing.ts'
import { birthCertificateData, type CertificateEntry } from './certificate.ts'
import { certificateOf } from './results.ts'

const entry: CertificateEntry = {
  agencyLines: ['UBND PHƯỜNG LÁNG THƯỢNG', 'QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI'],
  number: '214/2016',
  registeredAt: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  registeredOn: '2016-08-15',
  signer: { titleLines: ['CHỦ TỊCH'], fullName: 'Trần Thị Ánh Tuyết' },
  personalNumber: '001316000123',
  verification: null,
}

const residence =
  'Số 12, ngõ 157 phố Pháo Đài Láng, phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội'

test('the certificate prints what was declared and what the register gives', () => {
  const data = birthCertificateData(complete(birth2016.form, sampleBirth2016()), entry)
  assert.deepEqual(data, {
    agencyLines: entry.agencyLines,
    number: '214/2016',
    registeredAt: entry.registeredAt,
    signer: entry.signer,
    verification: null,
    child: {
      fullName: 'Nguyễn Minh An',
      birthDate: '08/08/2016',
      birthDateInWords: 'Ngày tám tháng tám năm hai nghìn không trăm mười sáu',
      sex: 'Nữ',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      birthPlace:
        'Bệnh viện Phụ sản Hà Nội, Số 929 đường La Thành, phường Ngọc Khánh, quận Ba Đình, ' +
        'Thành phố Hà Nội',
      homeTown: 'xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh',
      personalNumber: '001316000123',
    },
    mother: {
      fullName: 'Trần Thị Bích Ngọc',
      birthYear: '1990',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      residence,
    },
    father: {
      fullName: 'Nguyễn Đắc Khoa',
      birthYear: '1988',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      residence,
    },
    requester: {
      fullName: 'Nguyễn Đắc Khoa',
      identityPaper:
        'Chứng minh nhân dân số 012345902, Công an Thành phố Hà Nội cấp ngày 05/03/2009',
    },
    registeredOn: '15/08/2016',
    remark: '',
  })
})

test('the parent who files is named also when the answers were not completed', () => {
  const raw = birthCertificateData(sampleBirth2016(), entry)
  assert.deepEqual(raw, birthCertificateData(complete(birth2016.form, sampleBirth2016()), entry))
})

test('with personal numbers alone, the commune said at filing is the residence', () => {
  const data = (change: Parameters<typeof sampleBirthToday>[0]) =>
    birthCertificateData(complete(birthToday.form, sampleBirthToday(change)), entry)
  assert.equal(data({}).mother?.residence, 'phường Láng, Thành phố Hà Nội')
  assert.equal(data({ 'filing.residents': 'mother' }).father?.residence, '')
  assert.equal(data({}).requester.identityPaper, 'Số định danh cá nhân 001088004902')
})

test('without recognition the father stays blank, even if something was declared before', () => {
  const alone = sampleBirth2016({
    'requester.relation': 'mother',
    'parents.relation': 'motherOnly',
    'father.name': { full: 'Nguyễn Đắc Khoa' },
  })
  assert.equal(birthCertificateData(alone, entry).father, null)
})

test('a foundling has no parents and no ethnicity, and is Vietnamese of the place it was found', () => {
  const data = birthCertificateData(
    sampleBirth2016({ 'child.origin': 'abandoned', 'requester.relation': 'carer' }),
    entry,
  )
  assert.deepEqual([data.mother, data.father], [null, null])
  assert.deepEqual(
    [data.child.ethnicity, data.child.nationality, data.child.homeTown],
    ['', 'Việt Nam', 'phường Ngọc Khánh, quận Ba Đình, Thành phố Hà Nội'],
  )
})

test("a child's certificate never says that it was registered late or that it was found", () => {
  const noted = (rule: string, remark: string): Finding => ({
    rule,
    severity: 'note',
    fields: [],
    message: { vi: remark, en: remark },
    basis: '',
    remark,
  })
  const printed = certificateOf({
    definition: birth2016,
    answers: sampleBirth2016(),
    number: '18/2016',
    agencyLines: [],
    agencyPrinted: entry.registeredAt,
    signer: entry.signer,
    signedOn: filedOn2016,
    personalNumber: null,
    entered: {},
    notes: [
      noted('birth.late', 'Đăng ký quá hạn'),
      noted('birth.without-parents', 'Trẻ bị bỏ rơi'),
    ],
    printUnit: () => undefined,
  })
  assert.equal(printed.number, '18/2016')
  assert.doesNotMatch(JSON.stringify(printed), /quá hạn|bỏ rơi/)
})

test('the number is blank while it is awaited', () => {
  const data = birthCertificateData(sampleBirth2016(), { ...entry, personalNumber: '' })
  assert.equal(data.child.personalNumber, '')
})
