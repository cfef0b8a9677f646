import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Refusal } from '../platform/refusal.ts'
import { errorResponse, problemDetails } from './to-response.ts'
import { refusals } from './words/refusals.ts'

describe('refusals', () => {
  test('every code has a title and a sentence in both languages and an error status', () => {
    for (const [code, words] of Object.entries(refusals)) {
      assert.match(code, /^[a-z][a-z0-9-]*$/)
      assert.ok(words.status >= 400 && words.status < 600, code)
      for (const { title, detail } of [words.vi, words.en]) {
        assert.ok(title.length > 0 && detail.length > 0, code)
        assert.doesNotMatch(title + detail, /!/, code)
      }
      assert.doesNotMatch(words.vi.title + words.vi.detail, /\b(bạn|quý khách|công dân)\b/i, code)
      assert.equal(words.vi.detail.normalize('NFC'), words.vi.detail, code)
    }
  })

  test('the sentence is filled from the refusal’s data', () => {
    const response = errorResponse(new Refusal('sign-in-throttled', { minutes: 15 }), 'vi')
    assert.equal(response.status, 429)
    assert.match(response.detail, /chờ 15 phút/)
  })

  test('a code without words, and anything else thrown, is our fault', () => {
    for (const error of [new Refusal('never-written'), new Error('x'), 'x', undefined]) {
      const response = errorResponse(error, 'vi')
      assert.deepEqual([response.status, response.code], [500, 'unexpected'])
    }
  })

  test('problem details carry the code, the problems and the rest of the data', () => {
    const refusal = new Refusal('request-invalid', {
      where: 'body/n',
      problems: [{ at: 'body/n' }],
    })
    const details = problemDetails(errorResponse(refusal, 'en'), 'https://x.example')
    assert.equal(details['type'], 'https://x.example/api/v1/problems#request-invalid')
    assert.deepEqual(details['problems'], [{ at: 'body/n' }])
    assert.deepEqual(details['data'], { where: 'body/n' })
  })

  test('a multi-part form with too many files says so', () => {
    const error = Object.assign(new Error('limit'), { code: 'FST_FILES_LIMIT' })
    assert.equal(errorResponse(error, 'vi').code, 'too-many-files')
  })

  test('the framework’s own complaints are said in our words', () => {
    const codes = ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'FST_ERR_CTP_BODY_TOO_LARGE']
    assert.deepEqual(
      codes.map((code) => errorResponse(Object.assign(new Error('x'), { code }), 'vi').code),
      ['body-type-unknown', 'body-too-large'],
    )
  })
})
