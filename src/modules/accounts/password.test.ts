import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ensureGoodPassword, hashPassword, verifyPassword } from './password.ts'

const owner = { login: 'hang', name: 'Trần Thu Hằng' }

describe('passwords', () => {
  test('a password is right, another is not, whatever form its letters were typed in', async () => {
    const hash = await hashPassword('chiều thứ sáu mưa')
    assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.equal(await verifyPassword('chiều thứ sáu mưa'.normalize('NFD'), hash), true)
    assert.equal(await verifyPassword('chiều thứ sáu nắng', hash), false)
  })

  test('the same password never has the same hash twice', async () => {
    assert.notEqual(
      await hashPassword('chiều thứ sáu mưa'),
      await hashPassword('chiều thứ sáu mưa'),
    )
  })

  test('an account without a password lets nobody in', async () => {
    assert.equal(await verifyPassword('', null), false)
    assert.equal(await verifyPassword('chiều thứ sáu mưa', null), false)
  })

  test('twelve characters are enough, eleven are not', () => {
    ensureGoodPassword('mười-hai-chu', owner)
    assert.throws(() => ensureGoodPassword('mười-hai-ch', owner), { code: 'password-too-short' })
    assert.throws(() => ensureGoodPassword('x'.repeat(201), owner), { code: 'password-too-short' })
  })

  test('neither the name nor the user name may be in it, with or without marks', () => {
    for (const password of ['tranthuhang-2016', 'Trần Thu Hằng 2016', 'toi-la-HANG-day'])
      assert.throws(() => ensureGoodPassword(password, owner), { code: 'password-is-name' })
  })
})
