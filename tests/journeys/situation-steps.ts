import assert from 'node:assert/strict'
import type { Answers } from '../../src/modules/forms/index.ts'
import { findDossierAt, findLocation } from '../../src/modules/dossiers/index.ts'
import { findEntry, readCertificate } from '../../src/modules/registry/index.ts'
import { instantAt, plainDate } from '../../src/platform/plain-date.ts'
import { readText } from './certificate-paper.ts'
import { openDesk, textOf, type Desk, type Fields, type Reply } from './desk-client.ts'
import { declared, fileIt, inputsOf, type Family } from './family.ts'
import { openWorld, type World } from './world.ts'

export type Change = NonNullable<Parameters<typeof declared>[1]>

/** The village that both parents come from. */
export const village = {
  scope: 'elsewhere',
  place: 'xã Đại Đồng, huyện Tiên Du, tỉnh Bắc Ninh',
  line: 'Thôn Đại Thượng',
} as const

/** A filed dossier: the family that follows it, and its address at the desk. */
export type Filed = { family: Family; own: string; at: string }

export type Ward = { world: World; clerk: Desk; officer: Desk; chairman: Desk; deputy: Desk }

/** The ward Láng Thượng on Friday, 12/08/2016, at 9:00, everybody at the desk. */
export async function openWard(): Promise<Ward> {
  const world = await openWorld({ now: instantAt(plainDate('2016-08-12'), 9 * 60) })
  return {
    world,
    clerk: await openDesk(world, 'hang'),
    officer: await openDesk(world, 'yen'),
    chairman: await openDesk(world, 'vinh'),
    deputy: await openDesk(world, 'mai'),
  }
}

const mothers = ['Bùi Thị Na', 'Đỗ Thu Quế', 'Hồ Bích Liên', 'Cao Thị Mận', 'Mai Lan Chi'].concat(
  ['Tạ Thị Đào', 'Phùng Kim Oanh', 'Lương Thị Xuân', 'Đoàn Hải Yến', 'Võ Thị Sương'],
  ['Quách Thu Thảo', 'Kiều Thị Ước', 'Giang Thị Bưởi', 'Ông Thị Nhàn', 'Thái Thị Gấm'],
)
const born = Array.from({ length: mothers.length }, (_, day) => `2016-07-${String(day + 10)}`)
let families = 0

/** A family like no other: its phone, its notice, its mother, its day. */
export function ownFamily(change: Change): Change {
  const mother = mothers[families]
  const day = born[families]
  families += 1
  assert(mother && day)
  const no = String(families).padStart(2, '0')
  return {
    'contact.phone': `09127001${no}`,
    'notice.number': `61${no}`,
    'mother.name': { full: mother },
    'mother.idNumber': `0123471${no}`,
    'child.birthDate': day,
    ...change,
  }
}

/** Declared page by page and filed from a phone. */
export async function filed({ world }: Ward, change: Change): Promise<Filed> {
  const family = await declared(world, ownFamily(change))
  const receipt = await fileIt(world, family)
  assert.match(receipt.text, /Đã nộp hồ sơ/)
  return followed(world, family)
}

export async function followed(world: World, family: Family): Promise<Filed> {
  const dossier = await dossierOf(world, family.draftId)
  return { family, own: `/ho-so/${family.draftId}`, at: `/can-bo/ho-so/${dossier.code}` }
}

export async function dossierOf(world: World, id: string) {
  const at = await findLocation(world.deps.db, 'id', id)
  const dossier = at && (await findDossierAt(world.deps.db, at))
  assert(dossier)
  return dossier
}

export async function received(ward: Ward, change: Change): Promise<Filed> {
  const one = await filed(ward, change)
  await done(ward.clerk.send(one.at, 'tiep-nhan'))
  return one
}

/** The act was taken: the desk led on instead of drawing the form again. */
export async function done(reply: Promise<Reply>): Promise<Reply> {
  const { status, html } = await reply
  assert.equal(status, 303, textOf(html).slice(0, 1500))
  return reply
}

/** What the certificate will print, as the citizen reads it before the signature. */
export async function preview({ family, own }: Filed): Promise<string> {
  return (await family.get(`${own}/ban-xem-truoc`)).text
}

