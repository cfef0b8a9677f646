import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type {
  BirthCertificateData,
  DeclarationData,
  Papers,
  PaperTemplate,
  ResultLetterData,
} from './paper-data.ts'
import {
  sampleAmendment,
  sampleBirthCopy,
  sampleDeathCopy,
  sampleDeathExtract,
  sampleDeathNotice,
  sampleMinutes,
} from './testing-extracts.ts'
import { sampleSlip } from './testing-slips.ts'

export { SAMPLE_REGISTER, sampleLines, samplePapersSent, sampleSlip } from './testing-slips.ts'

/** One of every paper. */
export function samplePapers(): { [T in PaperTemplate]: Papers[T] } {
  return {
    'birth-certificate@1': sampleCertificate(),
    'birth-certificate@2': sampleCertificate(),
    'birth-copy@1': sampleBirthCopy(),
    'death-extract@1': sampleDeathExtract(),
    'death-extract@2': sampleDeathExtract(),
    'death-copy@1': sampleDeathCopy(),
    'death-notice@1': sampleDeathNotice(),
    'amendment-extract@1': sampleAmendment(),
    'minutes@1': sampleMinutes(),
    'birth-declaration@1': sampleDeclaration(),
    'birth-declaration@2': sampleDeclaration({ parents: { mother: 'Nguyễn Hòa', father: '' } }),
    'declaration@1': sampleDeclaration({ copies: 'Có, 3 bản' }),
    'blank-overlay@1': { certificate: sampleCertificate(), offset: { dxMm: 0, dyMm: 0 } },
    'result-letter@1': sampleLetter(),
    'slip@1': sampleSlip(),
  }
}

/** An invented certificate for tests and screenshots; `change` replaces parts of it. */
export function sampleCertificate(
  change: Partial<BirthCertificateData> = {},
  child: Partial<BirthCertificateData['child']> = {},
): BirthCertificateData {
  return {
    agencyLines: ['UBND PHƯỜNG LÁNG THƯỢNG', 'QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI'],
    number: '28/2016',
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
      ...child,
    },
    mother: {
      fullName: 'Nguyễn Hòa',
      birthYear: '1990',
      ethnicity: 'Ê-đê',
      nationality: 'Việt Nam',
      residence: 'Số 12, ngõ 82 phố Chùa Láng, phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    },
    father: {
      fullName: 'Đoàn Nguyễn Hoà',
      birthYear: '1988',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      residence: 'Số 12, ngõ 82 phố Chùa Láng, phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    },
    requester: {
      fullName: 'Đoàn Nguyễn Hoà',
      identityPaper:
        'Căn cước công dân số 001088000456, Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư, 05/03/2016',
    },
    registeredAt: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    registeredOn: '18/08/2016',
    signer: { titleLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], fullName: 'Trần Thị Ánh Tuyết' },
    remark: '',
    verification: { url: 'https://motcua.example/kiem-tra/q3Jk9XcWm2T0aB5dVhZ7sA' },
    ...change,
  }
}

/** An invented filled declaration. */
export function sampleDeclaration(change: Partial<DeclarationData> = {}): DeclarationData {
  return {
    title: 'TỜ KHAI ĐĂNG KÝ KHAI SINH',
    agency: 'UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    sections: [
      {
        title: 'Người yêu cầu',
        rows: [
          { label: 'Họ, chữ đệm, tên người yêu cầu', value: 'Đoàn Nguyễn Hoà' },
          { label: 'Quan hệ với người được khai sinh', value: 'Cha' },
        ],
      },
      {
        title: 'Trẻ',
        rows: [
          { label: 'Họ, chữ đệm, tên', value: "H'Hen Niê" },
          { label: 'Giới tính', value: 'Nữ', span: 2 },
          { label: 'Dân tộc', value: 'Ê-đê', span: 2 },
          { label: 'Quốc tịch', value: 'Việt Nam', span: 2 },
        ],
      },
    ],
    undertaking: 'Tôi cam đoan nội dung khai trên đây là đúng sự thật.',
    place: 'Hà Nội',
    date: 'ngày 15 tháng 08 năm 2016',
    requester: 'Đoàn Nguyễn Hoà',
    ...change,
  }
}

/** The day on which the sample papers are made and signed. */
export const SAMPLE_DAY = new Date('2016-08-18T03:00:00Z')

/** A temporary file with these bytes, for programs that want a path. */
export function asFile(bytes: Uint8Array, file = 'paper.pdf'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'papers-')), file)
  writeFileSync(path, bytes)
  return path
}

/** Runs another program that reads PDFs (pdfsig, qpdf …): what it printed, and its exit code. */
export function run(
  program: string,
  args: readonly string[],
): Promise<{ output: string; code: number }> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } },
      (error, out, err) => {
        if (error && typeof error.code !== 'number')
          reject(new Error(`no ${program}`, { cause: error }))
        else resolve({ output: `${out}${err}`, code: error ? Number(error.code) : 0 })
      },
    )
  })
}

/**
 * How wide the first black thing is in this part of the first page, in millimetres: a gap of 2 mm
 * ends it.
 */
export async function blackWidthMm(
  path: string,
  within: { x: readonly [number, number]; y: readonly [number, number] },
): Promise<number> {
  const perMm = 150 / 25.4
  const page = `${dirname(path)}/grey`
  await run('pdftoppm', ['-r', '150', '-gray', '-singlefile', path, page])
  const file = readFileSync(`${page}.pgm`)
  const [header = '', width = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(
    file.toString('latin1', 0, 64),
  )!
  const isDark = (x: number) => {
    for (let y = Math.round(within.y[0] * perMm); y < within.y[1] * perMm; y += 1)
      if ((file[header.length + y * Number(width) + x] ?? 255) < 128) return true
    return false
  }
  let [first, last] = [0, 0]
  for (let x = Math.round(within.x[0] * perMm); x < within.x[1] * perMm; x += 1) {
    if (!isDark(x)) continue
    if (first === 0) first = x
    else if (x - last > 2 * perMm) break
    last = x
  }
  return (last - first + 1) / perMm
}

/** An invented result letter. */
export function sampleLetter(): ResultLetterData {
  return {
    title: 'PHIẾU XÁC NHẬN',
    agencyLines: ['SỞ TƯ PHÁP THÀNH PHỐ HÀ NỘI'],
    number: '000.00.S1.H26-160812-0001',
    addressee: 'Ông Đặng Văn Ưởng',
    intro: 'Sở đã giải quyết hồ sơ với nội dung sau:',
    rows: [{ label: 'Nội dung', value: 'Xác nhận nơi làm việc' }],
    placeAndDate: 'Hà Nội, ngày 12 tháng 08 năm 2016',
    signer: { titleLines: ['GIÁM ĐỐC'], fullName: 'Vũ Thị Hường' },
    verification: { url: 'http://localhost/kiem-tra/AAAAAAAAAAAAAAAAAAAAAA' },
  }
}
