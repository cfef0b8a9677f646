// needs: poppler-utils, qpdf, zbar-tools
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { LANG_THUONG, type Core } from '../../testing/core.ts'
import { openErrand, type Errand } from '../../testing/errand.ts'
import { plainDate } from '../../platform/plain-date.ts'
import {
  decline,
  listForRegister,
  moveDue,
  receive,
  refuse,
  requestSupplement,
  viewForStaff,
  type Dossier,
} from '../dossiers/index.ts'
import { preflight, renderPaper, type SlipData } from '../papers/index.ts'
import { asFile, run } from '../papers/testing.ts'
import { sheetOf } from './issue.ts'
import type { SlipKind } from './slip.ts'
import { slipFacts, type SlipFacts } from './slip-facts.ts'

let errand: Errand
let core: Core
let by: Errand['by']
let act: Errand['act']
let filed: Errand['filed']

before(async () => {
  errand = await openErrand()
  ;({ core, by, act, filed } = errand)
})
after(() => core.close())

/** The facts of the slip that the dossier's newest event gave. */
async function factsOf(kind: SlipKind, code: string): Promise<SlipFacts> {
  const { dossier, events } = await viewForStaff(by('hang'), code)
  const actor = by(kind === 'apology' ? 'vinh' : 'hang')
  return slipFacts(actor, core.database.db, { kind, no: 31, act: events.at(-1)!, dossier })
}

type Printed = { text: string; pages: number; slip: SlipData }

async function print(facts: SlipFacts): Promise<Printed> {
  const slip = sheetOf[facts.kind](facts)
  const qr = `https://motcua.example${slip.qr}`
  const pdf = await renderPaper('slip@1', { ...slip, qr }, { createdAt: facts.act.at })
  assert.deepEqual(preflight(pdf), [])
  const path = asFile(pdf)
  assert.equal((await run('qpdf', ['--check', path])).code, 0)
  const { output: info } = await run('pdfinfo', [path])
  const { output: text } = await run('pdftotext', ['-layout', path, '-'])
  const picture = `${dirname(path)}/page`
  await run('pdftoppm', ['-r', '200', '-png', path, picture])
  const pictures = readdirSync(dirname(path)).filter((name) => name.endsWith('.png'))
  const { output: read } = await run('zbarimg', [
    '-q',
    '--raw',
    ...pictures.map((name) => join(dirname(path), name)),
  ])
  const { secret, code } = facts.view.dossier
  const opened = read.split('\n').filter((line) => line.startsWith('http'))
  assert.deepEqual(opened, [`https://motcua.example/q/${secret}`])
  assert.ok(!read.includes(code))
  return { text: text.replace(/\s+/g, ' '), pages: Number(/Pages: +(\d+)/.exec(info)?.[1]), slip }
}

function says({ text }: Printed, expected: readonly string[]): void {
  for (const words of expected) assert.ok(text.includes(words), `“${words}” not in ${text}`)
}

const LONG_NAME = 'Nguyễn Phúc Tôn Nữ Hoàng Thị Quỳnh Như Ngọc Bảo Châu Anh Thư'
const LONG_REASON =
  'Ảnh chụp bị lóa, mất góc dưới bên phải, không đọc được số, ngày cấp và nơi cấp; ' +
  'đề nghị chụp lại cả hai mặt, đủ bốn góc, chữ rõ.'

/** Names of sixty letters, an address of two lines, a procedure with a long name. */
function worst(facts: SlipFacts, change: Partial<SlipFacts['view']> = {}): SlipFacts {
  const { view } = facts
  const dossier = { ...view.dossier, requesterName: LONG_NAME, subjectName: LONG_NAME }
  const name = { vi: 'Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em' }
  const field = facts.view.definition.roles.requesterAddress!
  const line = 'Căn hộ 1208, tòa nhà CT2B, khu đô thị mới Nghĩa Đô, ngõ 106 phố Hoàng Quốc Việt'
  const address = { ...(facts.answers[field] as object), line } as SlipFacts['answers'][string]
  const issuer = { ...facts.issuer, name: LONG_NAME }
  const definition = { ...view.definition, name: { ...view.definition.name, ...name } }
  const answers = { ...facts.answers, [field]: address }
  return { ...facts, answers, issuer, view: { ...view, dossier, definition, ...change } }
}

/** Fourteen papers, each sent as a picture. */
function fourteenPapers(facts: SlipFacts): SlipFacts {
  const { view } = worst(facts)
  const names = Array.from({ length: 13 }, (_, index) => ({
    key: `giay-${index}`,
    name: { vi: `Giấy xác nhận thứ ${index + 1} của Ủy ban nhân dân nơi cư trú trước đây` },
    submit: true,
    present: index < 4 ? ('compare' as const) : ('no' as const),
  }))
  const files = names.map(({ key }) => ({ ...view.files[0]!, component: key }))
  return worst(facts, { files, definition: { ...view.definition, components: names } })
}

async function received(): Promise<Dossier> {
  const { dossier } = await filed()
  return receive(by('hang'), act(dossier))
}

