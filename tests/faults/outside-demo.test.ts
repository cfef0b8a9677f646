import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../src/cli/seed-staff.ts'
import { freePort, startProduct, temporaryHome } from './product.ts'

const home = temporaryHome()
const port = await freePort()
const product = startProduct({
  MOTCUA_HOME: home.path,
  PORT: String(port),
  MOTCUA_DEMO: '0',
  PUBLIC_URL: 'https://motcua.example.vn',
})
after(async () => {
  product.signal('SIGTERM')
  await product.exit
  home.remove()
})

const at = (path: string) => `http://127.0.0.1:${port}${path}`

function signIn(login: string, password: string): Promise<Response> {
  const body = new URLSearchParams({ login, password })
  return fetch(at('/can-bo/dang-nhap'), { method: 'POST', body, redirect: 'manual' })
}

test('outside the demo there are no accounts and no keys', { timeout: 60_000 }, async () => {
  await product.up
  for (const login of [...DEMO_LOGINS, 'admin', 'root'])
    assert.equal((await signIn(login, DEMO_PASSWORD)).status, 401, login)
  const keys = join(home.path, 'keys')
  for (const folder of [keys, join(keys, 'agencies'), join(keys, 'trusted')])
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.pem')),
      [],
    )
  for (const word of [
    DEMO_PASSWORD,
    'Demo',
    'Bản thử',
    ...DEMO_LOGINS.map((login) => ` ${login} `),
  ])
    assert.ok(!product.said().includes(word), word)
})

test('outside the demo no page speaks of it, and there is no outbox', async () => {
  for (const path of ['/', '/en', '/dang-nhap', '/can-bo/dang-nhap'])
    assert.doesNotMatch(await (await fetch(at(path))).text(), /dùng thử|Trial copy|hop-thu-demo/)
  assert.equal((await fetch(at('/hop-thu-demo'))).status, 404)
})

test('over https a cookie belongs to this host alone and the browser stays on https', async () => {
  const begun = await fetch(at('/api/v1/procedures'))
  assert.match(begun.headers.get('strict-transport-security') ?? '', /max-age=\d{8}/)
  const out = await fetch(at('/dang-xuat'), { method: 'POST', redirect: 'manual' })
  assert.match(
    out.headers.get('set-cookie') ?? '',
    /^__Host-mc=; Path=\/; Expires=[^;]+; Secure|^__Host-mc=; .*Secure/,
  )
})
