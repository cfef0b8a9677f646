import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_THUONG } from '../../testing/core.ts'
import { openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { open, viewForStaff } from '../dossiers/index.ts'
import {
  checkBook,
  checkBooks,
  closeBook,
  explainPage,
  findEntry,
  handOver,
  isInOrder,
  sign,
} from './index.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

const FRIDAY = '2016-08-12T14:00:00+07:00'
const LAST_DAY = '2016-12-31T09:00:00+07:00'
const births = { agencyId: LANG_THUONG, book: 'birth', year: 2016 } as const
const at = (instant: string) => errand.core.clock.set(new Date(instant))

test('the daily check lists numbers without a page, pages without a number, pages used twice', async () => {
  const { by } = errand
  await errand.handedOver(1)
  await errand.handedOver(4)
  await errand.handedOver(4)
  const { dossier } = await errand.signedBy('vinh')
  const check = await checkBook(by('hang'), births)
  assert.deepEqual(
    check.withoutPage.map(({ no, dossierId }) => [no, dossierId]),
    [[4, dossier.id]],
  )
  assert.deepEqual(check.gaps, [{ paperBook: '01', first: 2, last: 3 }])
  assert.deepEqual(check.twice, [{ paperBook: '01', page: 4, nos: [2, 3] }])
  assert.equal(isInOrder(check), false)
  await handOver(by('hang'), await errand.collecting(dossier, 3))
  const spoiled = { ...births, paperBook: '01', paperPage: 2, reason: 'Trang viết hỏng.' }
  await assert.rejects(explainPage(by('hang'), spoiled), refuses('act-not-yours'))
  await assert.rejects(explainPage(by('lanha'), spoiled), refuses('not-found'))
  await assert.rejects(
    explainPage(by('yen'), { ...spoiled, reason: ' ' }),
    refuses('reason-missing'),
  )
  const taken = { ...spoiled, paperPage: 3 }
  await assert.rejects(explainPage(by('yen'), taken), refuses('page-is-known'))
  await explainPage(by('yen'), spoiled)
  const later = await checkBook(by('hang'), births)
  assert.deepEqual([later.withoutPage, later.gaps], [[], []])
  assert.equal(later.explained[0]?.reason, 'Trang viết hỏng.')
})

test('a book is closed on 31/12 and not before, by its keeper, with its totals', async () => {
  const { by } = errand
  at('2016-12-30T16:00:00+07:00')
  await assert.rejects(closeBook(by('yen'), births), refuses('book-not-over'))
  at(LAST_DAY)
  await assert.rejects(closeBook(by('hang'), births), refuses('act-not-yours'))
  await assert.rejects(closeBook(by('lanha'), births), refuses('not-found'))
  at(FRIDAY)
  const uncollected = (await errand.signedBy('vinh')).dossier
  at(LAST_DAY)
  const closing = await closeBook(by('yen'), births)
  assert.deepEqual(
    [closing.entries, closing.registered, closing.crossedOut, closing.closedOn],
    [5, 4, 1, '2016-12-31'],
  )
  assert.deepEqual(closing.paperBooks, [{ book: '01', pages: 3, first: 1, last: 4 }])
  const view = await viewForStaff(by('hang'), uncollected.code)
  assert.equal(view.dossier.state, 'lapsed', 'what nobody collected is crossed out')
  assert.deepEqual(await closeBook(by('yen'), births), closing, 'closing again changes nothing')

  const checks = await checkBooks(errand.core.system, { year: 2016 })
  assert.deepEqual(
    checks.map(({ book, isToClose }) => [book, isToClose]),
    [['birth', false]],
  )
  at(FRIDAY)
})

test('a register entry for a closed book is refused and changes nothing; the next year opens by itself', async () => {
  const { by } = errand
  const waiting = (await errand.toSign()).dossier
  at(LAST_DAY)
  await open(by('vinh'), waiting)
  await assert.rejects(sign(by('vinh'), errand.act(waiting)), refuses('book-closed'))
  const after = await viewForStaff(by('hang'), waiting.code)
  assert.deepEqual([after.dossier.state, after.dossier.version], ['signing', waiting.version])
  at('2017-01-02T09:00:00+07:00')
  const signed = await sign(by('vinh'), errand.act(waiting))
  const entry = await findEntry(by('hang'), { agencyId: LANG_THUONG, dossierId: signed.id })
  assert.deepEqual([entry?.year, entry?.no], [2017, 1])
  at(FRIDAY)
})

test('a hand-over into a closed book is refused, and the entry stays prepared', async () => {
  const { by, core } = errand
  at('2018-03-01T09:00:00+07:00')
  const { dossier } = await errand.signedBy('vinh')
  // Closed on paper while the requester stood at the counter.
  await core.database.owner.query(
    `update register_book set closed_on = '2018-03-01' where year = 2018`,
  )
  const given = await errand.collecting(dossier)
  await assert.rejects(handOver(by('hang'), given), refuses('book-closed'))
  const entry = await findEntry(by('hang'), { agencyId: LANG_THUONG, dossierId: dossier.id })
  assert.equal(entry?.act, null)
  at(FRIDAY)
})

test('a book stays open while an entry neither stands on a page nor is crossed out', async () => {
  const { by, core } = errand
  at('2019-05-06T09:00:00+07:00')
  const { dossier } = await errand.signedBy('vinh')
  // A fault elsewhere left the dossier in a state in which nothing is crossed out.
  const broken = `update dossier set state = 'interlinking' where id = $1`
  await core.database.owner.query(broken, [dossier.id])
  at('2020-01-02T09:00:00+07:00')
  const book = { ...births, year: 2019 }
  await assert.rejects(closeBook(by('yen'), book), refuses('book-has-prepared'))
  assert.equal((await checkBook(by('yen'), book)).closing, null)
  assert.equal((await checkBook(by('yen'), book)).isToClose, true)
  at(FRIDAY)
})

test('a ward without a single death closes its book of deaths too', async () => {
  at('2017-01-05T09:00:00+07:00')
  const deaths = { agencyId: LANG_THUONG, book: 'death', year: 2016 } as const
  const closing = await closeBook(errand.by('yen'), deaths)
  assert.deepEqual([closing.entries, closing.paperBooks], [0, []])
  at(FRIDAY)
})

test('the application can neither change nor delete what stands in the books', async () => {
  const { db } = errand.core.database
  const { rows } = await db.query<{ entries: number; acts: number }>(
    `select (select count(*)::int from register_entry) as entries,
       (select count(*)::int from register_act) as acts`,
  )
  assert.ok(rows[0]!.entries > 0 && rows[0]!.acts > 0)
  for (const statement of [
    `update register_entry set content = '{}'`,
    `delete from register_entry`,
    `update register_act set reason = 'x'`,
    `delete from register_act`,
    `truncate register_act`,
    `update book_closing set entries = 0, registered = 0, crossed_out = 0`,
    `delete from book_closing`,
    `delete from page_note`,
  ]) {
    await assert.rejects(db.query(statement), /permission denied/, statement)
  }
})
