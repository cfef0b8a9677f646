import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { declaring, fileIt } from '../../../tests/journeys/family.ts'
import { officer } from '../../../tests/journeys/officers.ts'
import { photo } from '../../../tests/journeys/photo.ts'
import { visitor } from '../../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import {
  deathNoticeOn,
  deathOn,
  sampleDeath2016,
  sampleNotice2016,
} from '../../catalogue/testing-death.ts'
import { filedOn2016 } from '../../catalogue/testing.ts'
import { open, propose, receive, type Dossier } from '../../modules/dossiers/index.ts'
import { sign } from '../../modules/registry/index.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const register = deathOn(filedOn2016)

test('a stillborn child: two lines, no draft, nothing more', async () => {
  const me = visitor(world.app)
  await me.get(`/to-khai/moi/${register.slug}`)
  const answer = await me.post(`/to-khai/moi/${register.slug}`, { 'deceased.kind': 'stillborn' })
  assert.equal(answer.status, 200)
  assert.match(answer.text, /Chúng tôi xin chia buồn cùng gia đình/)
  assert.match(answer.text, /không phải đăng ký khai sinh, khai tử/)
  const main = /<main.*<\/main>/s.exec(answer.body)?.[0] ?? ''
  assert.doesNotMatch(main, /<form|<button|class="btn/)
  const { rows } = await world.deps.db.query('select 1 from draft')
  assert.equal(rows.length, 0)
})

test('a death is declared page by page and filed', async () => {
  const me = await declaring(world, register, sampleDeath2016({ 'contact.phone': '0912346101' }))
  const receipt = await fileIt(world, me)
  assert.match(receipt.text, /Đã nộp hồ sơ/)
  assert.match(receipt.text, /UBND phường Láng Thượng đã nhận được hồ sơ/)
})

/** The ward makes the notice: received, proposed, signed by the chairman. */
async function makeNotice(code: string): Promise<Dossier> {
  const [hang, yen, vinh] = [
    await officer(world, 'hang'),
    await officer(world, 'yen'),
    await officer(world, 'vinh'),
  ]
  const act = (dossier: Pick<Dossier, 'version'>, key: string) => ({
    code,
    version: dossier.version,
    requestKey: `${key}-${code}`,
  })
  const received = await receive(hang, act({ version: 1 }, 'nhan'))
  const proposed = await propose(yen, { ...act(received, 'trinh'), remark: 'Đã xác minh tại nhà.' })
  await open(vinh, proposed)
  return sign(vinh, act(proposed, 'ky'))
}

test('a death at home: the notice first, then the registration with all that was said', async () => {
  const phone = '0912346102'
  const answers = sampleNotice2016({ 'contact.phone': phone })
  const me = await declaring(world, deathNoticeOn(filedOn2016), answers)
  const receipt = await fileIt(world, me)
  const id = /\/ho-so\/([0-9a-f-]{36})/.exec(receipt.body)?.[1] ?? ''
  const page = `/ho-so/${id}`
  const before = await me.get(page)
  assert.doesNotMatch(before.text, /Việc tiếp theo của ông\/bà/)
  const early = await me.post(`${page}/lam-tiep`, { procedure: 'death.register' })
  assert.equal(early.status, 409)
  const code = /000\.01\.87\.H26-160812-\d{4}/.exec(receipt.body)?.[0] ?? ''
  await makeNotice(code)
  await world.runJobs()
  const shown = await me.get(page)
  assert.match(shown.text, /Việc tiếp theo của ông\/bà/)
  assert.match(shown.text, /Liên thông đăng ký khai tử, xóa đăng ký thường trú/)
  const begun = await me.post(`${page}/lam-tiep`, { procedure: 'death.register' })
  const draft = /\/to-khai\/[0-9a-f-]{36}/.exec(begun.location)?.[0] ?? ''
  const first = await me.get(begun.location)
  // Only what the notice could not say is still open: papers and collecting.
  assert.equal(first.location, `${draft}/giay-to`)
  const papers = await me.get(first.location)
  assert.match(papers.body, /value="1\/2016"/)
  const notice = { field: 'file.notice', name: 'bao-tu.png', data: photo(7) }
  const inputs = { 'notice.number': '1/2016', ...day('notice.day', '12', '08', '2016') }
  await me.upload(`${draft}/giay-to/tai-len`, { ...inputs, ...commune }, [notice])
  await me.post(`${draft}/nhan-ket-qua`, collect(phone))
  const filed = await fileIt(world, {
    ...me,
    draftId: draft.split('/')[2]!,
    form: register.form,
    answers,
  })
  assert.match(filed.text, /Đã nộp hồ sơ/)
})

const day = (key: string, date: string, month: string, year: string) => ({
  [`${key}.day`]: date,
  [`${key}.month`]: month,
  [`${key}.year`]: year,
})

const commune = {
  'notice.commune.scope': 'city',
  'notice.commune.unit': '00187@2008-08-01',
  'notice.commune.unitText': 'phường Láng Thượng',
  'notice.commune.line': '',
}

const collect = (phone: string) => ({
  'collect.who': 'requester',
  'copies.count': '2',
  'contact.phone': phone,
  'undertaking.true': 'yes',
})

test('what a dossier does not lead to is not begun from it', async () => {
  const me = await declaring(world, register, sampleDeath2016({ 'contact.phone': '0912346103' }))
  const receipt = await fileIt(world, me)
  const id = /\/ho-so\/([0-9a-f-]{36})/.exec(receipt.body)?.[1] ?? ''
  const refused = await me.post(`/ho-so/${id}/lam-tiep`, { procedure: 'birth.register' })
  assert.equal(refused.status, 409)
})
