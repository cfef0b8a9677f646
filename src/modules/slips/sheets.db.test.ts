// needs: poppler-utils, qpdf, zbar-tools
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import {
  decline,
  moveDue,
  open,
  proposeRefusal,
  refuse,
  requestSupplement,
} from '../dossiers/index.ts'
import type { SlipFacts } from './slip-facts.ts'
import { LONG_NAME, LONG_REASON, openSheets, print, says, worst, type Sheets } from './testing.ts'

let sheets: Sheets
let by: Sheets['errand']['by']
let act: Sheets['errand']['act']
let filed: Sheets['errand']['filed']
let received: Sheets['received']
let factsOf: Sheets['factsOf']

before(async () => {
  sheets = await openSheets()
  ;({ by, act, filed } = sheets.errand)
  ;({ received, factsOf } = sheets)
})
after(() => sheets.errand.core.close())

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
  const reason = 'Trẻ đã được đăng ký khai sinh.'
  const proposed = await proposeRefusal(by('yen'), { ...act(got), reason })
  await open(by('vinh'), proposed)
  await refuse(by('vinh'), act(proposed))
  const refusal = await print(await factsOf('refusal', got.code))
  says(refusal, [
    'THÔNG BÁO TỪ CHỐI GIẢI QUYẾT HỒ SƠ',
    'Số: 0031/TCGQ',
    'UBND phường Láng Thượng thông báo từ chối giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Trẻ đã được đăng ký khai sinh.',
    'CHỦ TỊCH (Ký, ghi rõ họ tên) Phạm Quang Vinh',
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
