import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '../../cli/seed-staff.ts'
import { openWard, url, type Ward } from './testing.ts'

let ward: Ward
let session: string

before(async () => {
  ward = await openWard()
  const reply = await ward.world.app.fastify.inject({
    method: 'POST',
    url: '/can-bo/dang-nhap',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    payload: new URLSearchParams({ login: 'hang', password: DEMO_PASSWORD }).toString(),
  })
  session = String([reply.headers['set-cookie']].flat()[0]).split(';', 1)[0]!
})
after(() => ward.close())

async function inEnglish(address: string): Promise<string> {
  const headers = { cookie: `${session}; mc-ngon-ngu=en` }
  const reply = await ward.world.app.fastify.inject({ method: 'GET', url: address, headers })
  assert.equal(reply.statusCode, 200)
  return reply.body
}

test('an officer who chose English reads the dossier and its acts in English', async () => {
  const { dossier } = await ward.file()
  const html = await inEnglish(url(dossier))
  for (const said of ['Receive, print the receipt', 'Request supplement', 'Date of birth'])
    assert.ok(html.includes(said), said)
  assert.doesNotMatch(html, /Tiếp nhận|Tờ khai|Giấy tờ|Ngày, tháng|Quy trình/)
})

test('reasons that citizens read are offered in Vietnamese, whoever reads the desk', async () => {
  const { dossier } = await ward.file()
  const html = await inEnglish(url(dossier, 'tu-choi'))
  assert.match(html, /<h1>Decline<\/h1>/)
  assert.match(html, /<ol id="mau" lang="vi"><li>Không thuộc thẩm quyền/)
})

test('official slips stay Vietnamese, and say so on an English page', async () => {
  const { dossier } = await ward.received()
  const html = await inEnglish(url(dossier, 'giay-hen'))
  assert.match(html, /<h1>Receipt /)
  const sheets = [...html.matchAll(/<article class="sheet[^"]*" lang="vi".*?<\/article>/gs)]
  assert.equal(sheets.length, 2)
  for (const [sheet] of sheets) assert.match(sheet, /Thời gian trả kết quả:/)
})
