import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldVietnamese } from '../agencies/index.ts'
import type { Answer, Answers } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { ensureStaff, getForStaff } from './access.ts'
import {
  insertDismissal,
  insertDuplicateKeys,
  isAlike,
  listAlike,
  type Alike,
} from './duplicate-store.ts'
import type { Location } from './store.ts'

type DuplicateKey = { kind: string; keyHash: string }

/**
 * What would make another declaration look like this one: one hash for each set of fields the
 * definition names, of the folded values. Sets with an empty field give none.
 * @basis NĐ 123/2015/NĐ-CP Điều 3 (services7.md 6, rule 9)
 */
export function duplicateKeysOf(
  definition: ProcedureDefinition,
  answers: Answers,
): readonly DuplicateKey[] {
  return (definition.duplicateKeys ?? []).flatMap((fields) => {
    const values = fields.map((field) => foldedValue(answers[field]))
    if (values.some((value) => value === '')) return []
    return [{ kind: fields.join('+'), keyHash: sha256Hex([...fields, ...values].join('\n')) }]
  })
}

function foldedValue(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (typeof answer === 'object' && 'full' in answer) return foldVietnamese(answer.full)
  if (typeof answer === 'object') return foldVietnamese(JSON.stringify(answer))
  return foldVietnamese(String(answer))
}

export async function rememberDuplicateKeys(
  db: Queryable,
  input: { at: Location; definition: ProcedureDefinition; answers: Answers; filedAt: Date },
): Promise<void> {
  const keys = duplicateKeysOf(input.definition, input.answers)
  await insertDuplicateKeys(db, input.at, { keys, filedAt: input.filedAt })
}

/** Dossiers of the whole city that look like this one and were not dismissed; at most 10. */
export function findDuplicates(db: Queryable, at: Location): Promise<readonly Alike[]> {
  return listAlike(db, at)
}

export type DismissDuplicate = { code: string; otherId: string }

/**
 * An officer compared the two and says: not a duplicate. Safe to repeat. Refuses `not-found`, also
 * for a dossier that does not look like this one.
 */
export async function dismissDuplicate(ctx: Ctx, input: DismissDuplicate): Promise<void> {
  const { staffId } = ensureStaff(ctx)
  const dossier = await getForStaff(ctx, input.code)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const { otherId } = input
  if (!(await isAlike(ctx.db, at, otherId))) throw new Refusal('not-found')
  await insertDismissal(ctx.db, at, { otherId, by: staffId, at: ctx.clock.now() })
}
