import { type PageDefinition, type Problem } from '../../modules/forms/index.ts'
import {
  answersWithFiles,
  attachFile,
  listOwnDraftFiles,
  removeFile,
} from '../../modules/intake/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, redirect, type UploadPart, type WebReply } from '../http/route.ts'
import { refusals } from '../words/refusals.ts'
import { errorResponse } from '../to-response.ts'
import { afterSave } from './answer.tsx'
import { draftPath, openDraft, type OpenDraft } from './draft-page.ts'
import { readPage, savePage } from './page-input.ts'
import { fieldOf, paramOf, refusalOf, type Req } from './request.ts'

/** The largest file any form takes, and how many files one press may send. */
export const uploadLimits = { sizeBytesMax: 10 * 1024 * 1024, filesMax: 30 }

/** A page with files: each file is taken or refused by itself, and the answers are saved. */
export async function postUpload(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const at = open.definition.form.pages.find(({ key }) => key === paramOf(req, 'page'))
  if (at === undefined) throw new Refusal('not-found')
  const fileProblems: Problem[] = []
  for await (const part of req.files()) {
    const wrong = await takePart(req, open, at, part)
    if (wrong) fileProblems.push(wrong)
  }
  const removed = await removeAsked(req, open)
  const files = await listOwnDraftFiles(req.ctx, open.draft.id)
  const now = { ...open, files, answers: answersWithFiles(open.draft.answers, files) }
  const read = readPage(now, at, req.body)
  const saved = await savePage(req, now, at, read)
  const again = read.again || removed || fieldOf(req.body, '_upload') !== ''
  return afterSave(req, { ...saved, page: at, again, fileProblems })
}

/** Stores one file; what is wrong with it is a problem at its field. */
async function takePart(
  req: Req,
  open: OpenDraft,
  page: PageDefinition,
  part: UploadPart,
): Promise<Problem | undefined> {
  const isAsked = page.fields.some(({ key, type }) => key === part.field && type === 'file')
  // A file input that was left empty is sent without a name.
  if (part.filename === '') {
    part.stream.resume()
    return undefined
  }
  if (!isAsked) throw new Refusal('field-unknown', { field: part.field })
  const refusal = await refusalOf(async () => {
    const data = await part.buffer()
    await attachFile(req.ctx, req.deps.files, {
      draftId: open.draft.id,
      field: part.field,
      bytes: data,
      name: part.filename,
    })
  })
  if (refusal === undefined) return undefined
  if (!isAboutFile(refusal)) throw refusal
  return fileProblem(part.field, part.filename, refusal)
}

/** Refusals of the draft itself end the request; those of one file stay at its field. */
export function isAboutFile({ code }: Refusal): boolean {
  return code.startsWith('file') || code === 'upload-too-large'
}

export function fileProblem(field: string, filename: string, refusal: Refusal): Problem {
  const name = filename.normalize('NFC').slice(0, 60)
  const known = refusals[refusal.code] ? refusal : new Refusal('file-damaged')
  const message = (lang: 'vi' | 'en') => `“${name}”: ${errorResponse(known, lang).detail}`
  return { field, code: refusal.code, message: { vi: message('vi'), en: message('en') } }
}

/** `_removeFile=field:id`, the button beside a file. */
async function removeAsked(req: Req, open: OpenDraft): Promise<boolean> {
  const [, fileId] = fieldOf(req.body, '_removeFile').split(':')
  if (fileId === undefined) return false
  // Pressed twice, it is gone already.
  await refusalOf(() => removeFile(req.ctx, { draftId: open.draft.id, fileId }), ['not-found'])
  return true
}

/** An uploaded photo or PDF, for whoever uploaded it. */
export async function showUpload(req: Req): Promise<WebReply> {
  const files = await listOwnDraftFiles(req.ctx, paramOf(req, 'draftId'))
  const file = files.find(({ id }) => id === paramOf(req, 'fileId'))
  if (file === undefined) throw new Refusal('not-found')
  return bytes(req.deps.files.stream(file.sha256), {
    type: file.mime,
    filename: file.name,
    inline: true,
    sandboxed: true,
  })
}

/** A page with files reached by its upload address: the form is at the page itself. */
export async function leadToPage(req: Req): Promise<WebReply> {
  const draftId = paramOf(req, 'draftId')
  return redirect(req.href(draftPath(draftId, paramOf(req, 'page'))))
}
