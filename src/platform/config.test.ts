import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { BadSettings, readConfig, type Environment } from './config.ts'
import { root } from './root.ts'

const DB = 'postgres://motcua_app:secret@db.example:5432/motcua'
const OWNER = 'postgres://motcua_owner:secret@db.example:5432/motcua'

function mistakesOf(env: Environment): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof BadSettings)
    return error.mistakes.map(({ setting }) => setting)
  }
}

test('without any setting it is a demo on this machine only', () => {
  const config = readConfig({})
  assert.equal(config.demo, true)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.port, 8080)
  assert.equal(config.publicUrl, 'http://localhost:8080')
  assert.equal(config.home, join(root, 'var'))
})

test('a database or a public address means no demo, unless it is asked for', () => {
  assert.equal(readConfig({ PUBLIC_URL: 'https://motcua.example.vn/' }).demo, false)
  assert.equal(readConfig({ DATABASE_URL: DB, MOTCUA_DEMO: '1' }).demo, true)
  assert.deepEqual(mistakesOf({ DATABASE_URL: DB }), ['PUBLIC_URL'])
})

test('all mistakes are told at once, each with its fix in both languages', () => {
  const env = {
    PORT: '99999',
    HOST: 'không phải',
    DATABASE_URL: 'mysql://x',
    DATABASE_OWNER_URL: 'nothing',
    PUBLIC_URL: 'motcua.example.vn',
    MOTCUA_DEMO: 'yes',
    LOG_LEVEL: 'loud',
    MOTCUA_TRUST_PROXY: 'nginx',
    MOTCUA_DEM0: '1',
  }
  assert.deepEqual(mistakesOf(env).toSorted(), Object.keys(env).toSorted())
  assert.throws(
    () => readConfig(env),
    (error: unknown) => {
      assert.ok(error instanceof BadSettings)
      return error.mistakes.every(({ vi, en }) => vi.length > 20 && en.length > 20)
    },
  )
})

test('a mistaken database address is not repeated: it may hold a password', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://u:hunter2@x/y' }),
    (error: unknown) => error instanceof Error && !error.message.includes('hunter2'),
  )
})

const bad: readonly [string, Environment, string][] = [
  ['port 0', { PORT: '0' }, 'PORT'],
  ['port 65536', { PORT: '65536' }, 'PORT'],
  ['a port in words', { PORT: '80a' }, 'PORT'],
  ['an owner without a database', { DATABASE_OWNER_URL: OWNER }, 'DATABASE_OWNER_URL'],
  [
    'one role for both',
    { DATABASE_URL: DB, DATABASE_OWNER_URL: DB, PUBLIC_URL: 'https://a.vn' },
    'DATABASE_OWNER_URL',
  ],
  ['an unencrypted portal', { PUBLIC_URL: 'http://motcua.example.vn' }, 'PUBLIC_URL'],
  ['a portal below a path', { PUBLIC_URL: 'https://example.vn/motcua' }, 'PUBLIC_URL'],
  ['a clock outside the demo', { MOTCUA_NOW: '2016-08-10', MOTCUA_DEMO: '0' }, 'MOTCUA_NOW'],
  ['a day that does not exist', { MOTCUA_NOW: '2016-02-31' }, 'MOTCUA_NOW'],
  ['an hour that does not exist', { MOTCUA_NOW: '2016-08-10T25:00' }, 'MOTCUA_NOW'],
]
for (const [name, env, setting] of bad)
  test(`refused: ${name}`, () => assert.ok(mistakesOf(env).includes(setting)))

test('the demo clock reads a day or an instant in Hanoi time', () => {
  const iso = (text: string): string | undefined =>
    readConfig({ MOTCUA_NOW: text }).now?.toISOString()
  assert.equal(iso('2016-08-10'), '2016-08-10T02:00:00.000Z')
  assert.equal(iso('2016-08-10T14:59'), '2016-08-10T07:59:00.000Z')
  assert.equal(iso('2016-08-10T09:00:00Z'), '2016-08-10T09:00:00.000Z')
})
