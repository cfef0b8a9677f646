import { listAgenciesWithEvents, verifyChain } from '../modules/dossiers/index.ts'
import { verifyHashes } from '../modules/procedures/index.ts'
import { withoutArguments, type Io } from './command.ts'
import { withCommandDb } from './command-db.ts'

export const verifyCommand = withoutArguments(
  {
    name: 'verify',
    summary: 'checks published revisions and every agency’s chain of events',
    usage: `motcua verify
    Recomputes the hash of every published revision and every link of every agency's events.
    Exit 0 when all hold, 1 when something was changed, naming it.`,
  },
  verify,
)

async function verify(io: Io): Promise<number> {
  return withCommandDb(io, async ({ db }) => {
    const changed = await verifyHashes(db)
    for (const { key, revision } of changed)
      io.err(`${key} ${revision}: nội dung đã bị đổi / changed`)
    let broken = 0
    let agencies = 0
    for (const agencyId of await listAgenciesWithEvents(db)) {
      agencies += 1
      const fault = await verifyChain(db, agencyId)
      if (!fault) continue
      broken += 1
      io.err(`${agencyId}: chuỗi sự kiện đứt ở ${fault.seq} / chain broken (${fault.fault})`)
    }
    const isSound = changed.length === 0 && broken === 0
    if (isSound) io.out(`Toàn vẹn / sound: ${agencies} chuỗi sự kiện / chains of events`)
    return isSound ? 0 : 1
  })
}
