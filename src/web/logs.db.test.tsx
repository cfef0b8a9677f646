import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk } from '../../tests/journeys/desk-client.ts'
import { declared, fileIt } from '../../tests/journeys/family.ts'
import { visitor } from '../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../tests/journeys/world.ts'
import { makeTasks } from '../cli/tasks.ts'
import { enqueue, runJobsOnce } from '../platform/jobs.ts'
import { createLog } from '../platform/log.ts'
import { page, route } from './http/route.ts'
import { routes } from './routes.ts'

const written: string[] = []
const log = createLog('debug', { write: (line) => void written.push(line) })

const TYPED = 'Nguyễn Đắc Khoa'

/** Faults of ours that quote what people typed. */
const faults = [
  route({
    method: 'GET',
    url: '/thu-loi/:kind',
    action: 'public.read',
    handle: async (req) => {
      if (req.params['kind'] === 'json') JSON.parse(TYPED)
      await req.deps.db.query('select $1::int', [TYPED])
      return page(<p />, { title: '' })
    },
  }),
]

let world: World
before(async () => {
  world = await openWorld({ routes: [...routes, ...faults] })
  world.deps.log = log
})
after(() => world.close())

const jobs = (more: Record<string, () => Promise<void>> = {}) =>
  runJobsOnce(
    { url: world.database.url, log },
    { ...makeTasks(world.deps, world.courier), ...more },
  )

test('a whole errand, wrong guesses and faults leave nobody’s data in the log', async () => {
  const me = await declared(world)
  const base = `/to-khai/${me.draftId}`
  const resumeCode = /Mã tiếp tục (\w{4} \w{4})/.exec((await me.get(`${base}/tre`)).text)![1]!
  await fileIt(world, me)
  const { rows } = await world.deps.db.query<Record<string, string>>(
    `select code, lookup_no as "lookupNo", secret from dossier`,
  )
  const { code = '', lookupNo = '', secret = '' } = rows[0]!
  const at = `/can-bo/ho-so/${code}`
  const anybody = visitor(world.app)
  for (const url of [`/q/${secret}`, '/q/doan-bua-bi-mat', `/tra-cuu?ma=${lookupNo}`])
    await anybody.get(url)
  await anybody.get(`/noi-tiep-nhan?q=${encodeURIComponent(TYPED)}`)
  await anybody.get('/kiem-tra/doan-bua-ma-xac-minh')
  await anybody.post('/tiep-tuc', { code: resumeCode })
  await anybody.post('/dang-nhap', { phone: '0912345318' })
  await anybody.post('/dang-nhap/ma', { phone: '0912345318', code: '000000' })
  const clerk = await openDesk(world, 'hang')
  await clerk.get(`/can-bo/ho-so?q=${encodeURIComponent('Minh An')}`)
  await clerk.send(at, 'tiep-nhan')
  const officer = await openDesk(world, 'yen')
  await officer.send(at, 'trinh', { number: '001316012345', remark: 'Mẹ là Trần Thị Bích Ngọc' })
  await me.get(`/ho-so/${me.draftId}/ban-xem-truoc`)
  await me.post(`/ho-so/${me.draftId}/ban-xem-truoc`, { _confirm: '1', y: '1' })
  await jobs()
  for (const kind of ['json', 'sql'])
    assert.equal((await anybody.get(`/thu-loi/${kind}`)).status, 500)
  await enqueue(world.deps.db, 'hong', { phone: '0912345318', name: TYPED })
  await jobs({ hong: async () => void (await world.deps.db.query('select $1::int', [TYPED])) })
  const all = written.join('')
  assert.ok(written.length > 30, `${written.length} lines`)
  assert.match(all, /"task":"hong"/)
  assert.match(all, /"route":"\/q\/:secret"/)
  const secrets = [code, lookupNo, secret, resumeCode, resumeCode.replace(' ', ''), me.draftId]
  const people = [TYPED, 'Khoa', 'Minh An', 'Bích Ngọc', 'Trần', 'Hằng', 'hang', 'Pháo Đài']
  const numbers = ['0912345318', '912345318', '012345902', '012345456', '001316012345', '000000']
  const tokens = ['doan-bua', 'khong-co', 'mc=', 'mcs_', '_csrf', '?ma=', '?q=']
  for (const one of [...secrets, ...people, ...numbers, ...tokens])
    assert.ok(!all.includes(one), `the log tells ${one}`)
})
