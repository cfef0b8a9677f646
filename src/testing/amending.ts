import { sampleDeath2016 } from '../catalogue/testing-death.ts'
import { newKey, type Errand } from './errand.ts'
import {
  confirmPreview,
  open,
  propose,
  receive,
  worldOf,
  type Dossier,
} from '../modules/dossiers/index.ts'
import {
  entryPaper,
  findEntry,
  getEntry,
  handOver,
  sign,
  viewOfEntry,
  type CorrectEntry,
  type EntryWithAct,
} from '../modules/registry/index.ts'

/** What tests of corrections and annulments share, over one errand. */
export type Amending = ReturnType<typeof amendingOf>

let phone = 913_700_000

export function amendingOf(errand: Errand) {
  return {
    entryOf: (dossier: Dossier) => entryOf(errand, dossier),
    printed: (entry: EntryWithAct, as: 'original' | 'copy') => printed(errand, entry, as),
    registeredDeath: (page: number, card: string) => registeredDeath(errand, page, card),
  }
}

export const decision = { no: '12/QĐ-UBND', day: '2016-08-12', by: '' }

const AN = { full: 'Nguyễn Minh Ân', surname: 'Nguyễn', middle: 'Minh', given: 'Ân' }

/** A correction of the child's name; `change` replaces parts of it. */
export function correcting(entry: EntryWithAct, change: Partial<CorrectEntry> = {}): CorrectEntry {
  const given = { entry, set: { 'child.name': AN }, decision, reason: 'Ghi nhầm tên đệm.' }
  return { ...given, requestKey: `k-${newKey()}`, ...change }
}

async function entryOf({ core }: Errand, dossier: Dossier): Promise<EntryWithAct> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  return (await findEntry(core.system, at))!
}

/** The paper of an entry now: what its original, or a copy, prints. */
async function printed({ core, by }: Errand, entry: EntryWithAct, as: 'original' | 'copy') {
  const world = await worldOf(core.database.db)
  const view = await viewOfEntry(core.database.db, world, entry)
  const now = await getEntry(by('yen'), entry)
  // The entries of these tests are births.
  return entryPaper(world, view, { entry: now, as }).data as {
    child: { fullName: string; personalNumber: string }
    remark: string
  }
}

/** The death of a woman with this identity card, signed into the book at this page. */
async function registeredDeath(errand: Errand, page: number, card: string): Promise<Dossier> {
  const { core, by, act } = errand
  const answers = sampleDeath2016({
    'contact.phone': `0${++phone}`,
    'deceased.idNumber': card,
    'deceased.name': { full: `Đặng Thị ${card.endsWith('1') ? 'Nga' : 'Ngoãn'}` },
  })
  const { dossier, owner } = await core.filed('death.register', answers)
  const received = await receive(by('hang'), act(dossier))
  await propose(by('yen'), { ...act(received), remark: 'Đã so.' })
  const own = { dossierId: dossier.id, requestKey: `c-${newKey()}` }
  const waiting = await confirmPreview(owner, own)
  await open(by('vinh'), waiting)
  const signed = await sign(by('vinh'), act(waiting))
  return handOver(by('hang'), await errand.collecting(signed, page))
}
