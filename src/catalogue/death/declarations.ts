import type { DeclarationData, DeclarationRow } from '../../modules/papers/index.ts'
import {
  registerDeclaration,
  type Declared,
  type DeclarationLayout,
} from '../../modules/procedures/index.ts'
import { ct01, hk02, row, type ResidenceKeys } from '../residence-forms.ts'
import { readDeath } from './death.ts'
import { citedNotice } from './extract.ts'
import { AGAIN_UNDERTAKING, REGISTER_UNDERTAKING } from './fields-collect.ts'
import type { FormOf } from './fields-requester.ts'

/** What the law's form is about: a death, or one that is registered again. */
type Kind = 'first' | 'again'

type Contents = Pick<Declared, 'agency' | 'answers' | 'place' | 'date' | 'say'>

const EMPTY: Contents = { agency: '', answers: {}, place: '', date: '', say: () => '' }

/**
 * Tờ khai đăng ký khai tử, đăng ký lại khai tử: one drawing, blank and filled in.
 * @basis TT 15/2015/TT-BTP, TT 04/2020/TT-BTP, mẫu Tờ khai đăng ký khai tử (`@1`)
 * @basis TT 04/2024/TT-BTP: with the personal number neither residence nor papers are asked (`@2`)
 */
function deathLayout(kind: Kind, form: FormOf): DeclarationLayout {
  return {
    blank: () => ({ ...drawn(kind, form, EMPTY), blank: true, copies: '' }),
    filled: (declared) => {
      const copies = declared.say('copies.count')
      return { ...drawn(kind, form, declared), ...(copies === '' ? {} : { copies }) }
    },
  }
}

function drawn(kind: Kind, form: FormOf, contents: Contents): DeclarationData {
  const { agency, place, date, say } = contents
  const again = kind === 'again'
  return {
    title: again ? 'TỜ KHAI ĐĂNG KÝ LẠI KHAI TỬ' : 'TỜ KHAI ĐĂNG KÝ KHAI TỬ',
    agency,
    sections: [
      { rows: requesterRows(form, say) },
      {
        title: again
          ? 'Đề nghị cơ quan đăng ký lại khai tử cho người có tên dưới đây:'
          : 'Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:',
        rows: [...deceasedRows(form, say), ...(again ? [] : [noticeRow(contents)])],
      },
      ...(again ? [{ title: 'Đã đăng ký khai tử:', rows: previousRows(say) }] : []),
    ],
    undertaking: (again ? AGAIN_UNDERTAKING : REGISTER_UNDERTAKING).vi,
    place,
    date,
    requester: say('requester.name'),
    notes: again ? [ABODE, PAPER] : [ABODE, PAPER, NOTICE],
  }
}

const ABODE =
  '(1) Ghi theo nơi đăng ký thường trú; nếu không có nơi đăng ký thường trú thì ghi theo nơi ' +
  'đăng ký tạm trú; nếu không có cả hai thì ghi theo nơi đang sinh sống.'
const PAPER =
  '(2) Ghi rõ loại giấy tờ, số, cơ quan cấp, ngày cấp; không có thì ghi giấy tờ hợp lệ thay thế.'
const NOTICE =
  '(3) Ghi theo giấy tờ thay thế Giấy báo tử thì ghi rõ tên, số giấy tờ; không có thì để trống.'

type Say = Declared['say']

function requesterRows(form: FormOf, say: Say): DeclarationRow[] {
  const number = say('requester.idNumber')
  const kind = say('requester.paperKind')
  const paper = [
    [kind, number || say('requester.paperNumber')].filter(Boolean).join(' số '),
    say('requester.paperIssuer'),
    say('requester.paperDate') && `cấp ngày ${say('requester.paperDate')}`,
  ].filter(Boolean)
  const asked = kind === '' ? '' : paper.join(', ')
  const residence = say('requester.residence')
  return [
    row('Họ, chữ đệm, tên người yêu cầu', say('requester.name')),
    ...(form === '2015'
      ? [
          row('Nơi cư trú (1)', residence),
          { ...row('Giấy tờ tùy thân (2)', asked), lines: 2 as const },
        ]
      : [
          row('Số định danh cá nhân', kind === '' ? number : ''),
          {
            ...row(
              'Nơi cư trú (1) và giấy tờ tùy thân (2), khi chưa có số định danh',
              [residence, asked].filter(Boolean).join('; '),
            ),
            lines: 2 as const,
          },
        ]),
    row('Quan hệ với người đã chết', say('requester.relation')),
  ]
}

function deceasedRows(form: FormOf, say: Say): DeclarationRow[] {
  const number = say('deceased.idNumber')
  const died = [say('death.time'), say('death.date')].filter(Boolean).join(', ngày ')
  const place = [say('death.facility'), say('death.place')].filter(Boolean).join(', ')
  return [
    row('Họ, chữ đệm, tên', say('deceased.name').toLocaleUpperCase('vi')),
    row('Ngày, tháng, năm sinh', say('deceased.birthDate')),
    row('Giới tính', say('deceased.sex'), 2),
    row('Dân tộc', say('deceased.ethnicity'), 2),
    row('Quốc tịch', say('deceased.nationality'), 2),
    row('Nơi cư trú cuối cùng (1)', say('deceased.lastResidence')),
    row(
      form === '2015' ? 'Giấy tờ tùy thân (2)' : 'Số định danh cá nhân/Giấy tờ tùy thân (2)',
      number || say('deceased.otherPaper'),
    ),
    row('Đã chết vào lúc (giờ, phút, ngày, tháng, năm)', died),
    row('Nơi chết', place),
    row('Nguyên nhân chết', say('death.cause')),
  ]
}

function noticeRow({ answers }: Contents): DeclarationRow {
  const label = 'Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử (3), cơ quan cấp, ngày cấp'
  return { ...row(label, citedNotice(readDeath(answers))), lines: 2 }
}

function previousRows(say: Say): DeclarationRow[] {
  return [
    row('Tại', say('previous.agency')),
    row('Ngày, tháng, năm', say('previous.date'), 2),
    row('Số', say('previous.number'), 2),
    row('Quyển số', say('previous.book'), 2),
    { ...row('Lý do đăng ký lại', say('previous.reason')), lines: 2 },
  ]
}

const layouts: Readonly<Record<string, DeclarationLayout>> = {
  'death-declaration@1': deathLayout('first', '2015'),
  'death-declaration@2': deathLayout('first', '2024'),
  'death-again-declaration@1': deathLayout('again', '2015'),
  'death-again-declaration@2': deathLayout('again', '2024'),
}

const deceased: ResidenceKeys = {
  person: 'deceased',
  residence: 'deceased.lastResidence',
  change: 'Xóa đăng ký thường trú của người đã chết',
}

/** The police's form for the same filing, nothing asked twice. */
const policeForms: Readonly<Record<string, DeclarationLayout>> = {
  'hk02-death@1': hk02(deceased),
  'ct01-death@1': ct01(deceased),
}

/** Makes known how the declarations of a death print. */
export function registerDeathDeclarations(): void {
  for (const [template, layout] of Object.entries({ ...layouts, ...policeForms }))
    registerDeclaration(template, layout)
}