async function answerPreview({ family, own }: Filed, answer: Fields): Promise<void> {
  const { body } = await family.get(`${own}/ban-xem-truoc`)
  const [, version = ''] = /name="version" value="(\d+)"/.exec(body) ?? []
  const reply = await family.post(`${own}/ban-xem-truoc`, { ...answer, version })
  assert.equal(reply.status, 303, reply.text.slice(0, 800))
}

export const confirms = (one: Filed) => answerPreview(one, { act: 'confirm' })

export const disputes = (one: Filed, remark: string) =>
  answerPreview(one, { act: 'dispute', remark })

/** Opened, read and signed; the certificate is made. */
export async function signed({ world, chairman }: Ward, one: Filed, by = chairman): Promise<void> {
  await done(by.send(one.at, 'ky'))
  await world.runJobs()
}

/** Proposed, confirmed by the citizen and signed. */
export async function toSigned(ward: Ward, one: Filed, remark = ''): Promise<void> {
  await done(ward.officer.send(one.at, 'trinh', { remark }))
  await confirms(one)
  await signed(ward, one)
}

let page = 10

/** At the counter: the originals compared, the book signed at its next page. */
export async function handedOver(ward: Ward, one: Filed, collector: string): Promise<void> {
  const url = `${one.at}/tra-ket-qua`
  const { html } = await ward.clerk.get(url)
  const goc = [...html.matchAll(/name="goc" value="([^"]+)"/g)].map(([, key]) => key!)
  page += 1
  const given = { goc, quyen: '01/2016', trang: String(page), 'nguoi-nhan': collector }
  await done(ward.clerk.send(url, 'tra-ket-qua', given))
  await ward.world.runJobs()
}

/** The page of the register book where the entry stands. */
export async function entryUrl({ world }: Ward, { family }: Filed): Promise<string> {
  const { agencyId } = await dossierOf(world, family.draftId)
  const entry = await findEntry(world.ctx, { agencyId, dossierId: family.draftId })
  assert(entry)
  const book = { birth: 'khai-sinh', death: 'khai-tu' }[entry.book]
  return `/can-bo/so-ho-tich/${entry.year}/${book}/${entry.no}`
}

export async function bookPage(ward: Ward, one: Filed): Promise<string> {
  return textOf((await ward.officer.get(await entryUrl(ward, one))).html)
}

/** What the signed certificate says, in one line. */
export async function certificate({ world }: Ward, { family }: Filed): Promise<string> {
  const { agencyId } = await dossierOf(world, family.draftId)
  const at = { agencyId, dossierId: family.draftId }
  const text = await readText(await readCertificate(world.ctx, world.deps.files, at))
  return text.replaceAll(/\s+/g, ' ')
}

/** What the citizen reads of the dossier. */
export async function told({ family, own }: Filed): Promise<string> {
  return (await family.get(own)).text
}

export type Asked = { field: string; value: Answers[string]; because: string }

/** The officer proposes a value in a supplement slip. */
export async function asksToSet({ officer }: Ward, one: Filed, asked: Asked): Promise<void> {
  const { field, value, because } = asked
  const { form, answers } = one.family
  const key = form.pages.find(({ fields }) => fields.some((each) => each.key === field))!.key
  const inputs = inputsOf(form, key, { ...answers, [field]: value })
  const proposed = Object.entries(inputs).filter(
    ([name]) => name === field || name.startsWith(`${field}.`),
  )
  await done(
    officer.send(`${one.at}/bo-sung?sua=${field}`, 'bo-sung', {
      _chon: [`field.${field}`],
      _mo: field,
      [`_ly.field.${field}`]: because,
      ...Object.fromEntries(proposed),
    }),
  )
}

/** The citizen agrees to everything that was proposed. */
export async function accepts({ family, own }: Filed): Promise<void> {
  const url = `${own}/bo-sung`
  const { body } = await family.get(url)
  const ways = [...body.matchAll(/name="([^"]+)" id="[^"]+" value="accept"/g)].map(
    ([, name]) => name!,
  )
  assert.ok(ways.length > 0, 'nothing to accept')
  const chosen = Object.fromEntries(ways.map((name) => [name, 'accept']))
  const reply = await family.upload(url, chosen, [])
  assert.equal(reply.status, 303, reply.text.slice(0, 1500))
}
