import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk } from '../../tests/journeys/desk-client.ts'
import { declared, fileIt } from '../../tests/journeys/family.ts'
import { visitor } from '../../tests/journeys/visitor.ts'
import { openWorld, type World } from '../../tests/journeys/world.ts'

const MARK = /Thử nghiệm/

let world: World
before(async () => {
  // The trial run of the first wave: 06/08 to 09/08/2016.
  world = await openWorld({ now: new Date('2016-08-08T09:00:00+07:00') })
})
after(() => world.close())

test('a dossier of the trial run is marked wherever its number stands', async () => {
  const me = await declared(world)
  await fileIt(world, me)
  const { rows } = await world.deps.db.query<{ code: string }>('select code from dossier')
  const { code } = rows[0]!
  const clerk = await openDesk(world, 'hang')
  const at = `/can-bo/ho-so/${code}`
  assert.equal((await clerk.send(at, 'tiep-nhan')).status, 303)
  for (const url of ['/can-bo/ho-so', at, `${at}/giay-hen`])
    assert.match((await clerk.get(url)).html, MARK, url)
  const own = `/ho-so/${me.draftId}`
  for (const url of [own, `${own}/giay-nop`, `${own}/giay-hen`])
    assert.match((await me.get(url)).text, MARK, url)
  assert.match((await visitor(world.app).get(`/tra-cuu?ma=${code}`)).text, MARK)
  assert.match((await visitor(world.app).get(`/en/tra-cuu?ma=${code}`)).text, /Trial run/)
})

test('a dossier of the official service bears no mark', async () => {
  world.clock.set(new Date('2016-08-12T09:00:00+07:00'))
  const me = await declared(world, { 'contact.phone': '0912345999' })
  await fileIt(world, me)
  assert.doesNotMatch((await me.get(`/ho-so/${me.draftId}`)).text, MARK)
})
