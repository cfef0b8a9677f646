import assert from 'node:assert/strict'
import {
  open,
  propose,
  receive,
  requestSupplement,
  decline,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../../src/modules/dossiers/index.ts'
import { findStaffByLogin, findStaffInSession } from '../../src/modules/accounts/index.ts'
import { startDraft } from '../../src/modules/intake/index.ts'
import { loadProcedures } from '../../src/modules/procedures/index.ts'
import { findEntry, handOver, originalsToCompare, sign } from '../../src/modules/registry/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { addSessionDraft, beginSession, setSessionPhone } from '../../src/platform/sessions.ts'
import { confirmAsOwner, fileBirth } from './desk-world.ts'
import type { World } from './world.ts'

export type Visitor = 'anyone' | 'citizen' | 'hang' | 'yen' | 'vinh'

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

export type Visitors = Readonly<Record<Visitor, { name: string; value: string } | null>>

const PHONE = '0912345318'
const AGENCY = 'ubnd-00187-2008'

export async function everyPage(world: World): Promise<{ visits: Visit[]; visitors: Visitors }> {
  const officers = await officersOf(world)
  const made = await dossiersInEveryState(world, officers)
  const draftId = await draftOf(world)
  const ids = [draftId, ...Object.values(made).map(({ id }) => id)]
  const visitors = await visitorsOf(world, officers, ids)
  const entry = await findEntry(world.ctx, { agencyId: AGENCY, dossierId: made.handedOver.id })
  assert(entry)
  const { rows } = await world.deps.db.query<{ token: string }>(
    'select token from certificate limit 1',
  )
  const { rows: files } = await world.deps.db.query<{ id: string }>(
    'select id from dossier_file where dossier_id = $1 limit 1',
    [made.processing.id],
  )
  const token = rows[0]!.token
  const fileId = files[0]!.id
  const visits = [
    ...publicPages(made, token),
    ...citizenPages(made, draftId, fileId),
    ...deskPages(made, fileId),
  ]
  return { visits, visitors }
}

type Made = Readonly<
  Record<
    | 'filed'
    | 'completing'
    | 'processing'
    | 'previewing'
    | 'signing'
    | 'signed'
    | 'handedOver'
    | 'declined',
    Dossier
  >
>

type Officers = Readonly<Record<'hang' | 'yen' | 'vinh', Ctx & { staffId: string }>>

async function officersOf(world: World): Promise<Officers> {
  const one = async (login: string) => {
    const staff = await findStaffByLogin(world.deps.db, login)
    const day = legalDay(world.clock.now())
    const found =
      staff &&
      (await findStaffInSession(world.deps.db, { staffId: staff.id, agencyId: AGENCY, day }))
    assert(found)
    const { staffId, agencyId, roles } = found
    return { ...world.ctx, actor: { kind: 'staff' as const, staffId, agencyId, roles }, staffId }
  }
  return { hang: await one('hang'), yen: await one('yen'), vinh: await one('vinh') }
}

let keys = 0
const act = (dossier: Dossier): DeskAct => ({
  ...{ code: dossier.code, version: dossier.version, requestKey: `p-${++keys}` },
})

async function dossiersInEveryState(world: World, { hang, yen, vinh }: Officers): Promise<Made> {
  // Minutes apart: a phone is sent only a few codes an hour.
  let phones = 912_700_000
  const birth = async (name: string, phone = `0${++phones}`) =>
    fileBirth(world, { 'contact.phone': phone, 'child.name': { full: name } })
  const filed = await birth('Nguyễn Minh An', PHONE)
  const completing = await requestSupplement(hang, {
    ...act((await birth('Nguyễn Gia Bảo')).dossier),
    items: [
      {
        kind: 'field',
        about: 'mother.birthYear',
        reason: 'Giấy chứng sinh ghi 1991.',
        proposed: 1991,
      },
      { kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh bị lóa.' },
      { kind: 'other', about: null, reason: 'Cho biết giờ tiện nghe điện thoại.' },
    ],
  })
  const processing = await receive(hang, act((await birth('Nguyễn Hà My')).dossier))
  const toPreview = async (name: string) => {
    const { dossier, owner } = await birth(name)
    const received = await receive(hang, act(dossier))
    return { dossier: await propose(yen, { ...act(received), remark: 'Đã so.' }), owner }
  }
  const previewing = (await toPreview('Nguyễn Thị Ỷ')).dossier
  const toSign = async (name: string) => {
    const { dossier, owner } = await toPreview(name)
    return confirmAsOwner(owner, dossier)
  }
  const signing = await toSign('Nguyễn Hoà')
  const toSigned = async (name: string) => {
    const waiting = await toSign(name)
    await open(vinh, waiting)
    await sign(vinh, act(waiting))
    await world.runJobs()
    return (await viewForStaff(hang, waiting.code)).dossier
  }
  const signed = await toSigned('Nguyễn Hòa')
  const last = await toSigned('Nguyễn Quang Ưởng')
  const view = await viewForStaff(hang, last.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const handedOver = await handOver(hang, {
    ...{ ...act(last), paperBook: '01', paperPage: 12, collector: 'Người yêu cầu.' },
    compared: originals.map(({ key }) => key),
  })
  const declined = await decline(hang, {
    ...{ ...act((await birth('Nguyễn Bảo Châu')).dossier), reason: 'Không thuộc thẩm quyền.' },
  })
  return {
    ...{ filed: filed.dossier, completing, processing, previewing, signing, signed },
    ...{ handedOver, declined },
  }
}

async function draftOf(world: World): Promise<string> {
  const procedures = await loadProcedures(world.deps.db)
  const definition = procedures.revisionOn('birth.register', legalDay(world.clock.now()))
  assert(definition)
  const draft = await startDraft(world.ctx, {
    definition,
    answers: { 'child.origin': 'parents', 'requester.relation': 'grandparent' },
  })
  return draft.id
}

async function visitorsOf(world: World, officers: Officers, ids: string[]): Promise<Visitors> {
  const now = world.clock.now()
  const { db } = world.deps
  const citizen = await beginSession(db, now, { kind: 'citizen' })
  for (const draftId of ids) await addSessionDraft(db, now, { sessionId: citizen.id, draftId })
  await setSessionPhone(db, now, { sessionId: citizen.id, phone: PHONE })
  const staff = async (staffId: string) => {
    const session = await beginSession(db, now, { kind: 'staff', staffId, agencyId: AGENCY })
    return { name: 'mc-cb', value: session.secret }
  }
  return {
    anyone: null,
    citizen: { name: 'mc', value: citizen.secret },
    hang: await staff(officers.hang.staffId),
    yen: await staff(officers.yen.staffId),
    vinh: await staff(officers.vinh.staffId),
  }
}

type Shape = Partial<Pick<Visit, 'status' | 'isPaper' | 'isBytes'>>

/** The page and, where it has one, its English twin. */
function both(who: Visitor, route: string, path: string, shape: Shape = {}): Visit[] {
  const visit = { route, path, who, ...shape }
  return [visit, { ...visit, path: path === '/' ? '/en/' : `/en${path}` }]
}

function one(who: Visitor, route: string, path: string = route, shape: Shape = {}): Visit {
  return { route, path, who, ...shape }
}

const PROCEDURE = 'dang-ky-khai-sinh'

function publicPages(made: Made, token: string): Visit[] {
  const files: Shape = { isBytes: true }
  return [
    ...['/', '/thu-tuc', '/noi-tiep-nhan', '/tro-giup', '/muc-do', '/du-lieu-ca-nhan'].flatMap(
      (path) => both('anyone', path, path),
    ),
    ...both('anyone', '/ho-tro-nguoi-khuyet-tat', '/ho-tro-nguoi-khuyet-tat'),
    ...both('anyone', '/thu-tuc', '/thu-tuc?q=lam+giay+khai+sinh'),
    ...both('anyone', '/thu-tuc/:slug', `/thu-tuc/${PROCEDURE}`),
    ...both('anyone', '/noi-tiep-nhan', '/noi-tiep-nhan?q=lang+thuong'),
    ...both('anyone', '/noi-tiep-nhan', '/noi-tiep-nhan?q=soc+son'),
    one('anyone', '/thu-tuc/:slug/to-khai.pdf', `/thu-tuc/${PROCEDURE}/to-khai.pdf`, files),
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

function citizenPages(made: Made, draftId: string, fileId: string): Visit[] {
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
    ...dossier(made.filed, '/rut'),
    ...dossier(made.completing, '/bo-sung'),
    ...dossier(made.previewing, '/ban-xem-truoc'),
    paper(made.filed, '/to-khai.pdf'),
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

function deskPages(made: Made, fileId: string): Visit[] {
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
    at('yen', made.processing, '/tu-choi-giai-quyet'),
    at('vinh', made.signing, '/tra-lai'),
    at('yen', made.signed, '/gach-so'),
    at('hang', made.processing, '/giay-hen', paper),
    at('hang', made.completing, '/phieu-bo-sung', paper),
    at('hang', made.declined, '/phieu-tu-choi', paper),
    at('hang', made.processing, `/tep/${fileId}`, files),
    at('vinh', made.signing, '/ban-xem-truoc', files),
    at('hang', made.signed, '/ban-dien-tu', files),
    at('hang', made.signed, '/tra-ket-qua'),
    one('hang', '/can-bo/phoi'),
    one('hang', '/can-bo/so-ho-tich'),
    one('hang', '/can-bo/so-ho-tich/:year', '/can-bo/so-ho-tich/2016'),
    one('hang', '/can-bo/tro-giup'),
  ].map((visit) => ({
    ...visit,
    route: visit.route.replace(/\?.*$/, '').replace(fileId, ':fileId'),
  }))
}
