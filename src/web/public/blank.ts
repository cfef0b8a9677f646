import { blankBirthDeclaration, renderPaper } from '../../modules/papers/index.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, type WebReply, type WebRequest } from '../http/route.ts'
import { cityDay } from './day-of-request.ts'

const templates = ['birth-declaration@1', 'birth-declaration@2'] as const

/** The template of a blank that can be printed, or undefined: then the level is 1. */
export function blankTemplate(template: string): (typeof templates)[number] | undefined {
  return templates.find((known) => known === template)
}

const made = new Map<string, Uint8Array>()

/** The blank declaration of the day, to fill on a screen or by hand. Same bytes every time. */
export async function blankDeclaration(req: WebRequest): Promise<WebReply> {
  const { procedures, day } = await cityDay(req)
  const definition = procedures.bySlug(req.params['slug'] ?? '', day)
  const template = definition && blankTemplate(definition.declaration.template)
  if (definition === undefined || template === undefined) throw new Refusal('not-found')
  const kept = made.get(template)
  const createdAt = instantAt(plainDate(definition.validFrom), 0)
  const pdf = kept ?? (await renderPaper(template, blankBirthDeclaration(template), { createdAt }))
  made.set(template, pdf)
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${definition.declaration.title.vi}.pdf`,
    inline: true,
    cacheSeconds: 3600,
  })
}
