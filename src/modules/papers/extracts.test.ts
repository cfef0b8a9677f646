// needs: poppler-utils
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPaper, type PaperTemplate, type Papers } from './index.ts'
import {
  sampleAmendment,
  sampleBirthCopy,
  sampleDeathCopy,
  sampleDeathExtract,
  sampleDeathNotice,
  sampleMinutes,
} from './testing-extracts.ts'
import { asFile, run, SAMPLE_DAY } from './testing.ts'

/** The text as one line, and how many pages it takes. */
async function print<T extends PaperTemplate>(template: T, data: Papers[T]) {
  const path = asFile(await renderPaper(template, data, { createdAt: SAMPLE_DAY }))
  const { output } = await run('pdftotext', ['-layout', path, '-'])
  const { output: info } = await run('pdfinfo', [path])
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
  return { text: output.replace(/\s+/g, ' '), pages }
}

function ensureHolds(text: string, parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `${part} not in ${text}`)
}

test('the extract of a death says who died, when, where and of what, on one page', async () => {
  const { text, pages } = await print('death-extract@1', sampleDeathExtract())
  assert.equal(pages, 1)
  ensureHolds(text, [
    'Số: 15/TLKT',
    'Láng Thượng, ngày 12 tháng 08 năm 2016',
    'TRÍCH LỤC KHAI TỬ Bản điện tử',
    'Họ, chữ đệm, tên: ĐẶNG THỊ NGOÃN',
    'Ngày, tháng, năm sinh: 1931',
    'Giới tính: Nữ Dân tộc: Kinh Quốc tịch: Việt Nam',
    'Nơi cư trú cuối cùng: Số 12, ngõ 82',
    'Giấy tờ tùy thân: Chứng minh nhân dân số 010045678',
    'Đã chết vào lúc: 04 giờ 15 phút ngày: 10/08/2016',
    'Ghi bằng chữ: Ngày mười tháng tám năm hai nghìn không trăm mười sáu',
    'Nơi chết: Bệnh viện Bạch Mai',
    'Nguyên nhân chết: Suy hô hấp do viêm phổi',
    'Số Giấy báo tử/Giấy tờ thay thế Giấy báo tử: 218/2016 do Bệnh viện Bạch Mai cấp ngày 10/08/2016',
    'Đăng ký khai tử tại: UBND phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội',
    'Số: 15/2016 ngày: 12/08/2016',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
  ])
  assert.doesNotMatch(text, /BẢN SAO|trích lục từ|Đăng ký lại/)
})

test("today's extract names the personal number, and a death registered again says so", async () => {
  const data = sampleDeathExtract({ remark: 'Đăng ký lại' })
  const { text } = await print('death-extract@2', data)
  ensureHolds(text, ['Số định danh cá nhân/Giấy tờ tùy thân:', 'Ghi chú: Đăng ký lại'])
})

test('a copy of a death says that it is one and what it was taken from', async () => {
  const { text, pages } = await print('death-copy@1', sampleDeathCopy())
  assert.equal(pages, 1)
  ensureHolds(text, [
    'Số: 7/TLKT-BS',
    'TRÍCH LỤC KHAI TỬ (BẢN SAO)',
    'Thực hiện trích lục từ: Sổ đăng ký khai tử',
  ])
  assert.doesNotMatch(text, /Bản điện tử/)
})

test('a copy of a birth has all that the book has, on one page', async () => {
  const { text, pages } = await print('birth-copy@1', sampleBirthCopy())
  assert.equal(pages, 1)
  ensureHolds(text, [
    'Số: 31/TLKS-BS',
    'TRÍCH LỤC KHAI SINH (BẢN SAO)',
    'Họ, chữ đệm, tên: ĐOÀN THỊ Ỷ',
    'Quê quán: xã Đại Đồng',
    'Số định danh cá nhân: 001316000123',
    'tên người mẹ: Nguyễn Hòa',
    'tên người cha: Đoàn Nguyễn Hoà',
    'Đăng ký khai sinh tại: UBND phường Láng Thượng',
    'Số: 28/2016 ngày: 18/08/2016',
    'Thực hiện trích lục từ: Cơ sở dữ liệu hộ tịch điện tử',
  ])
  const { text: fatherless } = await print('birth-copy@1', sampleBirthCopy({ father: null }))
  assert.match(fatherless, /tên người cha: Năm sinh: Dân tộc: Quốc tịch: Nơi cư trú: Đăng ký/)
})

test('a preview of an extract is marked as one, without QR', async () => {
  const data = sampleDeathExtract({ verification: null, placeAndDate: '', number: '' })
  const { text } = await print('death-extract@1', data)
  assert.match(text, /Bản xem trước/)
  assert.doesNotMatch(text, /Bản điện tử|Kiểm tra giấy này/)
})

test('the extract of a correction says what stood, what stands now and on what it rests', async () => {
  const { text, pages } = await print('amendment-extract@1', sampleAmendment())
  assert.equal(pages, 1)
  ensureHolds(text, [
    'Số: 3/TLCC',
    'TRÍCH LỤC CẢI CHÍNH HỘ TỊCH Bản điện tử',
    'Đã đăng ký khai sinh tại: UBND phường Láng Thượng',
    'Số: 28/2016 ngày: 18/08/2016',
    'Họ, chữ đệm, tên: từ “Đoàn Thị Ỷ” thành “Đoàn Thu Ỷ”.',
    'Căn cứ: Quyết định số 12/QĐ-UBND ngày 18/08/2016',
    'KT. CHỦ TỊCH',
  ])
})

test('minutes leave a place for each signature, on one page', async () => {
  const { text, pages } = await print('minutes@1', sampleMinutes())
  assert.equal(pages, 1)
  ensureHolds(text, [
    'BIÊN BẢN KHÓA SỔ Sổ đăng ký khai sinh năm 2016',
    'Tổng số trang đã dùng: 212',
    'NGƯỜI KHÓA SỔ CHỦ TỊCH',
    'Lê Thị Hải Yến',
  ])
  const numbered = await print('minutes@1', sampleMinutes({ minutesNumber: '2/BB-HP' }))
  ensureHolds(numbered.text, ['Số: 2/BB-HP'])
})

test('the notice of a death at home is one page that says what it is for', async () => {
  const { text, pages } = await print('death-notice@1', sampleDeathNotice())
  assert.equal(pages, 1)
  ensureHolds(text, [
    'Số: 7/2016',
    'GIẤY BÁO TỬ',
    'tên người chết: ĐẶNG THỊ NGOÃN',
    'Đã chết vào lúc: 04 giờ 15 phút ngày: 10/08/2016',
    'Nguyên nhân chết: Tuổi già',
    'tên người yêu cầu: Nguyễn Đắc Phúc',
    'Quan hệ với người chết: Con',
    'NGƯỜI KÝ GIẤY BÁO TỬ',
  ])
  assert.doesNotMatch(text, /TRÍCH LỤC|trích lục/)
})
