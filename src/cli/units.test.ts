import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitsCommand } from './units.ts'

async function units(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env: {},
  }
  return { code: await unitsCommand.run(args, io), out, err }
}

test('the counts of 2016-08-10 print as one line of JSON', async () => {
  assert.deepEqual(await units('--on', '2016-08-10', '--json'), {
    code: 0,
    out: ['{"districts":30,"communes":584,"firstWaveWards":144,"onlineWards":168}'],
    err: [],
  })
})

test('other days answer likewise', async () => {
  const { out } = await units('--on', '2025-07-01', '--json')
  assert.deepEqual(out, ['{"districts":0,"communes":126,"firstWaveWards":0,"onlineWards":126}'])
})

test('search prints code and place, and says when there is nothing', async () => {
  const found = await units('search', 'lang', 'thuong', '--on', '2016-08-10')
  assert.deepEqual(found.out, ['00187  phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội'])
  assert.match((await units('search', 'qqq', '--on', '2016-08-10')).out[0] ?? '', /no commune/)
})

test('became names all candidates of a split ward', async () => {
  const { out } = await units('became', '00199', '--from', '2016-08-10', '--on', '2025-07-01')
  assert.equal(out[0], 'split')
  assert.equal(out.length, 4)
})

test('help goes to the output with success', async () => {
  const { code, out } = await units('--help')
  assert.equal(code, 0)
  assert.match(out[0] ?? '', /motcua units became CODE/)
})

for (const [args, said] of [
  [['--on', '2016-02-31'], /not a day: 2016-02-31/],
  [['--when', 'x'], /--when/],
  [['search'], /what for/],
  [['became', '00199'], /--from: not a day/],
  [['became', '--from', '2016-08-10'], /give one code/],
  [['became', '99999', '--from', '2016-08-10'], /is no unit on 2016-08-10/],
  [['fly'], /does not know "fly"/],
] as const) {
  test(`"${args.join(' ')}" is answered with what is wrong, nothing printed, and a failure`, async () => {
    const { code, out, err } = await units(...args)
    assert.notEqual(code, 0)
    assert.deepEqual(out, [])
    assert.match(err[0] ?? '', said)
  })
}
