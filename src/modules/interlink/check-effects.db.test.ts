import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openInterlinked, type Interlinked } from '../../testing/interlinked.ts'
import { register } from '../registry/index.ts'
import type { Difference } from './compare-sides.ts'
import { openExchange } from './open-exchange.ts'
import { reconcile } from './reconcile.ts'

let world: Interlinked
before(async () => {
  world = await openInterlinked()
})
after(() => world.close())

async function found(): Promise<string[]> {
  const differences: Difference[] = []
  const onDifference = (difference: Difference) => void differences.push(difference)
  const { system, files, home } = world.core
  const publicUrl = 'http://localhost'
  const problemOf = () => ({ status: 409 })
  const exchange = openExchange({ home, files, publicUrl, problemOf })
  await reconcile(system, exchange, { asks: false, onDifference })
  return differences.map(({ what, detail }) => `${what}: ${detail}`).toSorted()
}

test('a filing that went through every desk reconciles; a result without its effect does not', async () => {
  const { by, carry, collecting, decided, partnersDossier, signed } = world
  const { dossier } = await signed()
  await carry()
  assert.deepEqual(await found(), [])
  await register(by('hang'), await collecting(dossier))
  await decided(await partnersDossier(dossier, 'the-bhyt'), {
    card: 'TE1010123456789',
    from: '15/08/2016',
  })
  await carry()
  assert.deepEqual(await found(), [])
  const { owner } = world.core.database
  await owner.query(
    `update dossier_event set request_key = null where request_key like 'system:message:%'`,
  )
  await owner.query(`update leg set dossier_id = null where side = 'partner'`)
  assert.deepEqual(await found(), [
    'effect-missing: open without a dossier',
    'effect-missing: open without a dossier',
    'effect-missing: result without an event',
  ])
})
