import { mark, viewForStaff } from '../../modules/dossiers/index.ts'
import { mayCompare } from './dossier-facts.ts'
import { listIn, type DeskRequest } from './desk-request.ts'

const MARKS_MAX = 200

/**
 * Keeps what was ticked as compared. A tick stays once it is there; a field that was noted as
 * different and is ticked now counts as the same from now on.
 */
export async function saveMarks(req: DeskRequest): Promise<void> {
  const ticked = listIn(req.body, 'mark').slice(0, MARKS_MAX)
  if (ticked.length === 0 || !mayCompare(req.ctx)) return
  const code = req.params['dossierId'] ?? ''
  const { marks } = await viewForStaff(req.ctx, code)
  const same = marks.filter(({ verdict }) => verdict === 'same').map(({ field }) => field)
  for (const field of ticked.filter((key) => !same.includes(key)))
    await mark(req.ctx, { code, field, verdict: 'same', paperSays: null, closedAs: null })
}
