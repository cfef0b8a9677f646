import { redirect, route, type Route, type WebReply } from '../http/route.ts'
import { Refusal } from '../../platform/refusal.ts'
import { postPage, showDraft, showPage } from './answer.tsx'
import { postCheck, showCheck } from './check-page.tsx'
import { dossierPath, postDiscard, postFile, showDiscard, showFile } from './file.tsx'
import { showLater } from './later.tsx'
import { postLaw, showLaw } from './law.tsx'
import { postCode, postPhone, showPhone } from './phone.tsx'
import { paramOf, type Req } from './request.ts'
import { postStart, showStart } from './start.tsx'
import { leadToPage, postUpload, showUpload, uploadLimits } from './upload.ts'

type Handler = (req: Req) => Promise<WebReply>

/** Somebody who filed and goes back, or presses twice, finds the dossier. */
function unlessFiled(handle: Handler): Handler {
  return async (req) => {
    try {
      return await handle(req)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'draft-already-filed') throw error
      return redirect(req.href(dossierPath(paramOf(req, 'draftId'), 'da-nop')))
    }
  }
}

const read = { method: 'GET', action: 'draft.read', english: true } as const
const answer = { method: 'POST', action: 'draft.answer', english: true } as const
const phone = { action: 'draft.confirm-phone', english: true } as const
const upload = '/to-khai/:draftId/:page/tai-len'

/** A declaration from its first page to its filing. */
export const draftRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/thu-tuc/:slug/nop',
    action: 'draft.start',
    english: true,
    handle: async (req) => redirect(req.href(`/to-khai/moi/${paramOf(req, 'slug')}`)),
  }),
  route({
    method: 'GET',
    url: '/to-khai/moi/:slug',
    action: 'draft.start',
    english: true,
    handle: showStart,
  }),
  route({
    method: 'POST',
    url: '/to-khai/moi/:slug',
    action: 'draft.start',
    english: true,
    handle: postStart,
  }),
  route({ ...read, url: '/to-khai/:draftId', handle: unlessFiled(showDraft) }),
  route({ ...read, url: '/to-khai/:draftId/de-sau', handle: unlessFiled(showLater) }),
  route({ ...read, url: '/to-khai/:draftId/kiem-tra', handle: unlessFiled(showCheck) }),
  route({ ...answer, url: '/to-khai/:draftId/kiem-tra', handle: unlessFiled(postCheck) }),
  route({ ...read, url: '/to-khai/:draftId/luat-moi', handle: unlessFiled(showLaw) }),
  route({ ...answer, url: '/to-khai/:draftId/luat-moi', handle: unlessFiled(postLaw) }),
  route({
    ...phone,
    method: 'GET',
    url: '/to-khai/:draftId/so-dien-thoai',
    handle: unlessFiled(showPhone),
  }),
  route({
    ...phone,
    method: 'POST',
    url: '/to-khai/:draftId/so-dien-thoai',
    handle: unlessFiled(postPhone),
  }),
  route({
    ...phone,
    method: 'POST',
    url: '/to-khai/:draftId/so-dien-thoai/ma',
    handle: unlessFiled(postCode),
  }),
  route({ ...read, url: '/to-khai/:draftId/nop', handle: unlessFiled(showFile) }),
  route({
    method: 'POST',
    url: '/to-khai/:draftId/nop',
    action: 'draft.submit',
    english: true,
    handle: postFile,
  }),
  route({ ...read, url: '/to-khai/:draftId/bo', handle: unlessFiled(showDiscard) }),
  route({
    method: 'POST',
    url: '/to-khai/:draftId/bo',
    action: 'draft.discard',
    english: true,
    handle: unlessFiled(postDiscard),
  }),
  route({
    method: 'GET',
    url: '/to-khai/:draftId/tep/:fileId',
    action: 'draft.read-upload',
    english: true,
    handle: showUpload,
  }),
  route({ ...read, url: '/to-khai/:draftId/:page', handle: unlessFiled(showPage) }),
  route({ ...answer, url: '/to-khai/:draftId/:page', handle: unlessFiled(postPage) }),
  route({ ...read, url: upload, handle: unlessFiled(leadToPage) }),
  route({
    method: 'POST',
    url: upload,
    action: 'draft.upload',
    english: true,
    multipart: uploadLimits,
    handle: unlessFiled(postUpload),
  }),
]
