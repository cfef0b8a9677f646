import assert from 'node:assert/strict'
import {
  open,
  propose,
  receive,
  requestSupplement,
  reserveSlips,
  startAtCounter,
  decline,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../../src/modules/dossiers/index.ts'
import { findStaffByLogin, findStaffInSession } from '../../src/modules/accounts/index.ts'
import { startDraft } from '../../src/modules/intake/index.ts'
import { findPerson } from '../../src/modules/persons/index.ts'
import { loadProcedures } from '../../src/modules/procedures/index.ts'
import { findEntry, handOver, originalsToCompare, sign } from '../../src/modules/registry/index.ts'
import { slipPath, slipsOf } from '../../src/modules/slips/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { DESK_LANG_COOKIE } from '../../src/web/http/serve.ts'
import { addSessionDraft, beginSession, setSessionPhone } from '../../src/platform/sessions.ts'
import { birthDrafts, birthPages } from './birth-pages.ts'
import { confirmAsOwner, fileBirth } from './desk-world.ts'
import { turnsMade } from './turn-world.ts'
import { bookPages } from './book-pages.ts'
import { fillBooks } from './books-world.ts'
import { legPages, legsMade } from './leg-pages.ts'
import {
  citizenPages,
  counterPages,
  deskPages,
  peoplePages,
  publicPages,
  type Made,
  type Visit,
  type Visitor,
} from './pages.ts'
import { turnPages } from './turn-pages.ts'
import type { World } from './world.ts'

type Cookie = { name: string; value: string }
export type Visitors = Readonly<Record<Visitor, readonly Cookie[]>>

const PHONE = '0912345318'
const AGENCY = 'ubnd-00187-2008'

export async function everyPage(world: World): Promise<{ visits: Visit[]; visitors: Visitors }> {
  const officers = await officersOf(world)
  const made = await dossiersInEveryState(world, officers)
  // Somebody without a phone waits to be told.
  await world.deps.db.query('update dossier set call_wanted_at = $2 where id = $1', [
    made.declined.id,
    world.clock.now(),
  ])
  const paperEntryId = await fillBooks(world, officers, made.handedOver)
  const draftId = await draftOf(world)
  const births = await birthDrafts(world)
  const legs = await legsMade(world)
  const own = [...births, ...Object.values(made), legs.asked]
  const ids = [draftId, ...own.map(({ id }) => id)]
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
  const [receipt] = await slipsOf(officers.hang, made.processing.code)
  assert(receipt)
  const known = { fileId: files[0]!.id, slip: slipPath(receipt) }
  const visits = [
    ...publicPages(made, token),
    ...citizenPages(made, draftId, known),
    ...birthPages(births),
    ...deskPages(made, known),
    ...turnPages(made),
    ...legPages(legs),
    ...bookPages(paperEntryId),
    ...peoplePages(made, await personOf(world, made)),
    ...counterPages(await atCounter(officers)),
  ]
  return { visits, visitors }
}

/** Whom the signed birth recorded: the dossier to sign is about a namesake. */
async function personOf(world: World, { signed }: Made): Promise<string> {
  const person = await findPerson(world.deps.db, { dossierId: signed.id })
  assert(person)
  return person.id
}

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
  code: dossier.code,
  version: dossier.version,
  requestKey: `p-${++keys}`,
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
    ...act(last),
    paperBook: '01',
    paperPage: 12,
    collector: 'Người yêu cầu.',
    compared: originals.map(({ key }) => key),
  })
  const declined = await decline(hang, {
    ...act((await birth('Nguyễn Bảo Châu')).dossier),
    reason: 'Không thuộc thẩm quyền.',
  })
  return {
    filed: filed.dossier,
    completing,
    processing,
    previewing,
    signing,
    ...(await turnsMade(world, { hang, yen })),
    signed,
    handedOver,
    declined,
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

/** A declaration begun at the counter, and slips in reserve. */
async function atCounter({ hang }: Officers): Promise<string> {
  await reserveSlips(hang, { count: 4 })
  return (await startAtCounter(hang, { procedureKey: 'birth.register' })).id
}

async function visitorsOf(world: World, officers: Officers, ids: string[]): Promise<Visitors> {
  const now = world.clock.now()
  const { db } = world.deps
  const citizen = await beginSession(db, now, { kind: 'citizen' })
  for (const draftId of ids) await addSessionDraft(db, now, { sessionId: citizen.id, draftId })
  await setSessionPhone(db, now, { sessionId: citizen.id, phone: PHONE })
  const staff = async (staffId: string) => {
    const session = await beginSession(db, now, { kind: 'staff', staffId, agencyId: AGENCY })
    return [{ name: 'mc-cb', value: session.secret }]
  }
  const inEnglish = { name: DESK_LANG_COOKIE, value: 'en' }
  return {
    anyone: [],
    citizen: [{ name: 'mc', value: citizen.secret }],
    hangEnglish: [...(await staff(officers.hang.staffId)), inEnglish],
    hang: await staff(officers.hang.staffId),
    yen: await staff(officers.yen.staffId),
    vinh: await staff(officers.vinh.staffId),
  }
}
