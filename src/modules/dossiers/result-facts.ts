import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureDefinition, ResultFactDefinition } from '../procedures/index.ts'
import type { AtDesk } from './desk-act.ts'
import { findNewestNote, insertNote } from './detail-store.ts'
import type { DossierNote } from './dossier.ts'

/** What the officer enters with the proposal, by the keys of the definition's `result.facts`. */
export type EnteredFacts = Readonly<Record<string, string>>

/**
 * Keeps what the result says beside the declaration (the number of a health card) as erasable rows,
 * never in the event. What was entered before stands until it is entered anew. Refuses
 * `result-fact-missing`, `result-fact-does-not-fit`, `result-fact-unknown`.
 */
export async function keepResultFacts(
  ctx: Ctx,
  { db, at, definition, staffId }: AtDesk,
  entered: EnteredFacts,
): Promise<void> {
  const facts = definition.result.facts ?? []
  const unknown = Object.keys(entered).find((given) => !facts.some(({ key }) => key === given))
  if (unknown !== undefined) throw new Refusal('result-fact-unknown', { fact: unknown })
  for (const fact of facts) {
    const value = entered[fact.key]?.trim().normalize('NFC') ?? ''
    ensureFits(fact, value || (await findNewestNote(db, at, noteKind(fact)))?.body)
    if (value === '') continue
    const note = { kind: noteKind(fact), body: value, writtenBy: staffId }
    await insertNote(db, at, { ...note, writtenAt: ctx.clock.now() })
  }
}

function ensureFits(fact: ResultFactDefinition, value: string | undefined): void {
  if (value === undefined) {
    if (fact.optional) return
    throw new Refusal('result-fact-missing', named(fact))
  }
  const fits = value.length <= 500 && new RegExp(`^(?:${fact.pattern})$`, 'u').test(value)
  if (!fits) throw new Refusal('result-fact-does-not-fit', named(fact))
}

function named({ key, name }: ResultFactDefinition) {
  return { fact: key, name: name.vi, nameEn: name.en ?? name.vi }
}

function noteKind({ key }: ResultFactDefinition): string {
  return `result:${key}`
}

/** The newest of each, from a dossier's notes, newest first; what was not entered is left out. */
export function resultFactsOf(
  { result }: Pick<ProcedureDefinition, 'result'>,
  notes: readonly Pick<DossierNote, 'kind' | 'body'>[],
): EnteredFacts {
  const found = (result.facts ?? []).flatMap((fact) => {
    const note = notes.find(({ kind }) => kind === noteKind(fact))
    return note ? [[fact.key, note.body] as const] : []
  })
  return Object.fromEntries(found)
}
