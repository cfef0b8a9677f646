import type { DeclarationLayout } from '../../modules/procedures/index.ts'
import { layoutOf, row } from '../residence-forms.ts'

/** Object code and kind of who takes part, as the form wants them for a child under six. */
const CHILD_UNDER_SIX = 'TE, trẻ em dưới 6 tuổi'

/**
 * Tờ khai tham gia bảo hiểm y tế. `residence` is the field that says where the child lives.
 * @basis QĐ 959/QĐ-BHXH ngày 09/9/2015; QĐ 595/QĐ-BHXH ngày 14/4/2017, mẫu TK1-TS (contents by
 * services7.md 4.7, to be checked)
 */
export function tk1Ts(residence: string): DeclarationLayout {
  return layoutOf((form, { say, place, date }) => ({
    title: form.title.vi.toLocaleUpperCase('vi'),
    agency: 'Cơ quan Bảo hiểm xã hội',
    formNumber: form.formNumber,
    sections: [
      {
        title: 'I. Thông tin của trẻ',
        rows: [
          row('[01] Họ và tên', say('child.name')),
          row('[02] Ngày, tháng, năm sinh', say('child.birthDate'), 3),
          row('[03] Giới tính', say('child.sex'), 3),
          row('[04] Dân tộc', say('child.ethnicity'), 3),
          row('[05] Quốc tịch', say('child.nationality'), 3),
          row('[06] Nơi sinh', say('birth.place')),
          row('[07] Nơi cư trú', say(residence)),
        ],
      },
      {
        title: 'II. Người giám hộ',
        rows: [
          row('[08] Họ và tên cha, mẹ hoặc người giám hộ', say('guardian.name')),
          row('[09] Quan hệ với trẻ', say('guardian.relation'), 3),
          row('[10] Số điện thoại', say('contact.phone'), 3),
        ],
      },
      {
        title: 'III. Tham gia bảo hiểm y tế',
        rows: [
          row('[11] Đối tượng', CHILD_UNDER_SIX),
          row('[12] Nơi đăng ký khám chữa bệnh ban đầu', say('facility.code')),
        ],
      },
    ],
    undertaking:
      'Tôi cam đoan những nội dung kê khai trên đây là đúng và chịu trách nhiệm trước pháp luật ' +
      'về những nội dung đã kê khai.',
    place,
    date,
    requester: say('requester.name'),
    signatures: [
      { title: 'Xác nhận của UBND cấp xã', name: '' },
      { title: 'Người kê khai', name: say('guardian.name') },
    ],
  }))
}