test('Mẫu 01: the receipt says who, what, how long, when and where; one page at its longest', async () => {
  const facts = await factsOf('receipt', (await received()).code)
  const usual = await print(facts)
  says(usual, [
    'UBND PHƯỜNG LÁNG THƯỢNG',
    'BỘ PHẬN TIẾP NHẬN',
    'Số: 0031/TNHS',
    'Láng Thượng, ngày 12 tháng 8 năm 2016',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    `Mã hồ sơ: ${facts.view.dossier.code}`,
    'Tiếp nhận hồ sơ của: Ông/bà NGUYỄN ĐẮC KHOA',
    'Địa chỉ: Số 12, ngõ 157 phố Pháo Đài Láng, phường Láng Thượng, quận Đống Đa',
    'Email: không có',
    'Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho NGUYỄN MINH AN',
    '1. Thành phần hồ sơ nộp gồm:',
    '1 Tờ khai đăng ký khai sinh 01 Điện tử',
    '2 Giấy chứng sinh 01 Ảnh chụp',
    '2. Số lượng hồ sơ: 01 (bộ). Lệ phí: miễn phí.',
    '3. Thời gian giải quyết hồ sơ theo quy định: ngay trong ngày.',
    '4. Thời gian nhận hồ sơ: 14 giờ 00 phút, ngày 12 tháng 8 năm 2016.',
    '5. Thời gian trả kết quả:',
    '16 giờ 30 phút, thứ Sáu ngày 12 tháng 8 năm 2016',
    '6. Đăng ký nhận kết quả tại: Bộ phận Một cửa, Số 6, ngõ 3 phố Pháo Đài Láng',
    'Giấy chứng sinh (phường giữ lại)',
    'Vào Sổ theo dõi hồ sơ, Quyển số 01/2016, Số thứ tự 0031.',
    'NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ',
    '(Nộp qua mạng, không phải ký) (Ký, ghi rõ họ tên)',
    'Nguyễn Đắc Khoa Trần Thu Hằng',
    'Giấy lập thành 02 liên',
  ])
  assert.equal(usual.pages, 1)
  assert.match(usual.text, /Số điện thoại: 09•• ••• \d{3}/)
  assert.ok(!usual.text.includes(facts.view.dossier.phone!), 'the phone is masked')
  const longest = await print(fourteenPapers(facts))
  assert.equal(longest.pages, 1)
  says(longest, [LONG_NAME.toLocaleUpperCase('vi'), '14 Giấy xác nhận thứ 13', 'tòa nhà CT2B'])
})

test('papers handed in at the counter are paper, and whoever stands there signs', async () => {
  const facts = await factsOf('receipt', (await received()).code)
  const { view } = facts
  const dossier = { ...view.dossier, channel: 'counter' as const, isTrial: true }
  const printed = await print({ ...facts, view: { ...view, dossier, files: [] } })
  says(printed, [
    '1 Tờ khai đăng ký khai sinh 01 Bản giấy',
    '2 Giấy chứng sinh 01 Bản giấy',
    '(Ký, ghi rõ họ tên) (Ký, ghi rõ họ tên)',
    'Số: 0031/TNHS · Thử nghiệm',
  ])
})

