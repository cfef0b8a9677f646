import { catalogue } from '../catalogue/index.ts'
import { publish } from '../modules/procedures/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'

/**
 * Publishes every revision of the catalogue that is not published yet; safe to repeat. Returns what
 * to print. Refuses as `publish`: a revision that was edited after it was published is
 * `procedure-revision-taken`.
 */
export async function seedCatalogue(db: Db, clock: Clock): Promise<string> {
  const published = await db.tx(async (tx) => {
    const results = []
    for (const definition of catalogue) results.push(await publish(tx, definition, clock.now()))
    return results
  })
  const fresh = published.filter(({ isNew }) => isNew).length
  const procedures = new Set(published.map(({ key }) => key)).size
  return `catalogue: ${procedures} procedures, ${published.length} revisions, ${fresh} new`
}
