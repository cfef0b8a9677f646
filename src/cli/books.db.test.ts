import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openErrand, type Errand } from '../testing/errand.ts'
import { booksCommand } from './books.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const { core } = errand
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env: { DATABASE_URL: core.database.url, MOTCUA_HOME: core.home, MOTCUA_DEMO: '1' },
  }
  const exit = await booksCommand.run(args, io)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

test('the check says what paper and entries do not have alike, without a name', async () => {
  await errand.handedOver(2)
  await errand.handedOver(2)
  await errand.signedBy('vinh')
  const { exit, err } = await run('check', 'ubnd-00187-2008', '--year', '2016')
  assert.equal(exit, 1)
  const book = 'ubnd-00187-2008, Sổ đăng ký khai sinh năm 2016'
  assert.match(err, new RegExp(`${book}: số 3 chưa có trang`))
  assert.match(err, new RegExp(`${book}: quyển 01, trang 1–1 không có số`))
  assert.match(err, new RegExp(`${book}: quyển 01, trang 2 có các số 1, 2`))
  assert.doesNotMatch(err, /Nguyễn|Minh An/)
  // The real clock is years later: nobody has closed the book.
  assert.match(err, /chưa khóa/)
})

test('books that agree are counted; what is not understood is told', async () => {
  const none = await run('check', '--year', '2001')
  assert.deepEqual([none.exit, none.out], [0, 'Khớp / agree: 0 sổ / books'])
  assert.equal((await run('check', '--year', 'x')).exit, 2)
  assert.equal((await run('look')).exit, 2)
  assert.match((await run('--help')).out, /motcua books check/)
})
