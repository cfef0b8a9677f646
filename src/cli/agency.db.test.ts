import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { seedCity, loadCity } from '../modules/agencies/index.ts'
import { root } from '../platform/root.ts'
import { testDatabase, type TestDatabase } from '../testing/db.ts'
import { agencyCommand } from './agency.ts'

let database: TestDatabase
let home: string

before(async () => {
  database = await testDatabase()
  home = await mkdtemp(join(tmpdir(), 'motcua-agency-'))
  await seedCity(database.db, join(root, 'data'))
})
after(async () => {
  await database.close()
  await rm(home, { recursive: true, force: true })
})

async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: database.url, MOTCUA_HOME: home, MOTCUA_DEMO: '1' }
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env,
  }
  const exit = await agencyCommand.run(args, io)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

test('an agency is found without marks, its placeholder code is marked as one', async () => {
  const { exit, out } = await run('list', 'lang thuong', '--on', '2016-08-10')
  assert.equal(exit, 0)
  assert.match(out, /^ubnd-00187-2008\t000\.01\.87\.H26\*\tUBND phường Láng Thượng$/m)
})

test('an official code replaces the placeholder, and a malformed one is refused', async () => {
  assert.equal((await run('code', 'ubnd-00187-2008', '--code', '000.17.06.H26')).exit, 0)
  const agency = (await loadCity(database.db)).agency('ubnd-00187-2008')
  assert.deepEqual(
    [agency?.officialCode, agency?.officialCodeIsPlaceholder],
    ['000.17.06.H26', false],
  )
  const refused = await run('code', 'ubnd-00187-2008', '--code', 'H-26')
  assert.equal(refused.exit, 1)
  assert.match(refused.err, /official-code-malformed/)
  assert.match((await run('code', 'khong-co', '--code', '000.17.07.H26')).err, /agency-unknown/)
})

test('a desk gets its address, a ward without a line is no longer online', async () => {
  const id = 'ubnd-00187-2008'
  assert.equal((await run('desk', id, '--address', 'Số 6, ngõ 3', '--phone', '024 000')).exit, 0)
  assert.equal((await run('ready', id, '--item', 'line', '--not', '--from', '2016-08-20')).exit, 0)
  const city = await loadCity(database.db)
  assert.equal(city.agency(id)?.desk.address, 'Số 6, ngõ 3')
  const isOnline = (day: string) => city.isOnline('birth.register', id, day as never)
  assert.deepEqual([isOnline('2016-08-19'), isOnline('2016-08-20')], [true, false])
})

test('what is not understood exits 2 and shows the usage', async () => {
  for (const args of [
    [],
    ['fly'],
    ['code', 'x'],
    ['ready', 'x', '--item', 'wings'],
    ['list', '--on', 'x'],
  ]) {
    const { exit, err } = await run(...args)
    assert.equal(exit, 2, args.join(' '))
    assert.match(err, /motcua agency list/)
  }
  assert.equal((await run('--help')).exit, 0)
})
