import type { SlipBlock, SlipData } from './slip-data.ts'

const line = (text: string): SlipBlock => ({ kind: 'line', line: [text] })

/** An invented receipt, as the module `slips` fills it in. */
export function sampleSlip(change: Partial<SlipData> = {}): SlipData {
  return {
    titleLines: ['Giấy tiếp nhận hồ sơ', 'và hẹn trả kết quả'],
    formMark: 'Mẫu số 01',
    agencyName: 'UBND phường Láng Thượng',
    deskLines: ['Bộ phận tiếp nhận', 'và trả kết quả'],
    number: 'Số: 0031/TNHS',
    trial: '',
    placeAndDate: 'Láng Thượng, ngày 19 tháng 8 năm 2016',
    codes: ['Mã hồ sơ: ', { strong: '000.01.87.H26-160819-0031' }],
    blocks: [
      line('Bộ phận tiếp nhận và trả kết quả UBND phường Láng Thượng'),
      { kind: 'line', line: ['Tiếp nhận hồ sơ của: ', { strong: 'Ông/bà ĐOÀN THỊ Ỷ' }] },
      line('Địa chỉ: Số 12, ngõ 157 phố Pháo Đài Láng, phường Láng Thượng, quận Đống Đa'),
      line('Số điện thoại: 09•• ••• 742\u2003Email: không có'),
      line('Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho LÊ GIA BẢO'),
      line('1. Thành phần hồ sơ nộp gồm:'),
      samplePapersSent(3),
      line('2. Số lượng hồ sơ: 01 (bộ). Lệ phí: miễn phí.'),
      line('3. Thời gian giải quyết hồ sơ theo quy định: ngay trong ngày.'),
      line('4. Thời gian nhận hồ sơ: 10 giờ 45 phút, ngày 19 tháng 8 năm 2016.'),
    ],
    box: {
      lead: '5. Thời gian trả kết quả:',
      big: ['16 giờ 30 phút, thứ Sáu', 'ngày 19 tháng 8 năm 2016'],
      rest: [['6. Đăng ký nhận kết quả tại: Bộ phận Một cửa, số 6 ngõ 3 phố Pháo Đài Láng.']],
    },
    after: [
      line('Mang theo bản chính: giấy hẹn này; giấy tờ tùy thân có ảnh; Giấy chứng sinh.'),
      line('Vào Sổ theo dõi hồ sơ, Quyển số 01/2016, Số thứ tự 0031.'),
    ],
    signatures: [
      { titleLines: ['NGƯỜI NỘP HỒ SƠ'], note: '(Ký, ghi rõ họ tên)', name: 'Đoàn Thị Ỷ' },
      { titleLines: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], note: '(Ký, ghi rõ họ tên)', name: 'Hằng' },
    ],
    foot: [['Tra cứu: nhắn tin ', { strong: 'MC 8079796831' }, ' gửi 8109.']],
    qr: 'https://motcua.example/q/q3Jk9XcWm2T0aB5dVhZ7sA',
    ...change,
  }
}

export function samplePapersSent(count: number): SlipBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 0, centred: true },
      { title: 'Tên giấy tờ', width: 1, centred: false },
      { title: 'Hình thức', width: 0, centred: true },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      String(index + 1),
      `Giấy tờ thứ ${index + 1}`,
      'Ảnh chụp',
    ]),
  }
}

/** Invented lines of the dossier register, `0001` first. */
export async function* sampleLines(count: number): AsyncGenerator<readonly string[]> {
  for (let no = 1; no <= count; no += 1) {
    // Some lines are higher than others: pages hold different numbers of them.
    const address = 'Số 12, ngõ 157 phố Pháo Đài Láng, phường Láng Thượng, '.repeat(1 + (no % 3))
    const written = [`Thủ tục ${no}`, '01', 'Đoàn Thị Ỷ', address, 'UBND phường Láng Thượng']
    const days = ['19/08/2016', '19/08/2016', '', '', '', '']
    yield [String(no).padStart(4, '0'), `000.01.87.H26-\n160819-${no}`, ...written, ...days]
  }
}

export const SAMPLE_REGISTER = {
  formMark: 'Mẫu số 06',
  agencyName: 'UBND phường Láng Thượng',
  deskLines: ['Bộ phận tiếp nhận', 'và trả kết quả'],
  title: 'Sổ theo dõi hồ sơ',
  subtitle: 'Quyển số 01/2016, từ ngày 01/08/2016 đến ngày 31/08/2016',
}
