import assert from 'node:assert/strict'
import { sampleInterlinked2016 } from '../../src/catalogue/testing-births.ts'
import {
  findDossierAt,
  open,
  propose,
  receive,
  requestSupplement,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../../src/modules/dossiers/index.ts'
import { askCitizen, lanesOf } from '../../src/modules/interlink/index.ts'
import { originalsToCompare, register, sign } from '../../src/modules/registry/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { confirmAsOwner, fileAs } from './desk-world.ts'
import { officer } from './officers.ts'
import type { World } from './world.ts'

let keys = 0
export const actOn = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `lt-${++keys}`,
})

export type Change = NonNullable<Parameters<typeof sampleInterlinked2016>[0]>

/** A birth with residence and card, registered at the counter: the police and insurance are asked. */
export async function registeredWithLegs(
  world: World,
  change: Change = {},
): Promise<{ dossier: Dossier; owner: Ctx }> {
  const [hang, yen, vinh] = await Promise.all(
    ['hang', 'yen', 'vinh'].map((login) => officer(world, login)),
  )
  assert(hang && yen && vinh)
  const filed = await fileAs(world, 'birth.interlinked', sampleInterlinked2016(change))
  const received = await receive(hang, actOn(filed.dossier))
  const proposed = await propose(yen, { ...actOn(received), remark: 'Đã so với dữ liệu.' })
  const waiting = await confirmAsOwner(filed.owner, proposed)
  await open(vinh, waiting)
  const signed = await sign(vinh, actOn(waiting))
  await world.runJobs()
  const { definition, declarations, dossier } = await viewForStaff(hang, signed.code)
  const originals = originalsToCompare(definition, declarations[0]!.answers)
  const registered = await register(hang, {
    ...actOn(dossier),
    paperBook: '01',
    paperPage: 12,
    collector: 'Người yêu cầu.',
    compared: originals.map(({ key }) => key),
  })
  await world.runJobs()
  return { dossier: registered, owner: filed.owner }
}

/** The partner's own dossier of a leg. */
export async function partnersDossier(world: World, lead: Dossier, key: string): Promise<Dossier> {
  const { db } = world.deps
  const lanes = await lanesOf(db, lead, legalDay(world.clock.now()))
  const lane = lanes.find((one) => one.key === key)
  const { rows } = await db.query<{ agencyId: string; dossierId: string }>(
    `select agency_id as "agencyId", dossier_id as "dossierId" from leg
     where leg = $1 and side = 'partner'`,
    [lane?.leg],
  )
  const found = rows[0] && (await findDossierAt(db, rows[0]))
  assert(found, `no dossier of the partner of ${key}`)
  return found
}

export async function dossierNow(world: World, { agencyId, id }: Dossier): Promise<Dossier> {
  return (await findDossierAt(world.deps.db, { agencyId, dossierId: id }))!
}

/** As mock 04: the police ask for the signature of the head of the household, insurance works. */
export async function askedByPolice(world: World, lead: Dossier): Promise<Dossier> {
  const huy = await officer(world, 'huy', 'police')
  const lan = await officer(world, 'lan', 'socialInsurance')
  await receive(lan, actOn(await partnersDossier(world, lead, 'bao-hiem-y-te')))
  const received = await receive(huy, actOn(await partnersDossier(world, lead, 'thuong-tru')))
  await requestSupplement(huy, {
    ...actOn(received),
    items: [
      {
        kind: 'other',
        about: null,
        reason: 'Chủ hộ chưa ký Phiếu báo thay đổi hộ khẩu, nhân khẩu.',
      },
      { kind: 'field', about: 'household.bookNo', reason: 'Số sổ hộ khẩu thiếu một chữ số.' },
    ],
  })
  await world.runJobs()
  return dossierNow(world, lead)
}

/** The ward tells the citizen what only they can give. */
export async function tellHousehold(world: World, lead: Dossier): Promise<Dossier> {
  const hang = await officer(world, 'hang')
  const asked = { kind: 'sign', who: 'householdHead', component: 'phieu-hk02' } as const
  return askCitizen(hang, { ...actOn(lead), leg: 'thuong-tru', ...asked })
}

/** The Ministry refused the entry for good: a person must look. */
export async function stopEntry(
  world: World,
  { agencyId, id }: Dossier,
): Promise<{ agencyId: string; leg: string; messageId: string }> {
  const { rows } = await world.deps.db.query<{ leg: string; messageId: string }>(
    `update interlink_message m set dead_at = $3, dead_reason = 'message-invalid',
       next_attempt_at = null
     from leg where leg.agency_id = m.agency_id and leg.leg = m.leg and leg.agency_id = $1
       and leg.dossier_id = $2 and leg.key = 'so-ho-tich' and m.direction = 'out' and m.seq = 1
     returning m.leg, m.id as "messageId"`,
    [agencyId, id, world.clock.now()],
  )
  assert(rows[0])
  return { agencyId, ...rows[0] }
}
