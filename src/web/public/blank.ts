import { renderPaper } from '../../modules/papers/index.ts'
import { blankDeclaration, declarationFormOf, MAIN_FORM } from '../../modules/procedures/index.ts'
import { instantAt, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, type WebReply, type WebRequest } from '../http/route.ts'
import { cityDay } from './day-of-request.ts'

const made = new Map<string, Uint8Array>()

/** A blank form of the day, to fill on a screen or by hand. Same bytes every time. */
export async function blankForm(req: WebRequest): Promise<WebReply> {
  const { procedures, day } = await cityDay(req)
  const definition = procedures.bySlug(req.params['slug'] ?? '', day)
  const key = req.params['form'] ?? MAIN_FORM
  const form = definition && declarationFormOf(definition, key)
  if (definition === undefined || form === undefined) throw new Refusal('not-found')
  const name = `${definition.key} ${definition.revision} ${key}`
  const createdAt = instantAt(plainDate(definition.validFrom), 0)
  const data = blankDeclaration(definition, form)
  const pdf = made.get(name) ?? (await renderPaper('declaration@1', data, { createdAt }))
  made.set(name, pdf)
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${form.title.vi}.pdf`,
    inline: true,
    cacheSeconds: 3600,
  })
}
