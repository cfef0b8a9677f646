import { registerCheck, type Check, type FoundBy } from '../../modules/procedures/index.ts'
import { isBefore, said } from '../birth-before-2016/rules.ts'

/**
 * Only what was registered before the law came into force is registered again.
 * @basis NĐ 123/2015/NĐ-CP, Điều 24 khoản 1
 */
export const registeredBefore: Check = ({ answers, params }) => {
  const on = said(answers, 'previous.date')
  if (on === undefined || isBefore(on, String(params['before']))) return []
  return [
    {
      severity: 'refuse',
      fields: ['previous.date'],
      message: {
        vi:
          'Chỉ đăng ký lại việc khai sinh đã đăng ký trước 01/01/2016. Từ ngày đó sổ hộ tịch và ' +
          'dữ liệu điện tử còn lưu: ông/bà xin cấp bản sao trích lục.',
        en:
          'Only a registration before 1 January 2016 is registered again. Since then the books ' +
          'are kept: ask for a copy of the extract.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 24 khoản 1',
    },
  ]
}

/** @basis LHT 60/2014/QH13, Điều 15: a birth is registered after it happened */
export const registeredAfterBirth: Check = ({ answers }) => {
  const [on, born] = [said(answers, 'previous.date'), said(answers, 'child.birthDate')]
  if (on === undefined || born === undefined || !isBefore(on, born)) return []
  return [
    {
      severity: 'refuse',
      fields: ['previous.date', 'child.birthDate'],
      message: {
        vi: 'Ngày đăng ký trước đây lại trước ngày sinh. Kiểm tra lại hai ngày này.',
        en: 'The earlier registration is before the birth. Check both days.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 15',
    },
  ]
}

/** @basis NĐ 123/2015/NĐ-CP, Điều 24 khoản 3: the person is alive when the dossier is received */
export const alive: Check = ({ answers }) => {
  if (answers['child.alive'] !== false) return []
  return [
    {
      severity: 'refuse',
      fields: ['child.alive'],
      message: {
        vi:
          'Chỉ đăng ký lại khai sinh khi người được khai sinh còn sống. Việc khác của người đã ' +
          'mất, ông/bà hỏi Bộ phận Một cửa.',
        en: 'A birth is registered again only while the person is alive. Ask the one-stop desk.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 24 khoản 3',
    },
  ]
}

/**
 * Both the book and the original are lost: with the original there is nothing to do, from the book
 * copies are made. Where nobody knows of the book, the old commune is asked.
 * @basis NĐ 123/2015/NĐ-CP, Điều 24 khoản 1, Điều 26 khoản 2
 */
export const bothLost: Check = ({ answers }) => {
  const basis = 'Nghị định 123/2015/NĐ-CP, Điều 24 khoản 1'
  const found: FoundBy[] = []
  if (answers['previous.hasOriginal'] === true)
    found.push({
      severity: 'refuse',
      fields: ['previous.hasOriginal'],
      message: {
        vi: 'Còn bản chính Giấy khai sinh thì không đăng ký lại. Bản chính vẫn có giá trị.',
        en: 'With the original there is nothing to register again: it is still valid.',
      },
      basis,
    })
  const book = said(answers, 'previous.bookState')
  if (book === 'kept')
    found.push({
      severity: 'refuse',
      fields: ['previous.bookState'],
      message: {
        vi: 'Sổ hộ tịch còn lưu thì không đăng ký lại. Ông/bà xin cấp bản sao trích lục khai sinh.',
        en: 'While the book is kept, ask for a copy of the extract from it.',
      },
      basis,
    })
  if (book === 'unknown')
    found.push({
      severity: 'note',
      fields: ['previous.bookState'],
      message: {
        vi: 'Phường kiểm tra sổ hộ tịch ở nơi đã đăng ký trước đây rồi mới đăng ký lại.',
        en: 'The ward has the book looked for where it was registered, and only then registers.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 26 khoản 2',
    })
  return found
}

/**
 * Competent: the commune that registered it, or that of the requester's permanent residence, which
 * then asks the first.
 * @basis NĐ 123/2015/NĐ-CP, Điều 25, Điều 26 khoản 2
 */
export const where: Check = ({ answers }) => {
  const chosen = said(answers, 'filing.at')
  const basis = 'Nghị định 123/2015/NĐ-CP, Điều 25'
  if (chosen === 'previous' && isOutside(answers['previous.agency']))
    return [
      {
        severity: 'refuse',
        fields: ['filing.at', 'previous.agency'],
        message: {
          vi:
            'Nơi đã đăng ký trước đây ở ngoài Hà Nội. Nộp tại nơi đó, hoặc chọn nộp ở nơi thường ' +
            'trú tại Hà Nội.',
          en: 'It was registered outside Hanoi. File there, or at the residence in Hanoi.',
        },
        basis,
      },
    ]
  if (chosen !== 'residence') return []
  const found: FoundBy[] = [
    {
      severity: 'note',
      fields: ['filing.at'],
      message: {
        vi:
          'Phường hỏi nơi đã đăng ký trước đây; nơi đó trả lời trong 5 ngày làm việc. Thời hạn ' +
          'dài thêm theo thời gian xác minh.',
        en: 'The ward asks where it was registered; they answer within 5 working days.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 26 khoản 2',
    },
  ]
  if (isOutside(answers['requester.residence']))
    found.unshift({
      severity: 'refuse',
      fields: ['filing.at', 'requester.residence'],
      message: {
        vi: 'Ông/bà không thường trú tại Hà Nội. Nộp ở nơi thường trú, hoặc nơi đã đăng ký trước đây.',
        en: 'You do not reside in Hanoi. File where you do, or where it was registered.',
      },
      basis,
    })
  return found
}

function isOutside(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'scope' in answer
    ? answer.scope !== 'city'
    : false
}

/**
 * The citizen reads beforehand what the registry writes on the paper and in the book.
 * @basis NĐ 123/2015/NĐ-CP, Điều 26; how it is noted: TT 15/2015/TT-BTP (to be checked)
 */
export const marked: Check = ({ answers }) => {
  if (answers['child.name'] === undefined) return []
  return [
    {
      severity: 'note',
      fields: ['child.name'],
      message: {
        vi: 'Giấy khai sinh và Sổ hộ tịch ghi rõ “Đăng ký lại”.',
        en: 'Certificate and register say “registered again”.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 26',
    },
  ]
}

export function registerAgainChecks(): void {
  registerCheck('again.registered-before', registeredBefore)
  registerCheck('again.after-birth', registeredAfterBirth)
  registerCheck('again.alive', alive)
  registerCheck('again.both-lost', bothLost)
  registerCheck('again.where', where)
  registerCheck('again.marked', marked)
}
