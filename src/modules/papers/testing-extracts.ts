import type { AmendmentExtractData, MinutesData } from './book-papers.ts'
import type {
  BirthCopyData,
  DeathCopyData,
  DeathExtractData,
  DeathNoticeData,
} from './extract-data.ts'

/** The death of an invented woman of whose birth only the year is known, as its extract prints. */
export function sampleDeathExtract(change: Partial<DeathExtractData> = {}): DeathExtractData {
  return {
    agencyLines: ['UBND PHƯỜNG LÁNG THƯỢNG', 'QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI'],
    number: '15/TLKT',
    placeAndDate: 'Láng Thượng, ngày 12 tháng 08 năm 2016',
    deceased: {
      fullName: 'Đặng Thị Ngoãn',
      birthDate: '1931',
      sex: 'Nữ',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      lastResidence: 'Số 12, ngõ 82 phố Chùa Láng, phường Láng Thượng, quận Đống Đa, Hà Nội',
      identityPaper:
        'Chứng minh nhân dân số 010045678, Công an Thành phố Hà Nội cấp ngày 02/06/1998',
    },
    death: {
      time: '04 giờ 15 phút',
      date: '10/08/2016',
      dateInWords: 'Ngày mười tháng tám năm hai nghìn không trăm mười sáu',
      place: 'Bệnh viện Bạch Mai, phường Phương Mai, quận Đống Đa, Thành phố Hà Nội',
      cause: 'Suy hô hấp do viêm phổi',
      notice: '218/2016 do Bệnh viện Bạch Mai cấp ngày 10/08/2016',
    },
    registered: {
      at: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
      number: '15/2016',
      on: '12/08/2016',
    },
    remark: '',
    signer: { titleLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], fullName: 'Trần Thị Ánh Tuyết' },
    verification: { url: 'https://motcua.example/kiem-tra/q3Jk9XcWm2T0aB5dVhZ7sA' },
    ...change,
  }
}

export function sampleDeathCopy(change: Partial<DeathCopyData> = {}): DeathCopyData {
  const taken = { number: '7/TLKT-BS', takenFrom: 'Sổ đăng ký khai tử' }
  return { ...sampleDeathExtract(), ...taken, ...change }
}

/** A copy of an invented birth. */
export function sampleBirthCopy(change: Partial<BirthCopyData> = {}): BirthCopyData {
  const { agencyLines, placeAndDate, signer, verification } = sampleDeathExtract()
  const residence =
    'Số 12, ngõ 82 phố Chùa Láng, phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội'
  const parent = { ethnicity: 'Kinh', nationality: 'Việt Nam', residence }
  return {
    ...{ agencyLines, placeAndDate, signer, verification },
    child: {
      fullName: 'Đoàn Thị Ỷ',
      birthDate: '15/08/2016',
      birthDateInWords: 'Ngày mười lăm tháng tám năm hai nghìn không trăm mười sáu',
      sex: 'Nữ',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      birthPlace: 'Bệnh viện Phụ sản Hà Nội, phường Ngọc Khánh, quận Ba Đình, Thành phố Hà Nội',
      homeTown: 'xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh',
      personalNumber: '001316000123',
    },
    mother: { ...parent, fullName: 'Nguyễn Hòa', birthYear: '1990' },
    father: { ...parent, fullName: 'Đoàn Nguyễn Hoà', birthYear: '1988' },
    number: '31/TLKS-BS',
    registered: {
      at: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
      number: '28/2016',
      on: '18/08/2016',
    },
    remark: '',
    takenFrom: 'Cơ sở dữ liệu hộ tịch điện tử',
    ...change,
  }
}

/** A correction of an invented child's middle name. */
export function sampleAmendment(change: Partial<AmendmentExtractData> = {}): AmendmentExtractData {
  const { agencyLines, placeAndDate, signer, verification } = sampleDeathExtract()
  const { registered } = sampleBirthCopy()
  return {
    ...{ agencyLines, placeAndDate, signer, verification, registered },
    number: '3/TLCC',
    subject: {
      fullName: 'Đoàn Thị Ỷ',
      birthDate: '15/08/2016',
      sex: 'Nữ',
      personalNumber: '001316000123',
    },
    event: 'khai sinh',
    amended: [{ label: 'Họ, chữ đệm, tên', before: 'Đoàn Thị Ỷ', after: 'Đoàn Thu Ỷ' }],
    decision: 'Quyết định số 12/QĐ-UBND ngày 18/08/2016 của UBND phường Láng Thượng',
    reason: 'Giấy chứng sinh ghi "Đoàn Thu Ỷ"; công chức ghi nhầm khi đăng ký.',
    ...change,
  }
}

export function sampleMinutes(change: Partial<MinutesData> = {}): MinutesData {
  return {
    agencyLines: ['UBND PHƯỜNG LÁNG THƯỢNG', 'QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI'],
    minutesNumber: '',
    title: 'BIÊN BẢN KHÓA SỔ',
    about: 'Sổ đăng ký khai sinh năm 2016',
    placeAndDate: 'Láng Thượng, ngày 31 tháng 12 năm 2016',
    paragraphs: ['Hôm nay, ngày 31 tháng 12 năm 2016, UBND phường Láng Thượng khóa sổ.'],
    rows: [{ label: 'Tổng số trang đã dùng', value: '212' }],
    closing: 'Sổ đã khóa không ghi thêm việc đăng ký nào.',
    signers: [
      { title: 'Người khóa sổ', fullName: 'Lê Thị Hải Yến' },
      { title: 'Chủ tịch', fullName: '' },
    ],
    ...change,
  }
}

/** The notice a commune makes of a death at home. */
export function sampleDeathNotice(change: Partial<DeathNoticeData> = {}): DeathNoticeData {
  const { registered: _registered, remark: _remark, death, ...rest } = sampleDeathExtract()
  const { notice: _notice, ...event } = death
  return {
    ...rest,
    number: '7/2016',
    death: { ...event, place: rest.deceased.lastResidence, cause: 'Tuổi già' },
    requester: { fullName: 'Nguyễn Đắc Phúc', relation: 'Con' },
    ...change,
  }
}
