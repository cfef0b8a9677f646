import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../../src/testing/db.ts'
import { freePort, startProduct, takePort, temporaryHome } from './product.ts'

const home = temporaryHome()
after(home.remove)

async function refusal(env: Record<string, string>): Promise<string> {
  const product = startProduct({ MOTCUA_HOME: home.path, ...env })
  assert.notEqual(await product.exit, 0)
  return product.said().replace(/^Đang .*\n/gm, '')
}

test('a port in use is told in one line, before any database is made', async () => {
  const { port, server } = await takePort()
  const said = await refusal({ PORT: String(port) })
  server.close()
  assert.match(said, new RegExp(`^Cổng ${port} .* / Port ${port} .* in use.*\n$`))
  assert.equal(existsSync(join(home.path, 'pg')), false)
})

test('a home that cannot be written is told in one line', async () => {
  const file = join(home.path, 'file')
  writeFileSync(file, '')
  const said = await refusal({ MOTCUA_HOME: join(file, 'home') })
  assert.match(said, /^Không ghi được .* \/ Cannot write in .*\n$/)
})

test('all mistaken settings are told at once', async () => {
  const said = await refusal({ PORT: '99999', MOTCUA_DEMO: 'yes', PUBLIC_URL: 'nowhere' })
  for (const setting of ['PORT', 'MOTCUA_DEMO', 'PUBLIC_URL'])
    assert.match(said, new RegExp(`^ {2}${setting} .* / .*$`, 'm'))
})

test('a database that cannot be reached is told in one line without its password', async () => {
  const DATABASE_URL = `postgres://app:hunter2@127.0.0.1:${await freePort()}/motcua`
  const PORT = String(await freePort())
  const said = await refusal({ DATABASE_URL, MOTCUA_DEMO: '1', PORT })
  assert.match(said, /^Không kết nối được .* \/ Cannot reach the database 127\.0\.0\.1.*\n$/)
  assert.doesNotMatch(said, /hunter2/)
})

test('an application role that owns tables is refused', async () => {
  const { ownerUrl, close } = await testDatabase()
  const PORT = String(await freePort())
  const said = await refusal({ DATABASE_URL: ownerUrl, MOTCUA_DEMO: '1', PORT })
  await close()
  assert.match(said, /motcua_owner .*owns the table/)
})
