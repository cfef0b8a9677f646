import type { Alike } from '../../modules/dossiers/index.ts'
import { findField } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { sayIn } from '../ui/lang.tsx'
import { say, type Lang } from '../words/index.ts'
import { moment } from './moments.ts'
import type { DossierFacts } from './dossier-facts.ts'

/** Fields that are equal in both, by the sets that the definition names; each once. */
export function equalFields(alike: Alike): readonly string[] {
  return [...new Set(alike.kinds.flatMap((kind) => kind.split('+')))]
}

/** Where the other dossier is, since when, and what is equal; nothing else of another agency's. */
export function alikeInWords(
  { view, world, now, lang }: Pick<DossierFacts, 'view' | 'world' | 'now' | 'lang'>,
  alike: Alike,
): string {
  const t = sayIn(lang)
  const agency = world.city.agency(alike.agencyId)?.name ?? t('cơ quan khác', 'another agency')
  const labels = equalFields(alike).map((key) => lower(fieldLabel(view.definition, key, lang)))
  const [at, equal] = [moment(alike.filedAt, now), labels.join('; ')]
  return t(
    `tại ${agency}, nộp ${at}. Giống: ${equal}.`,
    `at ${agency}, filed ${at}. Equal: ${equal}.`,
  )
}

export function fieldLabel(
  { form }: Pick<ProcedureDefinition, 'form'>,
  key: string,
  lang: Lang = 'vi',
): string {
  const field = findField(form, key)
  return field ? say(field.printLabel ?? field.label, lang) : key
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
