import {
  complete,
  declarationRows,
  journey,
  printAnswer,
  findField,
  type Answers,
} from '../../modules/forms/index.ts'
import { getFile, isGiven } from '../../modules/dossiers/index.ts'
import {
  renderPaper,
  type DeclarationData,
  type PaperTemplate,
} from '../../modules/papers/index.ts'
import { previewPdf, readCertificate } from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, type WebReply } from '../http/route.ts'
import { ownDossier, type OwnDossier } from './dossier-page.tsx'
import { paperDay } from './moments.ts'
import { paramOf, type Req } from './request.ts'

const declarations = ['birth-declaration@1', 'birth-declaration@2', 'declaration@1'] as const

/** The declaration in force as it prints, with what was declared and when. */
export async function showDeclaration(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const { dossier, definition, declarations: versions } = own.view
  const template: PaperTemplate =
    declarations.find((known) => known === definition.declaration.template) ?? 'declaration@1'
  const newest = versions[0]!
  const data = declarationData(own, newest.answers, newest.madeAt)
  const pdf = await renderPaper(template, data, { createdAt: newest.madeAt })
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${definition.declaration.title.vi} ${dossier.code}.pdf`,
    inline: true,
  })
}

/** What a filled-in declaration prints. */
export function declarationData(
  { view, world, forms }: Pick<OwnDossier, 'view' | 'world' | 'forms'>,
  answers: Answers,
  madeAt: Date,
): DeclarationData {
  const { definition, dossier } = view
  const agency = world.city.agency(dossier.agencyId)
  const { form, roles } = definition
  const known = complete(form, answers)
  const print = (key: string | null) => {
    const field = key === null ? undefined : findField(form, key)
    return field && key !== null ? printAnswer(field, known[key], forms) : ''
  }
  const undertaking = journey(form, answers)
    .flatMap(({ fields }) => fields)
    .find(({ type }) => type === 'undertaking')
  const copies = print(roles.copies)
  return {
    title: definition.declaration.title.vi.toLocaleUpperCase('vi'),
    agency: agency?.fullName ?? '',
    formNumber: definition.declaration.formNumber,
    sections: declarationRows(form, answers, forms).map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, value, words }) => ({
        label,
        value: words === undefined ? value : `${value} (${words})`,
      })),
    })),
    undertaking: undertaking?.type === 'undertaking' ? undertaking.text.vi : '',
    place: (agency?.name ?? '').replace(/^UBND /, ''),
    date: paperDay(legalDay(madeAt)),
    requester: print(roles.requesterName),
    ...(copies === '' ? {} : { copies }),
  }
}

/** The result as it will print, marked as a preview; only while it waits for the citizen. */
export async function showPreviewPdf(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  if (view.dossier.state !== 'previewing')
    throw new Refusal('act-not-now', { action: 'confirmPreview', state: view.dossier.state })
  const pdf = await previewPdf(req.ctx, view)
  return bytes(pdf, { type: 'application/pdf', filename: 'ban-xem-truoc.pdf', inline: true })
}

/**
 * The signed electronic copy, once the original was handed over: before the register is signed it
 * is not yet a registered fact. Refuses `certificate-not-ready`.
 */
export async function showResult(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  const { dossier, definition } = view
  if (!isGiven(dossier)) throw new Refusal('certificate-not-ready')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const pdf = await readCertificate(req.ctx, req.deps.files, at)
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${definition.result.name.vi} ${dossier.code}.pdf`,
    inline: true,
  })
}

/** A photo or PDF of one's own dossier. */
export async function showOwnFile(req: Req): Promise<WebReply> {
  const file = await getFile(req.ctx, {
    dossierId: paramOf(req, 'dossierId'),
    fileId: paramOf(req, 'fileId'),
  })
  return bytes(req.deps.files.stream(file.sha256), {
    type: file.mime,
    filename: file.name,
    inline: true,
    sandboxed: true,
  })
}
