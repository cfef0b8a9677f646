import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { findTokenHolder, getInvited } from '../modules/accounts/index.ts'
import { makeStaff } from '../modules/accounts/testing.ts'
import { seedCity } from '../modules/agencies/index.ts'
import { testClock } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { root } from '../platform/root.ts'
import { testDatabase, type TestDatabase } from '../testing/db.ts'
import { commands } from './commands.ts'
import { dispatch } from './dispatch.ts'

const AGENCY = 'ubnd-00187-2008'
const NOW = '2016-08-12T10:00:00+07:00'

let database: TestDatabase
let ctx: Ctx
const home = mkdtempSync(join(tmpdir(), 'motcua-staff-'))
before(async () => {
  database = await testDatabase()
  await seedCity(database.db, join(root, 'data'))
  const actor = { kind: 'system', task: 'test' } as const
  const clock = testClock(new Date(NOW))
  ctx = { db: database.db, clock, log: createLog('silent'), actor }
})
after(async () => {
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

const run = (...argv: string[]) => runOn(database.url, ...argv)

async function runOn(url: string, ...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const env = {
    DATABASE_URL: url,
    MOTCUA_HOME: home,
    MOTCUA_DEMO: '1',
    MOTCUA_NOW: NOW,
  }
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env,
  }
  const exit = await dispatch(commands, argv, io)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

const inviteOf = (login: string, ...more: string[]) =>
  run('staff', 'invite', login, '--name', 'Đỗ Thu Trang', '--agency', AGENCY, ...more)

test('every command tells its use for --help, and 2 for what it does not understand', async () => {
  for (const { name } of commands) {
    const help = await run(name, '--help')
    assert.deepEqual([help.exit, help.err], [0, ''], name)
    assert.match(help.out, new RegExp(`motcua ${name}`))
    const odd = await run(name, '--khong-co-lua-chon-nay')
    assert.deepEqual([odd.exit, odd.out], [2, ''], name)
  }
})

test('what cannot be an officer is refused in words, never as a fault of the database', async () => {
  const role = ['--role', 'counterOfficer']
  const asked = [
    ['staff', 'constructor'],
    ['staff', 'disable', 'hang', 'yen'],
    ['staff', 'invite', 'Có Dấu', '--name', 'Đỗ Thu Trang', '--agency', AGENCY, ...role],
    ['staff', 'invite', 'trang', '--name', 'X', '--agency', AGENCY, ...role],
    ['staff', 'invite', 'trang', '--name', 'Đỗ Thu Trang', '--agency', 'khong-co', ...role],
    ['staff', 'invite', 'trang', '--name', 'Đỗ Thu Trang', '--agency', AGENCY, '--role', 'vua'],
    ['staff', 'absence', 'trang', '--from', '2016-02-31'],
    ['staff', 'mandate', 'trang', '--agency', 'khong-co', ...role],
    ['staff', 'mandate', 'trang', '--agency', AGENCY],
    ['staff', 'mandate', 'trang', '--agency', AGENCY, '--role', 'chairman,director'],
    ['staff', 'mandate', 'trang', '--agency', AGENCY, ...role, '--end', '2016-13-01'],
    ['staff', 'token', 'trang', '--label', 'x'.repeat(81)],
  ]
  for (const argv of asked) {
    const { exit, out, err } = await run(...argv)
    assert.deepEqual([exit, out], [2, ''], argv.join(' '))
    assert.doesNotMatch(err, /\n\s+at |violates/)
  }
  const backwards = await inviteOf('trang', ...role, '--from', '2016-08-12', '--to', '2016-08-01')
  assert.equal(backwards.exit, 2)
  assert.equal((await run('staff', 'disable', 'khong-co-ai')).exit, 1)
})

test('a new invitation ends the older link', async () => {
  const first = await inviteOf('trang', '--role', 'counterOfficer')
  assert.equal(first.exit, 0, first.err)
  const tokenIn = (text: string) => text.trim().split('/').at(-1)!
  assert.equal((await getInvited(ctx, tokenIn(first.out))).login, 'trang')
  const second = await run('staff', 'invite', 'trang')
  assert.equal((await getInvited(ctx, tokenIn(second.out))).login, 'trang')
  await assert.rejects(getInvited(ctx, tokenIn(first.out)), { code: 'invite-not-valid' })
})

test('a lost token is ended', async () => {
  await makeStaff(ctx, {
    login: 'hang',
    name: 'Trần Thu Hằng',
    agencyId: AGENCY,
    roles: ['counterOfficer'],
  })
  const { out: token } = await run('staff', 'token', 'hang', '--label', 'máy quầy')
  const asked = { token, now: ctx.clock.now() }
  assert.ok(await findTokenHolder(database.db, asked))
  assert.equal((await run('staff', 'revoke-tokens', 'hang')).out, 'hang: 1 tokens ended')
  assert.equal(await findTokenHolder(database.db, asked), undefined)
})

test('a role is added to an account that exists, and ended with its last day', async () => {
  await makeStaff(ctx, {
    login: 'them',
    name: 'Nguyễn Thị Thêm',
    agencyId: AGENCY,
    roles: ['counterOfficer'],
  })
  const mandate = (...more: string[]) =>
    run('staff', 'mandate', 'them', '--agency', AGENCY, '--role', 'specialist', ...more)
  const added = await mandate('--from', '2016-08-20')
  assert.deepEqual([added.exit, added.out], [0, `them: specialist at ${AGENCY} 2016-08-20 –`])
  const twice = await mandate('--from', '2016-09-01')
  assert.equal(twice.exit, 1)
  assert.match(twice.err, /mandate-exists/)
  const ended = await mandate('--end', '2016-12-31')
  assert.deepEqual([ended.exit, ended.out], [0, `them: specialist at ${AGENCY} until 2016-12-31`])
  const { out } = await run('staff', 'list')
  assert.match(out, new RegExp(`specialist ${AGENCY} 2016-08-20 – 2016-12-31`))
})

test('an absence is recorded with the deputy who does the work meanwhile', async () => {
  for (const login of ['vangmat', 'lamthay'])
    await makeStaff(ctx, { login, name: 'Lê Văn A', agencyId: AGENCY, roles: ['counterOfficer'] })
  const absence = (...more: string[]) =>
    run('staff', 'absence', 'vangmat', '--from', '2016-08-15', ...more)
  assert.match((await absence('--deputy', 'vangmat')).err, /absence-deputy-unfit/)
  const told = await absence('--to', '2016-08-16', '--deputy', 'lamthay')
  assert.deepEqual(
    [told.exit, told.out],
    [0, 'vangmat: absent 2016-08-15 – 2016-08-16, deputy lamthay'],
  )
})

test('a database that cannot be reached is told in one line, without its password', async () => {
  const { exit, err } = await runOn('postgres://app:hunter2@127.0.0.1:1/motcua', 'staff', 'list')
  assert.equal(exit, 1)
  assert.match(err, /^Không kết nối được .* \/ Cannot reach the database 127\.0\.0\.1.*$/)
  assert.doesNotMatch(err, /hunter2/)
})

test('a database without the tables is told so, with what to run first', async () => {
  await database.owner.query(`delete from schema_migration where name like '0051-%'`)
  const { exit, err } = await run('staff', 'list')
  assert.equal(exit, 1)
  assert.match(err, /^[^\n]*0051-address-limits\.sql[^\n]*motcua migrate[^\n]*$/)
})
