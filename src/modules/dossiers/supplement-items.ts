import { Refusal } from '../../platform/refusal.ts'
import { checkField, findField, type Answers, type FormWorld } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import type { AtDesk } from './desk-act.ts'
import { listDeclarations } from './detail-store.ts'
import type { SupplementItem } from './dossier.ts'
import { formWorldOf } from './world.ts'

/** So that a request stays readable: what is wrong, not the whole form. */
export const SUPPLEMENT_ITEMS_MAX = 40

type Item = Omit<SupplementItem, 'id'>

/** Refuses `supplement-empty`, and `supplement-item-unclear` naming the item by its place. */
export async function ensureClear(desk: AtDesk, items: readonly Item[]): Promise<void> {
  if (items.length === 0) throw new Refusal('supplement-empty')
  if (items.length > SUPPLEMENT_ITEMS_MAX) throw new Refusal('supplement-item-unclear')
  const [current] = await listDeclarations(desk.db, desk.at)
  const proposed = items.flatMap((item) =>
    item.about !== null && item.proposed !== undefined
      ? [[item.about, item.proposed] as const]
      : [],
  )
  const checkedIn = {
    answers: { ...current!.answers, ...Object.fromEntries(proposed) },
    // As the answer will be judged: by the day of filing.
    world: formWorldOf(desk.world, desk.dossier.filedAt),
  }
  const unclear = items.findIndex((item) => !isClear(desk.definition, item, checkedIn))
  if (unclear >= 0) throw new Refusal('supplement-item-unclear', { item: unclear + 1 })
}

type CheckedIn = { answers: Answers; world: FormWorld }

/**
 * No reason, no request; it must say which field or paper of this procedure it means; and what it
 * proposes must be an answer that the citizen can accept.
 */
function isClear(definition: ProcedureDefinition, item: Item, checkedIn: CheckedIn): boolean {
  const length = item.reason.trim().length
  if (length === 0 || length > 1000) return false
  if (item.kind === 'other') return item.about === null && item.proposed === undefined
  if (item.about === null) return false
  if (item.kind === 'paper') {
    const isKnown = definition.components.some(({ key }) => key === item.about)
    return isKnown && item.proposed === undefined
  }
  const field = findField(definition.form, item.about)
  if (field?.key !== item.about || field.type === 'file') return false
  return item.proposed === undefined || checkField(field, item.proposed, checkedIn).length === 0
}
