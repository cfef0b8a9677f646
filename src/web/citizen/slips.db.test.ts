import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { declared, fileIt } from '../../../tests/journeys/family.ts'
import { officer } from '../../../tests/journeys/officers.ts'
import { visitor } from '../../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { moveDue, receive, viewForStaff } from '../../modules/dossiers/index.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('whoever filed opens the papers given to them, also later; a stranger finds none', async () => {
  const me = await declared(world)
  await fileIt(world, me)
  const path = `/ho-so/${me.draftId}`
  assert.match((await me.get(`${path}/giay-to`)).text, /Phường chưa cấp giấy nào cho hồ sơ này/)
  const clerk = await officer(world, 'hang')
  const head = await officer(world, 'vinh')
  const filed = (await viewForStaff(clerk, me.draftId)).dossier
  const act = ({ code, version }: typeof filed, requestKey: string) => ({
    code,
    version,
    requestKey,
  })
  const received = await receive(clerk, act(filed, 'nhan'))
  const to = new Date('2016-08-16T16:00:00+07:00')
  await moveDue(head, { ...act(received, 'hen'), to, reason: 'Mất điện cả buổi chiều.' })
  const page = await me.get(`${path}/giay-to`)
  assert.match(page.text, /Phiếu xin lỗi và hẹn lại ngày trả \(PDF\) Số 0001\/XLHL/)
  assert.match(page.text, /Giấy tiếp nhận hồ sơ và hẹn trả kết quả \(PDF\) Số 0001\/TNHS/)
  assert.match((await me.get(`/en${path}/giay-to`)).text, /Apology with a new due date \(PDF\)/)
  assert.match((await me.get(path)).body, /giay-to">Giấy tờ đã cấp \(PDF\)/)
  const links = [...page.body.matchAll(/href="([^"]+\/giay-to\/[^"]+)"/g)].map(([, href]) => href!)
  assert.equal(links.length, 2)
  const stranger = visitor(world.app)
  for (const link of links) {
    const pdf = await me.get(link)
    assert.equal(pdf.status, 200)
    assert.ok(pdf.body.startsWith('%PDF-1.7'))
    assert.equal((await me.get(link)).body, pdf.body)
    assert.equal((await stranger.get(link)).status, 404)
  }
  assert.equal((await stranger.get(`${path}/giay-to`)).status, 404)
  assert.equal((await me.get(`${path}/giay-to/phieu-kiem-soat-2016-1`)).status, 404)
})
