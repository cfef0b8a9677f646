import assert from 'node:assert/strict'
import { sampleDeath2016 } from '../../src/catalogue/testing-death.ts'
import {
  open,
  propose,
  receive,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../../src/modules/dossiers/index.ts'
import {
  closeBook,
  correctEntry,
  enterPaperEntry,
  findEntry,
  handOver,
  originalsToCompare,
  receiveBlanks,
  sign,
  spoilBlank,
} from '../../src/modules/registry/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { confirmAsOwner, fileAs } from './desk-world.ts'
import type { World } from './world.ts'

const AGENCY = 'ubnd-00187-2008'

type Officers = Readonly<Record<'hang' | 'yen' | 'vinh', Ctx>>

let keys = 0
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `b-${++keys}`,
})

/**
 * What the pages of the register books show beside births: a closed book, a registered death, a
 * correction that waits for the head, a line of an old paper book, whose id it returns.
 */
export async function fillBooks(
  world: World,
  officers: Officers,
  registered: Dossier,
): Promise<string> {
  const { yen } = officers
  await closeBook(yen, { agencyId: AGENCY, book: 'birth', year: 2015 })
  await registeredDeath(world, officers)
  const at = { agencyId: registered.agencyId, dossierId: registered.id }
  const entry = await findEntry(world.ctx, at)
  assert(entry)
  await correctEntry(yen, {
    entry,
    set: { 'child.name': { full: 'Nguyễn Quang Ướng' } },
    decision: { no: '12/QĐ-UBND', day: '2016-08-12', by: '' },
    reason: 'Ghi nhầm dấu.',
    requestKey: 'b-correction',
  })
  await receiveBlanks(yen, { firstSerial: 'AB0001', count: 2 })
  await spoilBlank(yen, { serial: 'AB0001', reason: 'Rách khi in.' })
  const { id } = await enterPaperEntry(yen, {
    ...{ agencyId: AGENCY, book: 'birth', year: 1998, paperBook: '02', paperPage: 45, no: '45' },
    content: { name: 'Đỗ Thị Hoà', birthDate: '12/08/1998', registeredOn: '20/08/1998' },
    requestKey: 'b-paper',
  })
  await world.runJobs()
  return id
}

async function registeredDeath(world: World, { hang, yen, vinh }: Officers): Promise<void> {
  const answers = sampleDeath2016({ 'contact.phone': '0912799001' })
  const { dossier, owner } = await fileAs(world, 'death.register', answers)
  const received = await receive(hang, act(dossier))
  const proposed = await propose(yen, { ...act(received), remark: 'Đã so.' })
  const waiting = await confirmAsOwner(owner, proposed)
  await open(vinh, waiting)
  const signed = await sign(vinh, act(waiting))
  const view = await viewForStaff(hang, signed.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  await handOver(hang, {
    ...act(view.dossier),
    paperBook: '01',
    paperPage: 1,
    collector: 'Người yêu cầu.',
    compared: originals.map(({ key }) => key),
  })
}
