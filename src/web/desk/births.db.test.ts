import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { declaring, fileIt } from '../../../tests/journeys/family.ts'
import {
  againOn,
  interlinkedOn,
  sampleAgain2016,
  sampleInterlinked2016,
  sampleWithPapers2016,
  withPapersOn,
} from '../../catalogue/testing-births.ts'
import { filedOn2016 } from '../../catalogue/testing.ts'
import type { Answers } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { openWard, type Ward } from './testing.ts'

let ward: Ward
before(async () => {
  ward = await openWard()
})
after(() => ward.close())

/** Files it as a citizen does; returns the desk's address of the dossier. */
async function filed(definition: ProcedureDefinition, answers: Answers): Promise<string> {
  const me = await declaring(ward.world, definition, answers)
  const receipt = await fileIt(ward.world, me)
  const code = /000\.01\.87\.H26-160812-\d{4}/.exec(receipt.text)?.[0]
  assert.ok(code, receipt.text.slice(0, 500))
  return `/can-bo/ho-so/${code}`
}

const services: [definition: ProcedureDefinition, answers: Answers, seen: readonly RegExp[]][] = [
  [
    againOn(filedOn2016),
    sampleAgain2016({ 'contact.phone': '0912600201' }),
    [/Lần đăng ký trước đây/, /xã Cổ Loa, huyện Đông Anh/, /năm 1968/],
  ],
  [
    withPapersOn(filedOn2016),
    sampleWithPapers2016({ 'contact.phone': '0912600202' }),
    [/Chứng minh nhân dân, căn cước, 010120944/, /Đỗ Thị Mận/i],
  ],
  [
    interlinkedOn(filedOn2016),
    sampleInterlinked2016({ 'contact.phone': '0912600203' }),
    [/Nhập hộ khẩu cho trẻ/, /110203456/, /Trạm y tế phường Láng Thượng \(01911\)/],
  ],
]

for (const [definition, answers, seen] of services)
  test(`${definition.key}: the desk sees it, receives it and proposes it for signature`, async () => {
    const page = await filed(definition, answers)
    const shown = await ward.clerk.get(page)
    assert.equal(shown.status, 200)
    for (const text of seen) assert.match(shown.html.replace(/<[^>]+>/g, ' '), text)
    const received = await ward.clerk.send(page, 'tiep-nhan')
    assert.equal(received.status, 303, received.html.slice(0, 500))
    if (definition.steps[0]?.kind === 'verify') {
      const verified = await ward.officer.send(page, 'xong-buoc', { remark: 'Không còn lưu sổ.' })
      assert.equal(verified.status, 303, verified.html.slice(0, 500))
    }
    const proposed = await ward.officer.send(page, 'trinh', { remark: 'Đã so với giấy tờ.' })
    assert.equal(proposed.status, 303, proposed.html.slice(0, 500))
    assert.match((await ward.officer.get(page)).html, /Chờ người dân xem|xem trước/i)
  })

test('the forms that the head of the household and the guardian sign print at the desk', async () => {
  const answers = sampleInterlinked2016({
    'contact.phone': '0912600204',
    'notice.number': '9911',
    'mother.idNumber': '012399111',
  })
  const page = await filed(interlinkedOn(filedOn2016), answers)
  const { html } = await ward.clerk.get(page)
  for (const form of ['hk02', 'tk1-ts']) {
    assert.match(html, new RegExp(`data-src="${page}/mau/${form}"`))
    const pdf = await ward.clerk.get(`${page}/mau/${form}`)
    assert.equal(pdf.status, 200)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
  }
  assert.equal((await ward.clerk.get(`${page}/mau/ct01`)).status, 404)
})
