import type { DossierView, World } from '../modules/dossiers/index.ts'
import { renderPaper, type DeclarationData } from '../modules/papers/index.ts'
import {
  declarationFormOf,
  filledDeclaration,
  formWorldOf,
  type DeclarationForm,
} from '../modules/procedures/index.ts'
import { legalDay } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { paperDay } from './citizen/moments.ts'
import { bytes, type WebReply } from './http/route.ts'

type Filed = { view: Pick<DossierView, 'dossier' | 'definition' | 'declarations'>; world: World }

/** A form as it prints from the declaration in force; desks show it framed. Refuses `not-found`. */
export async function filledForm(
  filed: Filed,
  { key, framed = false }: { key: string; framed?: boolean },
): Promise<WebReply> {
  const { dossier, definition, declarations } = filed.view
  const form = declarationFormOf(definition, key)
  if (form === undefined) throw new Refusal('not-found')
  const createdAt = declarations[0]!.madeAt
  const pdf = await renderPaper('declaration@1', formData(filed, form), { createdAt })
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${form.title.vi} ${dossier.code}.pdf`,
    inline: true,
    framed,
  })
}

function formData({ view, world }: Filed, form: DeclarationForm): DeclarationData {
  const { dossier, definition, declarations } = view
  const { answers, madeAt } = declarations[0]!
  const agency = world.city.agency(dossier.agencyId)
  return filledDeclaration({
    definition,
    form,
    answers,
    world: formWorldOf(world.city, legalDay(madeAt)),
    agency: agency?.fullName ?? '',
    place: (agency?.name ?? '').replace(/^UBND /, ''),
    date: paperDay(legalDay(madeAt)),
  })
}
