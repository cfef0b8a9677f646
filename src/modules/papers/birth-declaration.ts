import type { DeclarationData, DeclarationRow } from './paper-data.ts'

const line = (label: string, lines: 1 | 2 = 1): DeclarationRow => ({ label, value: '', lines })
const third = (label: string): DeclarationRow => ({ label, value: '', span: 2 })
const half = (label: string): DeclarationRow => ({ label, value: '', span: 3 })

const parentRows = (who: string, details: readonly DeclarationRow[]): DeclarationRow[] => [
  line(`Họ, chữ đệm, tên người ${who}`),
  third('Năm sinh'),
  third('Dân tộc'),
  third('Quốc tịch'),
  ...details,
]

const UNDERTAKING =
  'Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận ' +
  'nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu hoàn toàn trách nhiệm trước ' +
  'pháp luật về nội dung cam đoan của mình.'

const ABODE =
  '(1) Ghi theo nơi đăng ký thường trú; nếu không có nơi đăng ký thường trú thì ghi theo nơi ' +
  'đăng ký tạm trú; nếu không có cả hai thì ghi theo nơi đang sinh sống.'
const PLACE =
  '(2) Sinh tại cơ sở y tế thì ghi rõ tên cơ sở và địa chỉ trụ sở; sinh ngoài cơ sở y tế thì ' +
  'ghi đủ ba cấp đơn vị hành chính nơi sinh.'

/**
 * The blank declaration for a birth, to be filled in on a screen or by hand (level 2).
 * @basis TT 15/2015/TT-BTP, mẫu Tờ khai đăng ký khai sinh (`@1`).
 * @basis TT 04/2024/TT-BTP, mẫu Tờ khai đăng ký khai sinh (`@2`): where the personal number
 * is known, residence and papers are not asked.
 */
export function blankBirthDeclaration(
  template: 'birth-declaration@1' | 'birth-declaration@2',
  agency = '',
): DeclarationData {
  const is2016 = template === 'birth-declaration@1'
  const parent = is2016
    ? [line('Nơi cư trú (1)')]
    : [line('Số định danh cá nhân'), line('Nơi cư trú (1), khi chưa có số định danh')]
  const requester = is2016
    ? [line('Nơi cư trú (1)'), line('Giấy tờ tùy thân (loại, số, cơ quan cấp, ngày cấp)', 2)]
    : [
        line('Số định danh cá nhân'),
        line('Nơi cư trú (1) và giấy tờ tùy thân, khi chưa có số định danh', 2),
      ]
  return {
    title: 'TỜ KHAI ĐĂNG KÝ KHAI SINH',
    agency,
    blank: true,
    sections: [
      {
        rows: [
          line('Họ, chữ đệm, tên người yêu cầu'),
          ...requester,
          line('Quan hệ với người được khai sinh'),
        ],
      },
      {
        title: 'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:',
        rows: [
          line('Họ, chữ đệm, tên'),
          half('Ngày, tháng, năm sinh'),
          half('ghi bằng chữ'),
          third('Giới tính'),
          third('Dân tộc'),
          third('Quốc tịch'),
          line('Nơi sinh (2)', 2),
          line('Quê quán'),
        ],
      },
      { rows: parentRows('mẹ', parent) },
      { rows: parentRows('cha', parent) },
    ],
    undertaking: UNDERTAKING,
    place: '',
    date: '',
    requester: '',
    ...(is2016 && { parents: { mother: '', father: '' } }),
    copies: '',
    notes: [ABODE, PLACE],
  }
}
