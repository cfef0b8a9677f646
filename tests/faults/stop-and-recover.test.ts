import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { testDatabase } from '../../src/testing/db.ts'
import { freePort, processesOf, startProduct, temporaryHome, type Product } from './product.ts'

const home = temporaryHome()
const port = await freePort()
const env = { MOTCUA_HOME: home.path, PORT: String(port) }
let product: Product = startProduct(env)
after(async () => {
  product.signal('SIGTERM')
  await product.exit
  home.remove()
})

async function readiness(): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`)
  return `${response.status} ${await response.text()}`
}

const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}/exe`)

test('a first start sets everything up and is ready', { timeout: 60_000 }, async () => {
  await product.up
  assert.equal(await readiness(), '200 {"ready":true}')
})

test('a second start on the same home says who runs there and ends', async () => {
  const second = startProduct({ ...env, PORT: String(await freePort()) })
  assert.equal(await second.exit, 1)
  const { app } = processesOf(home.path)
  assert.match(second.said(), new RegExp(`tiến trình ${app}.* / .*already runs.*process ${app}`))
  assert.equal(await readiness(), '200 {"ready":true}')
})

test('after kill -9 the next start takes the home and its database over', async () => {
  const before = processesOf(home.path)
  process.kill(before.app, 'SIGKILL')
  assert.notEqual(await product.exit, 0)
  assert.ok(isRunning(before.postgres), 'the database was left an orphan')
  product = startProduct(env)
  await product.up
  assert.equal(await readiness(), '200 {"ready":true}')
  assert.equal(isRunning(before.postgres), false)
})

test('PostgreSQL killed under the running product is started again', async () => {
  const { postgres } = processesOf(home.path)
  process.kill(postgres, 'SIGKILL')
  for (;;) {
    if (processesNow() !== postgres && (await readiness()).startsWith('200')) break
    await delay(20)
  }
})

function processesNow(): number | undefined {
  try {
    return processesOf(home.path).postgres
  } catch {
    return undefined
  }
}

test('SIGTERM finishes the request in flight, stops PostgreSQL and exits with 0', async () => {
  const { app, postgres } = processesOf(home.path)
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
  const head = ['POST /api/v1/drafts HTTP/1.1', 'Host: localhost', 'Connection: close']
  const body = ['Content-Type: application/json', 'Content-Length: 2', '', '{']
  socket.write([...head, ...body].join('\r\n'))
  // Another request on another connection: when it is answered, the first was taken up as well.
  await readiness()
  product.signal('SIGTERM')
  while (!(await isRefusing())) await delay(20)
  // Half a request is held back: meanwhile nothing under it may be taken away.
  for (let looks = 0; looks < 15; looks += 1) {
    assert.ok(isRunning(app) && isRunning(postgres))
    await delay(20)
  }
  assert.equal(answer, '')
  socket.write('}')
  await once(socket, 'close')
  assert.match(answer, /^HTTP\/1\.1 [2-4]\d\d /)
  assert.equal(await product.exit, 0)
  assert.equal(isRunning(app) || isRunning(postgres), false)
  assert.equal(existsSync(join(home.path, 'motcua.pid')), false)
})

async function isRefusing(): Promise<boolean> {
  return (await readiness().catch(() => 'refused')) !== '200 {"ready":true}'
}

test('a server of one’s own is used as it is, and left running', async () => {
  const { url, ownerUrl, db, close } = await testDatabase()
  const own = { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, MOTCUA_DEMO: '1' }
  product = startProduct({ ...env, ...own })
  await product.up
  assert.equal(await readiness(), '200 {"ready":true}')
  product.signal('SIGINT')
  assert.equal(await product.exit, 0)
  await db.query('select 1')
  await close()
})
