import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { openDepartment, type Department } from '../../testing/department.ts'
import { newKey } from '../../testing/errand.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { explain, explainVi, type Reason } from '../calendar/index.ts'
import {
  answerSupplement,
  receive,
  requestSupplement,
  type DeskAct,
  type Dossier,
} from './index.ts'

/** One procedure of five working days under both laws; the restart since 2018-06-21. */
let core: Core
let before2018: Department
let since2018: Department

before(async () => {
  core = await openCore()
  before2018 = await openDepartment(core, { validTo: '2018-06-20' })
  core.clock.set(instantAt(plainDate('2018-06-21'), 8 * 60))
  since2018 = await openDepartment(core, {
    revision: 2,
    validFrom: '2018-06-21',
    clock: { pausesFor: ['supplement'], afterSupplement: 'restart' },
  })
})
after(() => core.close())

const set = (day: string, hour = 10) => core.clock.set(instantAt(plainDate(day), hour * 60))
const act = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `c-${newKey()}`,
})
const items = [{ kind: 'field', about: 'work.kind', reason: 'Chưa rõ việc.' }] as const

type Days = { filed: string; asked: string; answered: string }

async function supplemented(desk: Department, days: Days): Promise<Dossier> {
  set(days.filed)
  const { dossier, owner } = await desk.filed()
  const specialist = desk.officer('specialist')
  const received = await receive(specialist, act(dossier))
  set(days.asked)
  const asked = await requestSupplement(specialist, { ...act(received), items })
  set(days.answered)
  const given = { dossierId: asked.id, requestKey: `c-${newKey()}`, answers: [], files: [] }
  return answerSupplement(owner, { ...given, set: { 'work.kind': 'hoa-giai' } })
}

const why = ({ dueReasons }: Dossier) => explain(dueReasons as readonly Reason[], explainVi)

test('filed up to 2018-06-20, the days used before a supplement count and the limit goes on', async () => {
  const days = { filed: '2018-06-20', asked: '2018-06-22', answered: '2018-06-27' }
  const dossier = await supplemented(before2018, days)
  // One day was used; four are left from the 27th on.
  assert.equal(dossier.dueAt?.getTime(), instantAt(plainDate('2018-07-02'), 990).getTime())
  assert.ok(
    why(dossier).includes(
      '27/06 nhận giấy tờ bổ sung: thời hạn tính tiếp, những ngày đã dùng vẫn tính.',
    ),
  )
})

test('filed from 2018-06-21 on, the limit begins again with the full papers', async () => {
  const days = { filed: '2018-06-21', asked: '2018-06-25', answered: '2018-06-28' }
  const dossier = await supplemented(since2018, days)
  assert.equal(dossier.dueAt?.getTime(), instantAt(plainDate('2018-07-05'), 990).getTime())
  assert.ok(why(dossier).includes('28/06 nhận đủ giấy tờ bổ sung: thời hạn tính lại từ đầu.'))
})

test('a dossier of before keeps its law when the papers come after the change', async () => {
  const days = { filed: '2018-06-20', asked: '2018-06-20', answered: '2018-07-02' }
  const dossier = await supplemented(before2018, days)
  assert.equal(dossier.revision, 1)
  assert.equal(dossier.dueAt?.getTime(), instantAt(plainDate('2018-07-06'), 990).getTime())
  assert.equal(
    why(dossier).some((sentence) => sentence.includes('tính lại từ đầu')),
    false,
  )
})
