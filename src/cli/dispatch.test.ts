import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotStart } from '../platform/cannot-start.ts'
import { BadSettings } from '../platform/config.ts'
import { withoutArguments, type Io } from './command.ts'
import { dispatch } from './dispatch.ts'

function listen(): { out: string[]; err: string[]; io: Io } {
  const [out, err]: [string[], string[]] = [[], []]
  const io = { out: (l: string) => void out.push(l), err: (l: string) => void err.push(l), env: {} }
  return { out, err, io }
}

const about = { name: 'walk', summary: 'walks', usage: 'motcua walk' }
const walk = withoutArguments(about, async (io) => {
  io.out('walked')
  return 0
})
const failing = (error: Error) =>
  withoutArguments(about, async () => {
    throw error
  })

test('a command’s answer goes to stdout alone', async () => {
  const { out, err, io } = listen()
  assert.equal(await dispatch([walk], ['walk'], io), 0)
  assert.deepEqual([out, err], [['walked'], []])
})

test('--help tells of every command, and of one', async () => {
  const { out, io } = listen()
  assert.equal(await dispatch([walk], ['--help'], io), 0)
  assert.match(out.join('\n'), /walk {2}walks/)
  assert.equal(await dispatch([walk], ['walk', '--help'], io), 0)
  assert.equal(out.at(-1), 'motcua walk')
})

for (const argv of [[], ['fly'], ['walk', '--fast'], ['walk', 'home']])
  test(`not understood, exit code 2: motcua ${argv.join(' ')}`, async () => {
    const { out, err, io } = listen()
    assert.equal(await dispatch([walk], argv, io), 2)
    assert.deepEqual(out, [])
    assert.ok(err.length > 0)
  })

test('what keeps it from starting is one line, Vietnamese first', async () => {
  const { err, io } = listen()
  const error = new CannotStart({ vi: 'Cổng bận.', en: 'Port busy.', exitCode: 3 })
  assert.equal(await dispatch([failing(error)], ['walk'], io), 3)
  assert.deepEqual(err, ['Cổng bận. / Port busy.'])
})

test('mistaken settings are told one a line', async () => {
  const { err, io } = listen()
  const mistakes = [
    { setting: 'PORT', vi: 'sai', en: 'wrong' },
    { setting: 'HOST', vi: 'sai', en: 'wrong' },
  ]
  assert.equal(await dispatch([failing(new BadSettings(mistakes))], ['walk'], io), 1)
  assert.deepEqual(err.slice(1), ['  PORT sai / wrong', '  HOST sai / wrong'])
})
