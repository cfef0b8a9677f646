import type { Answers } from '../modules/forms/index.ts'

const home = {
  scope: 'elsewhere',
  place: 'phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  line: 'Số 12, ngõ 157 phố Pháo Đài Láng',
} as const

const child: Answers = {
  'child.name': { full: 'Nguyễn Minh An' },
  'child.birthDate': '2016-08-08',
  'child.sex': 'female',
  'child.ethnicity': 'Kinh',
  'child.nationality': 'Việt Nam',
  'child.birthPlace': home,
  'child.personalNumber': '001316000123',
  'certificate.number': '18/2016',
  'certificate.day': '2016-08-12',
}

const requester: Answers = {
  'requester.name': { full: 'Nguyễn Đắc Khoa' },
  'requester.phone': '0912345318',
}

/** What a lead agency's message says for each service; all of it invented. */
export const sampleServices: Readonly<Record<string, Answers>> = {
  'residence.register': {
    ...child,
    ...requester,
    'child.homeTown': { scope: 'elsewhere', place: 'xã Đại Đồng, tỉnh Bắc Ninh', line: '' },
    'household.bookNo': '110203456',
    'household.headName': { full: 'Nguyễn Đắc Phúc' },
    'household.headRelation': 'cháu nội',
    'household.address': home,
    'household.headConsent': true,
  },
  'residence.delete': {
    ...requester,
    'deceased.name': { full: 'Đặng Thị Ngoãn' },
    'deceased.birthDate': '1931',
    'deceased.sex': 'female',
    'deceased.personalNumber': '010045678',
    'deceased.lastResidence': home,
    'household.bookNo': '110203456',
    'household.headName': { full: 'Nguyễn Đắc Phúc' },
    'extract.number': '15/2016',
    'extract.day': '2016-08-12',
    'death.day': '2016-08-10',
  },
  'health_card.issue': {
    ...child,
    'child.residence': home,
    'guardian.name': { full: 'Nguyễn Đắc Khoa' },
    'guardian.relation': 'father',
    'guardian.phone': '0912345318',
    'facility.code': '01020',
    'facility.name': 'Trạm y tế phường Láng Thượng',
  },
  'civil_status.verify': {
    kind: 'birth',
    'subject.name': { full: 'Hoàng Văn Lộc' },
    'subject.birthDate': '1968',
    'previous.agency': 'UBND xã Cổ Loa, huyện Đông Anh',
    'previous.day': '1968',
    'previous.number': '44',
    'previous.book': '01',
    question: 'Đề nghị cho biết việc khai sinh có trong Sổ đang lưu hay không.',
  },
  'civil_status.notify': {
    kind: 'birth',
    'subject.name': { full: 'Nguyễn Minh An' },
    'subject.birthDate': '2016-08-08',
    'certificate.number': '18/2016',
    'certificate.day': '2016-08-12',
    registeredAt: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
  },
}
