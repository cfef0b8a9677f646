import type { Dossier } from '../../src/modules/dossiers/index.ts'

/** `hangEnglish`: the same officer, who reads the desk in English. */
export type Visitor = 'anyone' | 'citizen' | 'hang' | 'hangEnglish' | 'yen' | 'vinh'

export type Visit = {
  /** As declared: `/ho-so/:dossierId`. */
  route: string
  path: string
  who: Visitor
  status?: number
  /** A print sheet: it scrolls on a narrow screen. */
  isPaper?: true
  /** A file, not a page. */
  isBytes?: true
}

/** One dossier in each state. */
export type Made = Readonly<
  Record<
    | 'filed'
    | 'completing'
    | 'processing'
    | 'previewing'
    | 'signing'
    | 'refusing'
    | 'asking'
    | 'foundling'
    | 'signed'
    | 'handedOver'
    | 'declined',
    Dossier
  >
>

type Shape = Partial<Pick<Visit, 'status' | 'isPaper' | 'isBytes'>>

/** The page and, where it has one, its English twin. */
export function both(who: Visitor, route: string, path: string, shape: Shape = {}): Visit[] {
  const visit = { route, path, who, ...shape }
  return [visit, { ...visit, path: path === '/' ? '/en/' : `/en${path}` }]
}

export function one(who: Visitor, route: string, path: string = route, shape: Shape = {}): Visit {
  return { route, path, who, ...shape }
}

const PROCEDURE = 'dang-ky-khai-sinh'

export function publicPages(made: Made, token: string): Visit[] {
  const files: Shape = { isBytes: true }
  return [
    ...['/', '/thu-tuc', '/noi-tiep-nhan', '/tro-giup', '/muc-do', '/du-lieu-ca-nhan'].flatMap(
      (path) => both('anyone', path, path),
    ),
    ...both('anyone', '/ho-tro-nguoi-khuyet-tat', '/ho-tro-nguoi-khuyet-tat'),
    ...both('anyone', '/thu-tuc', '/thu-tuc?q=lam+giay+khai+sinh'),
    ...both('anyone', '/thu-tuc/:slug', `/thu-tuc/${PROCEDURE}`),
    ...both('anyone', '/thu-tuc/:slug', '/thu-tuc/dang-ky-khai-tu'),
    ...both('anyone', '/to-khai/moi/:slug', '/to-khai/moi/dang-ky-khai-tu'),
    ...both('anyone', '/noi-tiep-nhan', '/noi-tiep-nhan?q=lang+thuong'),
    ...both('anyone', '/noi-tiep-nhan', '/noi-tiep-nhan?q=soc+son'),
    one('anyone', '/thu-tuc/:slug/to-khai.pdf', `/thu-tuc/${PROCEDURE}/to-khai.pdf`, files),
    one('anyone', '/thu-tuc/:slug/mau/:form', `/thu-tuc/${PROCEDURE}/mau/to-khai`, files),
    ...both('anyone', '/tra-cuu', '/tra-cuu'),
    ...both('anyone', '/tra-cuu', `/tra-cuu?ma=${made.processing.lookupNo}`),
    ...both('anyone', '/q/:secret', `/q/${made.processing.secret}`),
    ...both('anyone', '/kiem-tra/:token', `/kiem-tra/${token}`),
    ...both('anyone', '/kiem-tra/:token', '/kiem-tra/AAAAAAAAAAAAAAAAAAAAAA', { status: 404 }),
    ...both('anyone', '/hop-thu-demo', '/hop-thu-demo'),
    ...both('anyone', '/tiep-tuc', '/tiep-tuc'),
    ...both('anyone', '/dang-nhap', '/dang-nhap'),
    ...both('anyone', '/to-khai/moi/:slug', `/to-khai/moi/${PROCEDURE}`),
    one('anyone', '/can-bo', '/can-bo'),
    one('anyone', '/can-bo/dang-nhap'),
    one('anyone', '/can-bo/loi-moi/:token', '/can-bo/loi-moi/AAAAAAAAAAAAAAAAAAAAAA', {
      status: 404,
    }),
    one('anyone', '/', '/khong-co-trang-nay', { status: 404 }),
  ]
}

/** What pages need to know of one file and one slip: the slip is that of `made.processing`. */
export type Ids = { fileId: string; slip: string }

