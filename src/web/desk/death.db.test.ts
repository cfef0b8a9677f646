import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk, textOf } from '../../../tests/journeys/desk-client.ts'
import { confirmAsOwner, fileAs } from '../../../tests/journeys/desk-world.ts'
import { sampleInterlinked2016 } from '../../catalogue/testing-death.ts'
import { openWard, url, type Ward } from './testing.ts'

let ward: Ward
before(async () => {
  ward = await openWard()
})
after(() => ward.close())

test('a death passes over the desks of the ward and of the police', async () => {
  const { world, clerk, officer: yen, chairman } = ward
  const answers = sampleInterlinked2016({ 'contact.phone': '0912347990' })
  const { dossier, owner } = await fileAs(world, 'death.interlinked', answers)
  await clerk.send(url(dossier), 'tiep-nhan')
  const shown = textOf((await yen.get(url(dossier))).html)
  for (const part of ['Đặng Thị Ngoãn', 'Nguyên nhân', 'Suy hô hấp', 'Liên thông đăng ký khai tử'])
    assert.ok(shown.includes(part), `${part} not in ${shown}`)
  assert.ok(!shown.includes('Số định danh cá nhân đã cấp'), 'no number is given to a deceased')
  assert.equal((await yen.send(url(dossier), 'trinh')).status, 303)
  await confirmAsOwner(owner, dossier)
  await chairman.get(url(dossier))
  assert.equal((await chairman.send(url(dossier), 'ky')).status, 303)
  await world.runJobs()
  const handOver = await clerk.get(url(dossier, 'tra-ket-qua'))
  assert.equal(handOver.status, 200)
  const form = await clerk.send(url(dossier, 'tra-ket-qua'), 'tra-ket-qua', collected)
  assert.equal(form.status, 303, textOf(form.html).slice(0, 3000))
  assert.equal(await ward.stateOf(dossier), 'interlinking')
  await world.runJobs()
  await policeDecide()
  await world.runJobs()
  const given = await clerk.send(url(dossier, 'tra-ket-qua'), 'tra-ket-qua', collected)
  assert.equal(given.status, 303, textOf(given.html).slice(0, 3000))
  assert.equal(await ward.stateOf(dossier), 'handed_over')
})

const collected = {
  quyen: '01',
  trang: '7',
  'nguoi-nhan': 'Nguyễn Đắc Phúc',
  goc: ['giay-bao-tu', 'giay-to-tuy-than', 'so-ho-khau'],
}

/** The police enter what their result says; without it nothing is proposed, and nothing is lost. */
async function policeDecide(): Promise<void> {
  const huy = await openDesk(ward.world, 'huy')
  const tuan = await openDesk(ward.world, 'tuan')
  const list = await huy.get('/can-bo/ho-so?hang=filed')
  const page = /\/can-bo\/ho-so\/[\d.A-Z]+-160812-\d{4}/.exec(list.html)?.[0]
  assert.ok(page, textOf(list.html))
  await huy.send(page, 'tiep-nhan')
  const shown = await huy.get(page)
  assert.match(shown.html, /name="fact-confirmation"/)
  const missing = await huy.send(page, 'trinh', { 'fact-confirmation': '0042/XNCT' })
  assert.equal(missing.status, 422)
  assert.match(textOf(missing.html), /Cần nhập “Ngày xóa đăng ký thường trú”/)
  assert.match(missing.html, /value="0042\/XNCT"/)
  const facts = { 'fact-confirmation': '0042/XNCT', 'fact-day': '16/08/2016' }
  assert.equal((await huy.send(page, 'trinh', facts)).status, 303)
  await tuan.get(page)
  assert.equal((await tuan.send(page, 'ky')).status, 303)
}
