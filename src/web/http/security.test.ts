import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentSecurityPolicy, csrfFor, ensureCsrf, ensureSameOrigin } from './security.ts'

test('only this site’s own pages may send', () => {
  const host = 'motcua.example'
  const check = (headers: Record<string, string>) => () =>
    ensureSameOrigin({ host, ...headers }, 'https://motcua.example')
  check({ 'sec-fetch-site': 'same-origin' })()
  check({ 'sec-fetch-site': 'none' })()
  check({ origin: 'https://motcua.example' })()
  check({})()
  const elsewhere = { code: 'request-from-elsewhere' }
  assert.throws(check({ 'sec-fetch-site': 'same-site' }), elsewhere)
  assert.throws(check({ 'sec-fetch-site': 'cross-site' }), elsewhere)
  assert.throws(check({ origin: 'https://evil.example' }), elsewhere)
  assert.throws(check({ origin: 'null' }), elsewhere)
})

test('a form’s token is another each time and counts for its own session only', () => {
  const [one, two] = [csrfFor('secret'), csrfFor('secret')]
  assert.notEqual(one, two)
  ensureCsrf(['other', 'secret'], one)
  ensureCsrf(['other', 'secret'], two)
  for (const sent of [undefined, '', 'x', ['a'], csrfFor('other'), `${one}AA`])
    assert.throws(() => ensureCsrf(['another', 'secret'], sent), { code: 'form-stale' })
})

test('no page may run anything but our files, and no other site may frame it', () => {
  const policy = contentSecurityPolicy({})
  assert.match(policy, /^default-src 'none'/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe|\*|data:|https?:/)
  assert.match(contentSecurityPolicy({ framed: true }), /frame-ancestors 'self'/)
})
