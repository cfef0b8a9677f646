import type { DeclarationData, DeclarationRow } from './paper-data.ts'

const line = (label: string, lines: 1 | 2 | 3 = 1): DeclarationRow => ({ label, value: '', lines })
const third = (label: string): DeclarationRow => ({ label, value: '', span: 2 })
const half = (label: string): DeclarationRow => ({ label, value: '', span: 3 })

/** Which blank: the law's kind of registration, and whose form of which year. */
export type BirthBlank = {
  kind: 'first' | 'again' | 'with-papers'
  /** `residence`: until 2024-06-05; `number`: where it is known, residence and papers are not asked. */
  asks: 'residence' | 'number'
}

const TITLES: Readonly<Record<BirthBlank['kind'], string>> = {
  first: 'TỜ KHAI ĐĂNG KÝ KHAI SINH',
  again: 'TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH',
  'with-papers': 'TỜ KHAI ĐĂNG KÝ KHAI SINH CHO NGƯỜI ĐÃ CÓ HỒ SƠ, GIẤY TỜ CÁ NHÂN',
}

const WANTED: Readonly<Record<BirthBlank['kind'], string>> = {
  first: 'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:',
  again: 'Đề nghị cơ quan đăng ký lại khai sinh cho người dưới đây:',
  'with-papers': 'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:',
}

const TRUE =
  'Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận ' +
  'nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu hoàn toàn trách nhiệm trước ' +
  'pháp luật về nội dung cam đoan của mình.'

const UNDERTAKINGS: Readonly<Record<BirthBlank['kind'], string>> = {
  first: TRUE,
  again:
    'Tôi cam đoan những nội dung khai trên đây là đúng sự thật, việc khai sinh đã được đăng ký ' +
    'nhưng Sổ hộ tịch và bản chính Giấy khai sinh đều không còn, và đã nộp đủ các giấy tờ hiện ' +
    'có. Tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
  'with-papers':
    'Tôi cam đoan những nội dung khai trên đây là đúng sự thật, người được khai sinh chưa từng ' +
    'được đăng ký khai sinh, và đã nộp đủ các giấy tờ hiện có. Tôi chịu hoàn toàn trách nhiệm ' +
    'trước pháp luật về nội dung cam đoan của mình.',
}

const ABODE =
  '(1) Ghi theo nơi đăng ký thường trú; nếu không có nơi đăng ký thường trú thì ghi theo nơi ' +
  'đăng ký tạm trú; nếu không có cả hai thì ghi theo nơi đang sinh sống.'
const PLACE =
  '(2) Sinh tại cơ sở y tế thì ghi rõ tên cơ sở và địa chỉ trụ sở; sinh ngoài cơ sở y tế thì ' +
  'ghi đủ ba cấp đơn vị hành chính nơi sinh.'

/**
 * The blank declaration for a birth, to be filled in on a screen or by hand (level 2).
 * @basis TT 15/2015/TT-BTP, mẫu Tờ khai đăng ký khai sinh, đăng ký lại khai sinh
 * @basis TT 04/2024/TT-BTP, mẫu Tờ khai đăng ký khai sinh: where the personal number is known,
 * residence and papers are not asked.
 */
export function blankBirthDeclaration({ kind, asks }: BirthBlank, agency = ''): DeclarationData {
  const parent = parentDetails[kind === 'first' || asks === 'residence' ? asks : 'number-short']
  return {
    title: TITLES[kind],
    agency,
    blank: true,
    sections: [
      { rows: requesterRows(asks) },
      { title: WANTED[kind], rows: childRows },
      { rows: parentRows('mẹ', parent) },
      { rows: parentRows('cha', parent) },
      ...moreRows[kind],
    ],
    undertaking: UNDERTAKINGS[kind],
    place: '',
    date: '',
    requester: '',
    ...(kind === 'first' && asks === 'residence' && { parents: { mother: '', father: '' } }),
    copies: '',
    notes: [ABODE, PLACE],
  }
}

/** Where more is asked below, one line: the whole blank stays one page. */
const parentDetails: Readonly<Record<BirthBlank['asks'] | 'number-short', DeclarationRow[]>> = {
  residence: [line('Nơi cư trú (1)')],
  number: [line('Số định danh cá nhân'), line('Nơi cư trú (1), khi chưa có số định danh')],
  'number-short': [line('Số định danh cá nhân, hoặc nơi cư trú (1)')],
}

function requesterRows(asks: BirthBlank['asks']): DeclarationRow[] {
  return [
    line('Họ, chữ đệm, tên người yêu cầu'),
    ...(asks === 'residence'
      ? [line('Nơi cư trú (1)'), line('Giấy tờ tùy thân (loại, số, cơ quan cấp, ngày cấp)', 2)]
      : [
          line('Số định danh cá nhân'),
          line('Nơi cư trú (1) và giấy tờ tùy thân, khi chưa có số định danh', 2),
        ]),
    line('Quan hệ với người được khai sinh'),
  ]
}

const childRows: readonly DeclarationRow[] = [
  line('Họ, chữ đệm, tên'),
  half('Ngày, tháng, năm sinh'),
  half('ghi bằng chữ'),
  third('Giới tính'),
  third('Dân tộc'),
  third('Quốc tịch'),
  line('Nơi sinh (2)', 2),
  line('Quê quán'),
]

function parentRows(who: string, details: readonly DeclarationRow[]): DeclarationRow[] {
  return [
    line(`Họ, chữ đệm, tên người ${who}`),
    third('Năm sinh'),
    third('Dân tộc'),
    third('Quốc tịch'),
    ...details,
  ]
}

const moreRows: Readonly<Record<BirthBlank['kind'], readonly { rows: DeclarationRow[] }[]>> = {
  first: [],
  again: [
    {
      rows: [
        line('Đã đăng ký khai sinh tại'),
        third('Ngày đăng ký'),
        third('Số'),
        third('Quyển số'),
        line('Lý do đăng ký lại'),
      ],
    },
  ],
  'with-papers': [{ rows: [line('Giấy tờ cá nhân hiện có (loại, số, cơ quan cấp, ngày cấp)', 3)] }],
}