export function citizenPages(made: Made, draftId: string, { fileId, slip }: Ids): Visit[] {
  const draft = (rest: string) =>
    both('citizen', `/to-khai/:draftId${rest}`, `/to-khai/${draftId}${rest}`)
  const page = (key: string) =>
    both('citizen', '/to-khai/:draftId/:page', `/to-khai/${draftId}/${key}`)
  const dossier = (of: Dossier, rest: string, shape: Shape = {}) =>
    both('citizen', `/ho-so/:dossierId${rest}`, `/ho-so/${of.id}${rest}`, shape)
  const files: Shape = { isBytes: true }
  const paper = (of: Dossier, rest: string) =>
    one('citizen', `/ho-so/:dossierId${rest}`, `/ho-so/${of.id}${rest}`, files)
  return [
    ...both('citizen', '/ho-so-cua-toi', '/ho-so-cua-toi'),
    ...both('citizen', '/cua-toi', '/cua-toi'),
    ...both('citizen', '/thu-tuc/:slug/nop', `/thu-tuc/${PROCEDURE}/nop`),
    ...both('citizen', '/to-khai/moi/:slug', `/to-khai/moi/${PROCEDURE}`),
    ...['', '/de-sau', '/kiem-tra', '/luat-moi', '/so-dien-thoai', '/nop', '/bo'].flatMap(draft),
    ...['nguoi-di-dang-ky', 'tre', 'noi-sinh', 'me', 'giay-to'].flatMap(page),
    ...both('citizen', '/to-khai/:draftId/:page/tai-len', `/to-khai/${draftId}/giay-to/tai-len`),
    one('citizen', '/to-khai/:draftId/tep/:fileId', `/to-khai/${draftId}/tep/${fileId}`, files),
    ...Object.values(made).flatMap((of) => dossier(of, '')),
    ...dossier(made.filed, '/da-nop'),
    ...dossier(made.filed, '/giay-nop', { isPaper: true }),
    ...dossier(made.previewing, '/giay-hen', { isPaper: true }),
    ...dossier(made.filed, '/giay-to'),
    ...dossier(made.processing, '/giay-to'),
    one(
      'citizen',
      '/ho-so/:dossierId/giay-to/:slip',
      `/ho-so/${made.processing.id}/giay-to/${slip}`,
      files,
    ),
    ...dossier(made.filed, '/rut'),
    ...dossier(made.completing, '/bo-sung'),
    ...dossier(made.previewing, '/ban-xem-truoc'),
    paper(made.filed, '/to-khai.pdf'),
    one('citizen', '/ho-so/:dossierId/mau/:form', `/ho-so/${made.filed.id}/mau/to-khai`, files),
    paper(made.previewing, '/ban-xem-truoc.pdf'),
    paper(made.handedOver, '/ket-qua.pdf'),
    one(
      'citizen',
      '/ho-so/:dossierId/tep/:fileId',
      `/ho-so/${made.processing.id}/tep/${fileId}`,
      files,
    ),
  ]
}

export function deskPages(made: Made, { fileId, slip }: Ids): Visit[] {
  const base = '/can-bo/ho-so/:dossierId'
  const at = (who: Visitor, of: Dossier, rest: string, shape: Shape = {}) =>
    one(who, `${base}${rest}`, `/can-bo/ho-so/${of.code}${rest}`, shape)
  const files: Shape = { isBytes: true }
  const paper: Shape = { isPaper: true }
  return [
    one('hang', '/can-bo/ho-so'),
    one('hang', '/can-bo/ho-so', '/can-bo/ho-so?q=khong+co+ai'),
    one('vinh', '/can-bo/ho-so', '/can-bo/ho-so?hang=signing'),
    one('hang', '/can-bo/tra-ket-qua'),
    one('vinh', '/can-bo/ho-so/ket-qua-ky'),
    ...Object.values(made).map((of) => at('hang', of, '')),
    at('yen', made.processing, ''),
    at('vinh', made.signing, ''),
    at('yen', made.processing, '/doi-chieu?muc=mother.birthYear'),
    one(
      'hang',
      `${base}/so-sanh/:otherId`,
      `/can-bo/ho-so/${made.filed.code}/so-sanh/${made.processing.id}`,
    ),
    at('hang', made.filed, '/bo-sung'),
    at('hang', made.filed, '/tu-choi'),
    at('vinh', made.signing, '/tra-lai'),
    at('vinh', made.processing, '/hen-lai'),
    at('yen', made.signed, '/gach-so'),
    at('hang', made.processing, '/giay-hen', paper),
    at('hang', made.completing, '/phieu-bo-sung', paper),
    at('hang', made.declined, '/phieu-tu-choi', paper),
    at('hang', made.processing, `/tep/${fileId}`, files),
    one('hang', `${base}/mau/:form`, `/can-bo/ho-so/${made.processing.code}/mau/to-khai`, files),
    at('vinh', made.signing, '/ban-xem-truoc', files),
    at('hang', made.signed, '/ban-dien-tu', files),
    at('hang', made.signed, '/tra-ket-qua'),
    at('yen', made.signed, '/tra-ket-qua'),
    at('yen', made.handedOver, '/lap-lai'),
    ...slipPages(made, slip),
    one('hang', '/can-bo/phoi'),
    one('hang', '/can-bo/ngon-ngu/:lang', '/can-bo/ngon-ngu/vi'),
    one('hang', '/can-bo/tro-giup'),
    one('hangEnglish', '/can-bo/ho-so'),
    one('hangEnglish', '/can-bo/ho-so', '/can-bo/ho-so?q=khong+co+ai'),
    one('hangEnglish', '/can-bo/tro-giup'),
    one('hangEnglish', '/can-bo/phoi'),
    one('hangEnglish', '/can-bo/so-ho-tich'),
    at('hangEnglish', made.filed, ''),
    at('hangEnglish', made.signed, '/tra-ket-qua'),
  ].map((visit) => ({
    ...visit,
    route: visit.route
      .replace(/\?.*$/, '')
      .replace(fileId, ':fileId')
      .replace(`/${slip}`, '/:slip'),
  }))
}

