import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { seedCity } from '../modules/agencies/index.ts'
import { newPartner } from '../modules/interlink/testing.ts'
import { root } from '../platform/root.ts'
import { testDatabase, type TestDatabase } from '../testing/db.ts'
import type { Command } from './command.ts'
import { interlinkCommand } from './interlink.ts'
import { reconcileCommand } from './reconcile.ts'

let database: TestDatabase
let home: string

before(async () => {
  database = await testDatabase()
  home = await mkdtemp(join(tmpdir(), 'motcua-interlink-'))
  await seedCity(database.db, join(root, 'data'))
})
after(async () => {
  await database.close()
  await rm(home, { recursive: true, force: true })
})

async function run(command: Command, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: database.url, MOTCUA_HOME: home, MOTCUA_NOW: '2016-08-12' }
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env: { ...env, MOTCUA_DEMO: '1' },
  }
  const exit = await command.run(args, io)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

const interlink = (...args: string[]) => run(interlinkCommand, ...args)
const POLICE = 'ca-quan-006-2008'

test('a party, or every agency of a kind, moves to its own software and back', async () => {
  assert.equal((await interlink('party', 'list')).out, '')
  const endpoint = 'http://127.0.0.1:9101/motcua'
  await interlink('party', 'set', 'police', '--endpoint', endpoint, '--from', '2016-08-01')
  const { out } = await interlink('party', 'list')
  assert.match(out, new RegExp(`^${POLICE}\\t2016-08-01\\t${endpoint}$`, 'm'))
  assert.ok(out.split('\n').length > 20)
  await interlink('party', 'inside', POLICE)
  assert.match((await interlink('party', 'list')).out, /^ca-quan-006-2008\t2016-08-12\tinside$/m)
  assert.match(
    (await interlink('party', 'set', 'khong-co', '--endpoint', endpoint)).err,
    /party-unknown/,
  )
  assert.match((await interlink('party', 'set', POLICE, '--endpoint', 'x')).err, /endpoint-wrong/)
})

test('a partner’s key is imported from a file, listed and revoked', async () => {
  const { publicKey, keyId } = newPartner(POLICE)
  const file = join(home, 'police.pem')
  await writeFile(file, publicKey.export({ type: 'spki', format: 'pem' }).toString())
  assert.equal((await interlink('key', 'import', POLICE, file)).out, keyId)
  assert.match((await interlink('key', 'list', POLICE)).out, new RegExp(`^${keyId}\\t`))
  assert.equal((await interlink('key', 'revoke', keyId)).exit, 0)
  assert.match((await interlink('key', 'list', POLICE)).out, /\trevoked\t/)
  assert.match((await interlink('key', 'revoke', 'x')).err, /key-unknown/)
  assert.equal((await interlink('key', 'import', POLICE, '/khong/co')).exit, 2)
})

test('a rotation makes a new key and lets the old one hold for its days', async () => {
  const first = (await interlink('key', 'rotate', 'ubnd-00187-2008')).out
  const second = (await interlink('key', 'rotate', 'ubnd-00187-2008', '--overlap', '2')).out
  assert.notEqual(first, second)
  const { out } = await interlink('key', 'list', 'ubnd-00187-2008')
  assert.match(out, new RegExp(`^${first}\\*\\t.*→ 2016-08-14`, 'm'))
  assert.match(out, new RegExp(`^${second}\\*\\t.*→ \\t`, 'm'))
  assert.equal((await interlink('key', 'rotate', 'ubnd-00187-2008', '--overlap', 'x')).exit, 2)
})

test('what is not understood is told with the usage', async () => {
  assert.equal((await interlink('key')).exit, 2)
  assert.equal((await interlink('key', 'burn')).exit, 2)
  assert.equal((await interlink('--help')).exit, 0)
  assert.equal((await run(reconcileCommand, '--all')).exit, 2)
  assert.equal((await run(reconcileCommand, '--help')).exit, 0)
})

test('an exchange that fits is told to fit, one that does not ends with 1', async () => {
  const fits = await run(reconcileCommand)
  assert.deepEqual([fits.exit, fits.err], [0, ''])
  assert.match(fits.out, /^0 phần việc/)
  await database.owner.query(
    `insert into leg (agency_id, leg, side, dossier_id, key, service, other_party, state, out_seq,
       accepted_seq, due_at, opened_at)
     values ('ubnd-00187-2008', gen_random_uuid(), 'lead', gen_random_uuid(), 'k', 's', 'ca-quan-001-2008',
       'sent', 1, 1, now(), '2016-07-01')`,
  )
  const { exit, out } = await run(reconcileCommand, '--json')
  assert.equal(exit, 1)
  const lines = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) // ours
  assert.ok(lines.some(({ what }) => what === 'leg-unknown-there'))
  assert.equal(lines.at(-1)?.['differences'], lines.length - 1)
})
