import { sampleBirth2016 } from '../catalogue/testing.ts'
import { loadCity, type Unit } from '../modules/agencies/index.ts'
import { findStaffByLogin, findStaffInSession } from '../modules/accounts/index.ts'
import {
  confirmPreview,
  file,
  open,
  propose,
  receive,
  type DeskAct,
  type Dossier,
} from '../modules/dossiers/index.ts'
import type { FileStore } from '../modules/files/index.ts'
import { attachFile, saveAnswers, startDraft } from '../modules/intake/index.ts'
import { loadProcedures } from '../modules/procedures/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { legalDay, type PlainDate } from '../platform/plain-date.ts'
import { photo } from '../testing/photo.ts'

/** Complete drafts of births, every file stored, the phone confirmed; of families in `units`. */
export async function makeDrafts(
  ctx: Ctx,
  files: FileStore,
  { count, day, units = [] }: { count: number; day: PlainDate; units?: readonly Unit[] },
): Promise<string[]> {
  const definition = (await loadProcedures(ctx.db)).revisionOn('birth.register', day)
  if (!definition) throw new Error('birth.register is not in force')
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const answers = sampleBirth2016({
      'notice.number': String(10_000 + index),
      'child.name': { full: `Lê ${nameOf(index)}` },
      ...livingIn(units[index % units.length]),
    })
    const typed = Object.entries(answers).filter(([key]) => !key.startsWith('file.'))
    const draft = await startDraft(ctx, { definition, answers: {} })
    const owner = ownerOf(ctx, draft.id)
    await saveAnswers(owner, { draftId: draft.id, set: Object.fromEntries(typed) })
    for (const field of Object.keys(answers).filter((key) => key.startsWith('file.'))) {
      const bytes = photo(`${field} ${draft.id}`)
      await attachFile(owner, files, { draftId: draft.id, field, name: 'anh.png', bytes })
    }
    ids.push(draft.id)
  }
  await confirmPhones(ctx, ids)
  return ids
}

/** What the one-time code does to a draft, for all at once: sending codes is not measured. */
async function confirmPhones(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db.query(
    `update draft set phone = '0912345318', phone_confirmed_at = $2 where id = any($1)`,
    [ids, ctx.clock.now()],
  )
}

export function ownerOf(ctx: Ctx, draftId: string): Ctx {
  return { ...ctx, actor: { kind: 'citizen', phone: null, draftIds: [draftId] } }
}

/** An officer of the demo at the agency where these births are filed. */
export async function officerOf(ctx: Ctx, login: string, agencyId: string): Promise<Ctx> {
  const staff = await findStaffByLogin(ctx.db, login)
  const day = legalDay(ctx.clock.now())
  const asked = staff && { staffId: staff.id, agencyId, day }
  const found = asked && (await findStaffInSession(ctx.db, asked))
  if (!found) throw new Error(`no officer ${login}`)
  return { ...ctx, actor: { kind: 'staff', staffId: found.staffId, agencyId, roles: found.roles } }
}

export function actOn({ code, version }: Dossier, name: string): DeskAct {
  return { code, version, requestKey: `bench:${name}:${code}` }
}

function livingIn(unit: Unit | undefined): Parameters<typeof sampleBirth2016>[0] {
  if (unit === undefined) return {}
  const { code, validFrom, name } = unit
  const home = {
    scope: 'city',
    unit: code,
    unitFrom: validFrom,
    place: name,
    line: 'Số 12',
  } as const
  return { 'requester.residence': home, 'mother.residence': home }
}

/** Wards that are online that day, each with the demo's officers of `from`. */
export async function staffedWards(
  ctx: Ctx,
  { from, count }: { from: string; count: number },
): Promise<Unit[]> {
  const city = await loadCity(ctx.db)
  const day = legalDay(ctx.clock.now())
  const wards = city
    .agenciesOn(day, 'commune')
    .filter(({ id }) => city.isOnline('birth.register', id, day))
    .slice(0, count)
  await ctx.db.query(
    `insert into staff_mandate (staff_id, agency_id, role, from_day, to_day)
     select staff_id, ward, role, from_day, to_day from staff_mandate, unnest($2::text[]) ward
     where agency_id = $1 on conflict do nothing`,
    [from, wards.map(({ id }) => id)],
  )
  return wards.map(({ unitCode }) => city.unit(unitCode, day)!)
}

export type Unsigned = { birth: Dossier; chairman: Ctx }

/** Births received, proposed, confirmed by the citizen and opened by the signer, ward after ward. */
export async function makeUnsigned(
  ctx: Ctx,
  files: FileStore,
  asked: { count: number; units: readonly Unit[] },
): Promise<Unsigned[]> {
  const day = legalDay(ctx.clock.now())
  const drafts = await makeDrafts(ctx, files, { ...asked, day })
  const unsigned: Unsigned[] = []
  for (const draftId of drafts) {
    const owner = ownerOf(ctx, draftId)
    const filed = await file(owner, files, { draftId, requestKey: draftId, channel: 'online' })
    const hang = await officerOf(ctx, 'hang', filed.agencyId)
    const received = await receive(hang, actOn(filed, 'receive'))
    const yen = await officerOf(ctx, 'yen', filed.agencyId)
    await propose(yen, { ...actOn(received, 'propose'), remark: 'Đã so với dữ liệu.' })
    const given = { dossierId: filed.id, requestKey: `bench:confirm:${draftId}` }
    const birth = await confirmPreview(owner, given)
    const chairman = await officerOf(ctx, 'vinh', filed.agencyId)
    await open(chairman, birth)
    unsigned.push({ birth, chairman })
  }
  return unsigned
}

const SYLLABLES = 'An Bình Chi Dung Giang Hà Khoa Lan Minh Nam Oanh Phong Quân Sơn Tâm Uyên'.split(
  ' ',
)

/** Another name for each number: these children are not one child. */
function nameOf(index: number): string {
  const size = SYLLABLES.length
  return [index, index / size, index / size / size]
    .map((at) => SYLLABLES[Math.floor(at) % size]!)
    .join(' ')
}
