import type { Alike } from '../../modules/dossiers/index.ts'
import { findField } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { moment } from './moments.ts'
import type { DossierFacts } from './dossier-facts.ts'

/** Fields that are equal in both, by the sets that the definition names; each once. */
export function equalFields(alike: Alike): readonly string[] {
  return [...new Set(alike.kinds.flatMap((kind) => kind.split('+')))]
}

/** Where the other dossier is, since when, and what is equal; nothing else of another agency's. */
export function alikeInWords(
  { view, world, now }: Pick<DossierFacts, 'view' | 'world' | 'now'>,
  alike: Alike,
): string {
  const agency = world.city.agency(alike.agencyId)?.name ?? 'cơ quan khác'
  const equal = equalFields(alike).map((key) => lower(fieldLabel(view.definition, key)))
  return `tại ${agency}, nộp ${moment(alike.filedAt, now)}. Giống: ${equal.join('; ')}.`
}

export function fieldLabel({ form }: Pick<ProcedureDefinition, 'form'>, key: string): string {
  const field = findField(form, key)
  return field ? (field.printLabel ?? field.label).vi : key
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
