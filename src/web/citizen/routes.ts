import { redirect, route, type Route } from '../http/route.ts'
import { paths } from '../paths.ts'
import { showCertificateCheck } from '../public/check-certificate.tsx'
import { showOutbox } from '../public/outbox.tsx'
import { showBySecret, showTracking } from '../public/tracking.tsx'
import {
  postResume,
  postSignIn,
  postSignInCode,
  postSignOut,
  showMine,
  showResume,
  showSignIn,
} from './account.tsx'
import { postAnother } from './another.ts'
import { postContinue } from './continue.ts'
import { showDossier } from './dossier-page.tsx'
import { draftRoutes } from './draft-routes.ts'
import { showFiled } from './filed.tsx'
import { showFilingSlip } from './filing-slip.tsx'
import {
  showDeclaration,
  showFurtherForm,
  showOwnFile,
  showPreviewPdf,
  showResult,
} from './own-papers.ts'
import { postPreview, showPreview } from './preview-page.tsx'
import { postSupplement, showSupplement } from './supplement-page.tsx'
import { showReceipt } from './receipt-page.tsx'
import { showOwnSlip, showOwnSlips } from './slips-page.tsx'
import { uploadLimits } from './upload.ts'
import { postWithdraw, showWithdraw } from './withdraw.tsx'

const open = { method: 'GET', english: true } as const
const own = { method: 'GET', action: 'dossier.read-own', english: true } as const
const paper = { method: 'GET', action: 'dossier.read-own-paper' } as const
const post = { method: 'POST', english: true } as const
const dossier = '/ho-so/:dossierId'

const trackingRoutes: readonly Route[] = [
  route({ ...open, url: paths.track, action: 'dossier.track', handle: showTracking }),
  route({ ...open, url: '/q/:secret', action: 'dossier.track', handle: showBySecret }),
  route({ ...open, url: '/kiem-tra/:token', action: 'paper.verify', handle: showCertificateCheck }),
  route({ ...open, url: '/hop-thu-demo', action: 'outbox.read', handle: showOutbox }),
]

const accountRoutes: readonly Route[] = [
  route({ ...open, url: paths.resume, action: 'draft.resume', handle: showResume }),
  route({ ...post, url: paths.resume, action: 'draft.resume', handle: postResume }),
  route({ ...open, url: paths.signIn, action: 'phone.confirm', handle: showSignIn }),
  route({ ...post, url: paths.signIn, action: 'phone.confirm', handle: postSignIn }),
  route({ ...post, url: `${paths.signIn}/ma`, action: 'phone.confirm', handle: postSignInCode }),
  route({ ...post, url: '/dang-xuat', action: 'citizen.sign-out', handle: postSignOut }),
  route({ ...open, url: paths.mine, action: 'citizen.dossiers', handle: showMine }),
  route({
    ...open,
    url: '/cua-toi',
    action: 'phone.confirm',
    handle: async (req) => redirect(req.href(paths.mine)),
  }),
]

const dossierRoutes: readonly Route[] = [
  route({ ...own, url: dossier, handle: showDossier }),
  route({ ...own, url: `${dossier}/da-nop`, handle: showFiled }),
  route({ ...own, url: `${dossier}/giay-nop`, handle: showFilingSlip }),
  route({ ...own, url: `${dossier}/giay-hen`, handle: showReceipt }),
  route({ ...own, url: `${dossier}/giay-to`, handle: showOwnSlips }),
  route({ ...paper, url: `${dossier}/giay-to/:slip`, handle: showOwnSlip }),
  route({ ...post, url: `${dossier}/khai-tiep`, action: 'dossier.read-own', handle: postAnother }),
  route({ ...post, url: `${dossier}/lam-tiep`, action: 'dossier.read-own', handle: postContinue }),
  route({ ...own, url: `${dossier}/bo-sung`, handle: showSupplement }),
  route({
    ...post,
    url: `${dossier}/bo-sung`,
    action: 'dossier.answer-supplement',
    multipart: uploadLimits,
    handle: postSupplement,
  }),
  route({ ...own, url: `${dossier}/ban-xem-truoc`, handle: showPreview }),
  route({
    ...post,
    url: `${dossier}/ban-xem-truoc`,
    action: 'dossier.confirm-preview',
    handle: postPreview,
  }),
  route({ ...own, url: `${dossier}/rut`, handle: showWithdraw }),
  route({ ...post, url: `${dossier}/rut`, action: 'dossier.withdraw', handle: postWithdraw }),
  route({ ...paper, url: `${dossier}/to-khai.pdf`, handle: showDeclaration }),
  route({ ...paper, url: `${dossier}/mau/:form`, handle: showFurtherForm }),
  route({ ...paper, url: `${dossier}/ban-xem-truoc.pdf`, handle: showPreviewPdf }),
  route({ ...paper, url: `${dossier}/ket-qua.pdf`, handle: showResult }),
  route({ ...paper, url: `${dossier}/tep/:fileId`, handle: showOwnFile }),
]

/** Everything a citizen does, and what anybody may look up. */
export const citizenRoutes: readonly Route[] = [
  ...trackingRoutes,
  ...accountRoutes,
  ...draftRoutes,
  ...dossierRoutes,
]
