import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { raiseEdition, selectCodeRivals, updateOfficialCode } from './store.ts'

const SHAPES = [/^[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Y]\d{2}$/, /^[A-Y]\d{2}(\.[0-9A-Z]+)*$/]
const LENGTH_MAX = 35

/**
 * Replaces an agency's placeholder by its official code. Codes given to dossiers before stay.
 * Refuses `official-code-malformed`, `official-code-taken` (another agency has it, be it as a
 * placeholder, on a common day) and `agency-unknown`.
 * @basis QCVN 102:2016/BTTTT; QĐ 20/2020/QĐ-TTg art. 4
 */
export async function setOfficialCode(
  ctx: Ctx,
  input: { agencyId: string; officialCode: string },
): Promise<void> {
  const { agencyId, officialCode } = input
  if (officialCode.length > LENGTH_MAX || !SHAPES.some((shape) => shape.test(officialCode)))
    throw new Refusal('official-code-malformed', { agencyId })
  await ctx.db.tx(async (db) => {
    await raiseEdition(db)
    const [rival] = await selectCodeRivals(db, input)
    if (rival) throw new Refusal('official-code-taken', { agencyId, officialCode, by: rival })
    if (!(await updateOfficialCode(db, input))) throw new Refusal('agency-unknown', { agencyId })
  })
}
