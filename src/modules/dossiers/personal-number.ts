import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkPersonalNumber } from '../people/index.ts'
import { releaseClaims, takeClaim } from './claim-store.ts'
import type { AtDesk } from './desk-act.ts'
import { findNewestNote, insertNote, listDeclarations } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { stand } from './move.ts'
import { definitionOf, worldOf } from './world.ts'

const NUMBER = 'personal-number' as const

type Entering = { entered: string | undefined; by: string }

/**
 * The number is personal data: it is kept as an erasable row, never in the event. One that was kept
 * before the declaration was corrected must fit what is declared now, or a new one is given.
 * Refuses `number-does-not-fit`, `number-taken`.
 * @basis NĐ 137/2015/NĐ-CP Điều 13, 14
 */
export async function keepNumber(
  ctx: Ctx,
  { db, at, definition }: Pick<AtDesk, 'db' | 'at' | 'definition'>,
  given: Entering,
): Promise<void> {
  const fits = definition.register?.givesNumber
  if (!fits) return
  const entered = given.entered?.replace(/\s/g, '') ?? ''
  const number = entered || (await findNewestNote(db, at, NUMBER))?.body
  if (!number) return
  const [declaration] = await listDeclarations(db, at)
  const sex = declaration?.answers[fits.sex]
  const birth = declaration?.answers[fits.birth]
  const problem = checkPersonalNumber(number, {
    ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    ...(typeof birth === 'string' ? { birthYear: Number(birth.slice(0, 4)) } : {}),
  })
  if (problem) throw new Refusal('number-does-not-fit')
  const keyHash = sha256Hex(`personal-number:${number}`)
  const claim = { kind: NUMBER, keyHash, takenAt: ctx.clock.now() } as const
  if (!(await takeClaim(db, at, claim))) throw new Refusal('number-taken')
  await releaseClaims(db, at, { of: [NUMBER], but: [keyHash] })
  if (entered === '') return
  await insertNote(db, at, {
    ...{ kind: NUMBER, body: number, writtenBy: given.by },
    writtenAt: ctx.clock.now(),
  })
}

/**
 * The Ministry's system gave the number: from now on everything prints it. Whoever has a preview or
 * a proposal open sees that it changed. Refuses as `keepNumber`.
 * @basis NĐ 137/2015/NĐ-CP Điều 13, 14; practice.md 14
 */
export async function takeNumber(
  ctx: Ctx,
  db: Queryable,
  given: { dossier: Dossier; number: string; source: string },
): Promise<Dossier> {
  const { dossier, number, source } = given
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const definition = definitionOf(await worldOf(db), dossier)
  await keepNumber(ctx, { db, at, definition }, { entered: number, by: source })
  return stand(ctx, db, { dossier, kind: 'numberArrived', requestKey: `number:${source}` })
}
