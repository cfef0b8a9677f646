import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { declaring, fileIt } from '../../../tests/journeys/family.ts'
import { visitor } from '../../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import {
  againOn,
  bhytOnlyOn,
  interlinkedOn,
  sampleAgain2016,
  sampleBhytOnly2016,
  sampleInterlinked2016,
  sampleWithPapers2016,
  withPapersOn,
} from '../../catalogue/testing-births.ts'
import { filedOn2016 } from '../../catalogue/testing.ts'
import { setStage } from '../../modules/agencies/index.ts'
import type { Answers } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { createLog } from '../../platform/log.ts'
import { plainDate } from '../../platform/plain-date.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

let phones = 912_600_000
const phone = () => ({ 'contact.phone': `0${++phones}` })

type Service = [
  definition: ProcedureDefinition,
  sample: (change: { 'contact.phone': string }) => Answers,
  pages: readonly string[],
  /** May another child of the same birth follow? */
  twins: boolean,
]

const services: readonly Service[] = [
  [
    againOn(filedOn2016),
    sampleAgain2016,
    [
      'nguoi-yeu-cau',
      'nguoi-duoc-khai-sinh',
      'me',
      'cha',
      'dang-ky-truoc-day',
      'giay-to',
      'nhan-ket-qua',
    ],
    false,
  ],
  [
    withPapersOn(filedOn2016),
    sampleWithPapers2016,
    ['nguoi-yeu-cau', 'nguoi-duoc-khai-sinh', 'me', 'giay-to', 'nhan-ket-qua'],
    false,
  ],
  [
    interlinkedOn(filedOn2016),
    sampleInterlinked2016,
    [
      'nguoi-di-dang-ky',
      'tre',
      'noi-sinh',
      'me',
      'cha',
      'ho-khau',
      'bao-hiem',
      'giay-to',
      'nhan-ket-qua',
    ],
    true,
  ],
]

for (const [definition, sample, pages, twins] of services)
  test(`${definition.key}: from its page to the dossier, every form post without scripts`, async () => {
    const shown = await visitor(world.app).get(`/thu-tuc/${definition.slug}`)
    assert.equal(shown.status, 200)
    assert.match(shown.body, new RegExp(`href="/thu-tuc/${definition.slug}/nop"`))
    const me = await declaring(world, definition, sample(phone()))
    for (const page of pages)
      assert.equal((await me.get(`/to-khai/${me.draftId}/${page}`)).status, 200, page)
    const check = await me.get(`/to-khai/${me.draftId}/kiem-tra`)
    assert.match(check.text, /Hồ sơ được gửi đến: UBND phường Láng Thượng/)
    assert.doesNotMatch(check.text, /chỗ cần sửa/)
    const receipt = await fileIt(world, me)
    assert.match(receipt.text, /Đã nộp hồ sơ/)
    assert.equal(/Khai tiếp cho trẻ cùng lần sinh/.test(receipt.text), twins)
    const id = /\/ho-so\/([0-9a-f-]{36})/.exec(receipt.body)?.[1] ?? ''
    const tracking = await me.get(`/ho-so/${id}`)
    assert.match(tracking.text, /Ông\/bà đã nộp qua mạng/)
    const forms = ['to-khai', ...(definition.furtherDeclarations ?? []).map(({ key }) => key)]
    for (const form of forms) {
      const pdf = await me.get(`/ho-so/${id}/mau/${form}`)
      assert.equal(pdf.status, 200, form)
      const blank = await me.get(`/thu-tuc/${definition.slug}/mau/${form}`)
      assert.equal(blank.status, 200, form)
    }
    assert.equal((await me.get(`/ho-so/${id}/mau/ct01`)).status, 404, 'CT01 came in 2021')
  })

test('a head of the household who is not named on the declaration is asked by name', async () => {
  const { slug, form } = interlinkedOn(filedOn2016)
  const answers = sampleInterlinked2016({ ...phone(), 'household.headName': undefined })
  const me = await declaring(world, { slug, form }, answers)
  const page = await me.get(`/to-khai/${me.draftId}/ho-khau`)
  assert.match(page.text, /Họ và tên chủ hộ/)
  const check = await me.get(`/to-khai/${me.draftId}/kiem-tra`)
  assert.match(check.text, /Còn 1 phần chưa xong/)
})

test('the facilities of the city’s list are offered by name, with their codes', async () => {
  const { slug, form } = interlinkedOn(filedOn2016)
  const me = await declaring(world, { slug, form }, sampleInterlinked2016(phone()))
  const page = await me.get(`/to-khai/${me.draftId}/bao-hiem`)
  assert.match(page.body, /<option value="01911"[^>]*selected[^>]*>/)
  assert.match(page.text, /Trạm y tế phường Láng Thượng \(01911\)/)
  assert.match(page.text, /Mã nơi khám đang là mã tạm/)
})

test('the variant without residence is nowhere to be found until a ward takes it up', async () => {
  const { slug, key } = bhytOnlyOn(filedOn2016)
  const anyone = visitor(world.app)
  for (const path of [`/thu-tuc/${slug}`, `/thu-tuc/${slug}/to-khai.pdf`, `/to-khai/moi/${slug}`])
    assert.equal((await anyone.get(path)).status, 404, path)
  assert.doesNotMatch((await anyone.get('/thu-tuc')).body, new RegExp(slug))
  assert.doesNotMatch((await anyone.get('/api/v1/procedures')).body, new RegExp(key))
  const { db, clock } = world.deps
  await setStage(
    { db, clock, log: createLog('silent'), actor: { kind: 'system', task: 'test' } },
    {
      procedureKey: key,
      agencyId: 'ubnd-00187-2008',
      fromDay: plainDate(filedOn2016),
      stage: 'official',
      source: 'test',
    },
  )
  assert.match((await anyone.get('/thu-tuc')).body, new RegExp(slug))
  assert.match((await anyone.get('/api/v1/procedures')).body, new RegExp(key))
  const me = await declaring(world, bhytOnlyOn(filedOn2016), sampleBhytOnly2016(phone()))
  const receipt = await fileIt(world, me)
  assert.match(receipt.text, /Đã nộp hồ sơ/)
})

test('notices lead on to the procedure that fits', async () => {
  const anyone = visitor(world.app)
  const again = await anyone.get(`/thu-tuc/${againOn(filedOn2016).slug}`)
  assert.match(again.body, /href="\/thu-tuc\/lien-thong-khai-sinh-thuong-tru-bhyt"/)
  const birth = await anyone.get('/thu-tuc/dang-ky-khai-sinh')
  assert.match(birth.text, /Thủ tục liên quan/)
  assert.match(birth.body, /href="\/thu-tuc\/lien-thong-khai-sinh-thuong-tru-bhyt"/)
  const portal = await anyone.get('/')
  assert.match(portal.text, /Có con 3 việc, nộp một lần/)
  assert.match(portal.body, /href="\/thu-tuc\/lien-thong-khai-sinh-thuong-tru-bhyt"/)
})