/** Looking people up, and a person beside the subject of a dossier. */
export function peoplePages(made: Made, personId: string): Visit[] {
  const beside = `/can-bo/ho-so/${made.signing.code}/nguoi/${personId}`
  return (['yen', 'hangEnglish'] as const).flatMap((who) => [
    one(who, '/can-bo/tra-cuu-nguoi'),
    one(who, '/can-bo/nguoi/:personId', `/can-bo/nguoi/${personId}`),
    one(who, '/can-bo/ho-so/:dossierId/nguoi/:personId', beside),
  ])
}

/** What an officer opens to file for somebody at the counter. */
export function counterPages(counterDraftId: string): Visit[] {
  return [
    one('hang', '/can-bo/tai-quay'),
    one('hangEnglish', '/can-bo/tai-quay'),
    one('hang', '/can-bo/tai-quay/phieu-du-phong/:firstNo', '/can-bo/tai-quay/phieu-du-phong/1', {
      isPaper: true,
    }),
    ...['', '/kiem-tra', '/luat-moi', '/nop', '/bo'].map((rest) =>
      one('hang', `/can-bo/to-khai/:draftId${rest}`, `/can-bo/to-khai/${counterDraftId}${rest}`),
    ),
    ...['tre', 'giay-to'].map((key) =>
      one('hang', '/can-bo/to-khai/:draftId/:page', `/can-bo/to-khai/${counterDraftId}/${key}`),
    ),
    one(
      'hang',
      '/can-bo/to-khai/:draftId/:page/tai-len',
      `/can-bo/to-khai/${counterDraftId}/giay-to/tai-len`,
    ),
    one(
      'hang',
      '/can-bo/to-khai/:draftId/tep/:fileId',
      `/can-bo/to-khai/${counterDraftId}/tep/khong-co`,
      { status: 404 },
    ),
  ]
}

/** The papers issued for a dossier, and the register of them all. */
function slipPages(made: Made, slip: string): Visit[] {
  const files: Shape = { isBytes: true }
  const at = (who: Visitor, of: Dossier, rest: string, shape: Shape = {}) =>
    one(who, `/can-bo/ho-so/:dossierId${rest}`, `/can-bo/ho-so/${of.code}${rest}`, shape)
  return [
    at('hang', made.filed, '/giay-to'),
    at('hang', made.processing, '/giay-to'),
    at('hang', made.processing, `/giay-to/${slip}`, files),
    at('hang', made.processing, '/phieu-kiem-soat', files),
    one('hang', '/can-bo/so-theo-doi'),
    one('vinh', '/can-bo/so-theo-doi', '/can-bo/so-theo-doi?tu=2016-01-01&den=2016-01-31'),
    one('hang', '/can-bo/so-theo-doi', '/can-bo/so-theo-doi?tu=2016-08-01&den=2017-08-01', {
      status: 422,
    }),
    one(
      'hang',
      '/can-bo/so-theo-doi/so.pdf',
      '/can-bo/so-theo-doi/so.pdf?tu=2016-08-01&den=2016-08-31',
      files,
    ),
    one('hangEnglish', '/can-bo/so-theo-doi'),
    at('hangEnglish', made.processing, '/giay-to'),
  ]
}
