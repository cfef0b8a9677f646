import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { declaring, fileIt } from '../../../tests/journeys/family.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import {
  againOn,
  interlinkedOn,
  sampleAgainToday,
  sampleInterlinkedToday,
  sampleWithPapersToday,
  withPapersOn,
} from '../../catalogue/testing-births.ts'
import { filedOnToday } from '../../catalogue/testing.ts'
import type { Answers } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'

let world: World
before(async () => {
  world = await openWorld({ now: new Date('2026-11-20T09:00:00+07:00') })
})
after(() => world.close())

const services: [definition: ProcedureDefinition, answers: Answers, forms: readonly string[]][] = [
  [againOn(filedOnToday), sampleAgainToday({ 'contact.phone': '0912600101' }), []],
  [withPapersOn(filedOnToday), sampleWithPapersToday({ 'contact.phone': '0912600102' }), []],
  [
    interlinkedOn(filedOnToday),
    sampleInterlinkedToday({ 'contact.phone': '0912600103' }),
    ['ct01', 'tk1-ts'],
  ],
]

for (const [definition, answers, forms] of services)
  test(`today ${definition.key} is filed at the ward Láng, without a household book`, async () => {
    const me = await declaring(world, definition, answers)
    const check = await me.get(`/to-khai/${me.draftId}/kiem-tra`)
    assert.match(check.text, /Hồ sơ được gửi đến: UBND phường Láng/)
    const receipt = await fileIt(world, me)
    assert.match(receipt.text, /Đã nộp hồ sơ/)
    const id = /\/ho-so\/([0-9a-f-]{36})/.exec(receipt.body)?.[1] ?? ''
    for (const form of ['to-khai', ...forms])
      assert.equal((await me.get(`/ho-so/${id}/mau/${form}`)).status, 200, form)
    assert.equal((await me.get(`/ho-so/${id}/mau/hk02`)).status, 404)
    const page = await me.get(`/thu-tuc/${definition.slug}`)
    assert.doesNotMatch(page.text, /Sổ hộ khẩu trẻ sẽ nhập|Sổ hộ khẩu hoặc sổ tạm trú/)
  })
