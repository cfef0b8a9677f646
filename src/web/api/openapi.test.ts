import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Validator } from '@seriousme/openapi-schema-validator'
import { EXCHANGE_BASE } from '../../modules/interlink/index.ts'
import { apiRoutes } from './index.ts'
import { exchangeRoutes } from './interlink.ts'
import { openApiOf } from './openapi.ts'

const description = openApiOf(apiRoutes)

test('the API description passes the recommended rules of one linter without a warning', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const source = JSON.stringify(description, null, 1)
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config })
  assert.deepEqual(
    problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
    [],
  )
})

test('the API description is valid OpenAPI 3.1 to another, which knows it by schema', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(description))
  assert.deepEqual({ valid, errors }, { valid: true, errors: undefined })
})

test('every operation has a name of its own that never changes with its address', () => {
  const ids = apiRoutes.map(({ doc }) => doc.operationId)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.every((id) => /^[a-z][a-zA-Z]+$/.test(id)))
})

test('every call between agencies is described, and what a partner must offer', () => {
  const paths = Object.keys(description['paths'] as object)
  for (const { url } of exchangeRoutes) {
    const path = url.slice(EXCHANGE_BASE.length).replaceAll(/:(\w+)/g, '{$1}')
    assert.ok(paths.includes(path), url)
  }
  const webhooks = Object.keys(description['webhooks'] as object)
  assert.deepEqual(webhooks, ['thong-diep', 'giay-to', 'doi-soat'])
})

test('no address asks for a name or a phone', () => {
  const asked = apiRoutes.flatMap(({ url, schema }) => [
    url,
    ...Object.keys((schema?.query as { properties?: object } | undefined)?.properties ?? {}),
  ])
  assert.deepEqual(
    asked.filter((text) => /name|phone(?!-co)|text/i.test(text)),
    [],
  )
})
