import assert from 'node:assert/strict'
import { openDesk, type Desk } from '../../../tests/journeys/desk-client.ts'
import { confirmAsOwner, fileBirth } from '../../../tests/journeys/desk-world.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { findDossierAt, type Dossier } from '../../modules/dossiers/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'

type Change = Parameters<typeof fileBirth>[1]
type Filed = { dossier: Dossier; owner: Ctx }

/** The ward Láng Thượng on Friday, 12/08/2016, 10:00, with its three officers at their desks. */
export type Ward = {
  world: World
  clerk: Desk
  officer: Desk
  chairman: Desk
  /** Another family each time, so that nothing looks alike by accident. */
  file(change?: Change): Promise<Filed>
  received(change?: Change): Promise<Filed>
  toSign(change?: Change): Promise<Dossier>
  stateOf(dossier: Dossier): Promise<string>
  close(): Promise<void>
}

export async function openWard(): Promise<Ward> {
  const world = await openWorld({ now: instantAt(plainDate('2016-08-12'), 10 * 60) })
  const clerk = await openDesk(world, 'hang')
  const officer = await openDesk(world, 'yen')
  const chairman = await openDesk(world, 'vinh')
  let families = 0
  const file: Ward['file'] = (change) => {
    families += 1
    return fileBirth(world, {
      'contact.phone': `09123470${String(families).padStart(2, '0')}`,
      'notice.number': `7${families}`,
      'mother.idNumber': String(12_345_600 + families).padStart(9, '0'),
      'mother.name': { full: `Trần Thị ${'ABCDEGHIKLMNOPQRSTUVXY'[families]}` },
      ...change,
    })
  }
  const received: Ward['received'] = async (change) => {
    const filed = await file(change)
    const reply = await clerk.send(url(filed.dossier), 'tiep-nhan')
    assert.equal(reply.to, url(filed.dossier, 'giay-hen'))
    return filed
  }
  return {
    world,
    clerk,
    officer,
    chairman,
    file,
    received,
    toSign: async (change) => {
      const { dossier, owner } = await received(change)
      assert.equal((await officer.send(url(dossier), 'trinh')).status, 303)
      await confirmAsOwner(owner, dossier)
      return dossier
    },
    stateOf: async ({ agencyId, id }) =>
      (await findDossierAt(world.deps.db, { agencyId, dossierId: id }))!.state,
    close: () => world.close(),
  }
}

export function url({ code }: Dossier, tail = ''): string {
  return `/can-bo/ho-so/${code}${tail && `/${tail}`}`
}
