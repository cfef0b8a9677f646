import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { disable, findStaffByLogin } from '../../modules/accounts/index.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, file } = ward

test('work is handed only to colleagues who work here today', async () => {
  const { dossier } = await file()
  const idOf = async (login: string) => (await findStaffByLogin(world.deps.db, login))!.id
  const [yen, mai, elsewhere] = [await idOf('yen'), await idOf('mai'), await idOf('lanha')]
  const offered = async () =>
    [...(await clerk.get(url(dossier))).html.matchAll(/<option value="([^"]+)"/g)].map(
      ([, id]) => id,
    )
  assert.ok((await offered()).includes(mai))
  await disable(world.ctx, 'mai')
  const now = await offered()
  assert.deepEqual(
    [now.includes(yen), now.includes(mai), now.includes(elsewhere)],
    [true, false, false],
  )
  for (const nguoi of [mai, elsewhere, 'khong-co-ai'])
    assert.equal((await clerk.send(url(dossier), 'chuyen', { nguoi })).status, 403)
  assert.equal((await clerk.send(url(dossier), 'chuyen', { nguoi: yen })).status, 303)
})