test('Mẫu 02: everything wrong at once with its reason; ten long reasons are still one page', async () => {
  const got = await received()
  await requestSupplement(by('hang'), {
    ...act(got),
    items: [
      { kind: 'field', about: 'mother.birthYear', proposed: 1991, reason: 'Giấy ghi năm 1991.' },
      { kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh bị lóa.' },
      { kind: 'other', about: null, reason: 'Cho biết giờ tiện nghe điện thoại.' },
    ],
  })
  const facts = await factsOf('supplement', got.code)
  const usual = await print(facts)
  says(usual, [
    'PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ',
    'Số: 0031/HDHS',
    'Hồ sơ của: Ông/bà NGUYỄN ĐẮC KHOA',
    'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:',
    '1. Năm sinh của mẹ: Giấy ghi năm 1991. Đề nghị ghi: 1991.',
    '2. Giấy chứng nhận kết hôn của cha mẹ: Ảnh bị lóa.',
    '3. Cho biết giờ tiện nghe điện thoại.',
    'nếu có vướng mắc, ông/bà liên hệ Trần Thu Hằng, số điện thoại',
    'NGƯỜI HƯỚNG DẪN',
  ])
  assert.equal(usual.pages, 1)
  const [request] = facts.view.supplements
  const asking = (count: number) => {
    const item = { kind: 'paper' as const, about: 'giay-ket-hon', reason: LONG_REASON }
    const items = Array.from({ length: count }, (_, index) => ({ ...item, id: String(index + 1) }))
    return worst(facts, { supplements: [{ ...request!, items }] })
  }
  const ten = await print(asking(10))
  assert.equal(ten.pages, 1)
  assert.equal(ten.text.split('đủ bốn góc').length, 11)
  // As many as the form takes cannot be read on one sheet: the slip goes on, nothing is left out.
  const forty = await print(asking(40))
  assert.ok(forty.pages > 1)
  assert.equal(forty.text.split('đủ bốn góc').length, 41)
  says(forty, ['Số: 0031/HDHS, trang 1/'])
})

test('Mẫu 03: declined before receipt with every reason; the longest that may be is one page', async () => {
  const { dossier } = await filed()
  const reason = 'Cha mẹ cư trú tại phường Láng Hạ.\nGiấy chứng sinh đã dùng cho hồ sơ khác.'
  await decline(by('hang'), { ...act(dossier), reason })
  const facts = await factsOf('decline', dossier.code)
  const usual = await print(facts)
  says(usual, [
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'Tiếp nhận hồ sơ của: Ông/bà NGUYỄN ĐẮC KHOA',
    'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Cha mẹ cư trú tại phường Láng Hạ.',
    'Giấy chứng sinh đã dùng cho hồ sơ khác.',
    'Xin thông báo để ông/bà được biết và thực hiện.',
    'Ông/bà có quyền khiếu nại theo quy định của pháp luật.',
    'NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ',
  ])
  assert.equal(usual.pages, 1)
  const body = `${LONG_REASON}\n`.repeat(10)
  const notes = facts.view.notes.map((note) => ({ ...note, body }))
  assert.equal((await print(worst(facts, { notes }))).pages, 1)
})

test('refused after receipt: the words say that it was received and what is not done', async () => {
  const got = await received()
  await refuse(by('yen'), { ...act(got), reason: 'Trẻ đã được đăng ký khai sinh.' })
  const refusal = await print(await factsOf('refusal', got.code))
  says(refusal, [
    'THÔNG BÁO TỪ CHỐI GIẢI QUYẾT HỒ SƠ',
    'Số: 0031/TCGQ',
    'UBND phường Láng Thượng thông báo từ chối giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Trẻ đã được đăng ký khai sinh.',
    'NGƯỜI GIẢI QUYẾT HỒ SƠ',
  ])
  assert.doesNotMatch(refusal.text, /không tiếp nhận/)
  assert.equal(refusal.pages, 1)
})

test('Mẫu 04: the agency apologises once, with the reason and the new day, and the head signs', async () => {
  const got = await received()
  const to = new Date('2016-08-15T16:00:00+07:00')
  await moveDue(by('vinh'), { ...act(got), to, reason: 'Mất điện cả buổi chiều.' })
  const facts = await factsOf('apology', got.code)
  const usual = await print(facts)
  says(usual, [
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Kính gửi: Ông/bà NGUYỄN ĐẮC KHOA',
    'Ngày 12 tháng 8 năm 2016, UBND phường Láng Thượng tiếp nhận hồ sơ',
    'Thời gian hẹn trả kết quả: 16 giờ 30 phút, ngày 12 tháng 8 năm 2016.',
    'đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
    'Lý do: Mất điện cả buổi chiều.',
    'xin lỗi ông/bà và sẽ trả kết quả giải quyết hồ sơ vào:',
    '16 giờ 00 phút, thứ Hai ngày 15 tháng 8 năm 2016',
    'mong nhận được sự thông cảm của ông/bà.',
    'CHỦ TỊCH (Ký, ghi rõ họ tên)',
  ])
  assert.doesNotMatch(usual.text, /BỘ PHẬN TIẾP NHẬN/)
  assert.equal(usual.pages, 1)
  const notes = facts.view.notes.map((note) => ({ ...note, body: LONG_REASON.repeat(5) }))
  assert.equal((await print(worst(facts, { notes }))).pages, 1)
})

test('Mẫu 05: whose hands the dossier went through, when, and whether each was in time', async () => {
  const { dossier } = await errand.signedBy('vinh')
  const facts = await factsOf('control', dossier.code)
  const usual = await print(facts)
  says(usual, [
    'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    'Cơ quan giải quyết hồ sơ: UBND phường Láng Thượng',
    'Cơ quan phối hợp giải quyết hồ sơ: không có',
    'Giao: Bộ phận Một cửa, Trần Thu',
    'Nhận: Thẩm tra, Nguyễn Hải Yến',
    '14 giờ 00 phút',
    'Trước hạn',
    'Đúng hạn',
    'Trình kết quả',
    'Đã giải quyết xong:',
  ])
  assert.equal(usual.pages, 1)
})

test('since 2019 the forms bear their numbers and the titles of that day', async () => {
  const got = await received()
  await requestSupplement(by('hang'), {
    ...act(got),
    items: [{ kind: 'other', about: null, reason: 'Gọi lại cho phường.' }],
  })
  const facts = await factsOf('supplement', got.code)
  const later = await print({ ...facts, day: plainDate('2019-01-06') })
  says(later, ['Mẫu số 02', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'])
})

test('the register asks for its dossiers of one agency only', async () => {
  const { id } = await received()
  const ids = [id]
  const { db } = core.database
  assert.equal((await listForRegister(db, { agencyId: LANG_THUONG, ids })).length, 1)
  assert.equal((await listForRegister(db, { agencyId: 'ubnd-00199-2008', ids })).length, 0)
})
