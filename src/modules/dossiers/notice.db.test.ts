import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { langThuong } from '../../catalogue/testing.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { openErrand, newKey, refuses, type Errand } from '../../testing/errand.ts'
import {
  fold,
  postNotice,
  propose,
  receive,
  verifyChain,
  viewForStaff,
  type Dossier,
} from './index.ts'

let errand: Errand

before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

const at = (day: string, hour = 10) => instantAt(plainDate(day), hour * 60)
let phones = 913_450_000

/** Found in the ward, with the minutes; the parents' part is not asked. */
async function foundling(): Promise<Dossier> {
  errand.core.clock.set(at('2016-08-12', 14))
  const { dossier } = await errand.core.filedBirth({
    'contact.phone': `0${++phones}`,
    'child.origin': 'abandoned',
    'requester.relation': 'carer',
    'birth.place': langThuong,
    'minutes.place': langThuong,
    'file.minutes': ['01900000-0000-7000-8000-00000000aaaa'],
    'file.birthNotice': undefined,
    'file.marriage': undefined,
  })
  return dossier
}

const post = (dossier: Dossier, fromDay: string, place = 'Trụ sở UBND phường Láng Thượng') =>
  postNotice(errand.by('yen'), { ...errand.act(dossier), place, fromDay: plainDate(fromDay) })

const proposeIt = (dossier: Dossier) =>
  propose(errand.by('yen'), { ...errand.act(dossier), remark: 'Đủ.' })

test('an abandoned child is registered after seven days of notice, the first day not counted', async () => {
  const received = await receive(errand.by('hang'), errand.act(await foundling()))
  await assert.rejects(proposeIt(received), refuses('notice-missing'))
  const posted = await post(received, '2016-08-12')
  const { notices } = await viewForStaff(errand.by('yen'), posted.code)
  assert.deepEqual([notices[0]!.fromDay, notices[0]!.toDay], ['2016-08-12', '2016-08-19'])
  // The same-day limit begins when the notice is over: on Saturday, so it is due on Monday.
  assert.equal(posted.dueAt?.getTime(), instantAt(plainDate('2016-08-22'), 16 * 60 + 30).getTime())
  errand.core.clock.set(instantAt(plainDate('2016-08-19'), 23 * 60 + 59))
  await assert.rejects(proposeIt(posted), refuses('notice-not-over'))
  errand.core.clock.set(instantAt(plainDate('2016-08-20'), 0))
  assert.equal((await proposeIt(posted)).state, 'previewing')
})

test('a notice that hung before the filing counts; one taken down early begins anew', async () => {
  const filed = await foundling()
  const before = await post(filed, '2016-08-04')
  const received = await receive(errand.by('hang'), errand.act(before))
  const again = await post(received, '2016-08-10', 'Nhà văn hóa tổ 4')
  await assert.rejects(proposeIt(again), refuses('notice-not-over'))
  errand.core.clock.set(at('2016-08-18'))
  assert.equal((await proposeIt(again)).state, 'previewing')
  const { events, dossier } = await viewForStaff(errand.by('yen'), again.code)
  const { state, step, version } = dossier
  assert.deepEqual(fold(events), { state, step, version })
  assert.equal(await verifyChain(errand.core.database.db, dossier.agencyId), undefined)
})

test('whose parents are known needs no notice, and none is recorded', async () => {
  errand.core.clock.set(at('2016-08-12', 14))
  const { dossier } = await errand.filed()
  await assert.rejects(post(dossier, '2016-08-12'), refuses('notice-not-needed'))
})

test('a notice is refused by name: day, place, role, agency, version, key, state', async () => {
  const dossier = await foundling()
  await assert.rejects(post(dossier, '2016-08-13'), refuses('notice-days-wrong'))
  for (const place of [' ', 'x'.repeat(201)])
    await assert.rejects(post(dossier, '2016-08-12', place), refuses('notice-place-missing'))
  const given = { ...errand.act(dossier), place: 'UBND', fromDay: plainDate('2016-08-12') }
  await assert.rejects(postNotice(errand.by('vinh'), given), refuses('act-not-yours'))
  await assert.rejects(postNotice(errand.by('lanha'), given), refuses('not-found'))
  const stale = { ...given, version: 9 }
  await assert.rejects(postNotice(errand.by('yen'), stale), refuses('dossier-changed'))
  const posted = await postNotice(errand.by('hang'), given)
  assert.equal((await postNotice(errand.by('hang'), given)).version, posted.version)
  const other = { ...given, requestKey: `n-${newKey()}`, version: posted.version }
  errand.core.clock.set(at('2016-08-25'))
  const received = await receive(errand.by('hang'), { ...other, requestKey: `n-${newKey()}` })
  const proposed = await proposeIt(received)
  await assert.rejects(post(proposed, '2016-08-12'), refuses('act-not-now'))
})
