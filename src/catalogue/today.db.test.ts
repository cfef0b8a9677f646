import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findStaffByLogin, findStaffInSession } from '../modules/accounts/index.ts'
import { loadCity } from '../modules/agencies/index.ts'
import {
  completeStep,
  confirmPreview,
  open,
  propose,
  receive,
  viewForStaff,
  type Dossier,
} from '../modules/dossiers/index.ts'
import type { Answers } from '../modules/forms/index.ts'
import {
  collectingAct,
  findEntry,
  handOver,
  originalsToCompare,
  register,
  sign,
} from '../modules/registry/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { plainDate } from '../platform/plain-date.ts'
import { openCore, type Core } from '../testing/core.ts'
import {
  sampleAgainToday,
  sampleInterlinkedToday,
  sampleWithPapersToday,
} from './testing-births.ts'
import {
  sampleAgainToday as deathAgain,
  sampleDeathToday,
  sampleInterlinkedToday as deathInterlinked,
} from './testing-death.ts'
import { sampleBirthToday } from './testing.ts'

const TODAY = plainDate('2026-11-20')

let core: Core
let officers: Readonly<Record<string, Ctx>>

before(async () => {
  core = await openCore(new Date('2026-11-20T09:00:00+07:00'))
  const { db } = core.database
  const lang = (await loadCity(db)).agencyFor('commune', '00199', TODAY)
  assert(lang)
  const found: Record<string, Ctx> = {}
  for (const login of ['hang', 'yen', 'vinh']) {
    const staff = await findStaffByLogin(db, login)
    const at = { staffId: staff!.id, agencyId: lang.id, day: TODAY }
    const inSession = await findStaffInSession(db, at)
    assert(inSession, login)
    const { staffId, agencyId, roles } = inSession
    found[login] = core.as({ kind: 'staff', staffId, agencyId, roles })
  }
  officers = found
})
after(() => core.close())

let keys = 0
const act = ({ code, version }: Dossier) => ({ code, version, requestKey: `t-${++keys}` })

const services: readonly (readonly [string, 'birth' | 'death', Answers])[] = [
  ['birth.register', 'birth', sampleBirthToday()],
  ['birth.re_register', 'birth', sampleAgainToday()],
  ['birth.register_with_papers', 'birth', sampleWithPapersToday()],
  [
    'birth.interlinked',
    'birth',
    sampleInterlinkedToday({
      'child.name': { full: 'Nguyễn Gia Huy' },
      'child.birthDate': '2026-11-12',
      'mother.name': { full: 'Đào Thị Lụa' },
      'mother.idNumber': '001190009911',
      'notice.number': '7781',
    }),
  ],
  ['death.register', 'death', sampleDeathToday()],
  ['death.re_register', 'death', deathAgain()],
  [
    'death.interlinked',
    'death',
    deathInterlinked({
      'deceased.name': { full: 'Lưu Thị Tịnh' },
      'deceased.idNumber': '001131007788',
    }),
  ],
]

for (const [index, [key, book, answers]] of services.entries())
  test(`today ${key} goes from the draft to the book of the ward Láng`, async () => {
    const { hang, yen, vinh } = officers
    assert(hang && yen && vinh)
    const phone = { 'contact.phone': `09123492${String(10 + index)}` }
    const { dossier, owner } = await core.filed(key, { ...answers, ...phone })
    let now = await receive(hang, act(dossier))
    const { definition, declarations } = await viewForStaff(yen, now.code)
    for (const { kind } of definition.steps)
      if (kind === 'verify') now = await completeStep(yen, { ...act(now), remark: 'Không còn.' })
    now = await propose(yen, { ...act(now), remark: 'Đã so với giấy tờ.' })
    if (now.state === 'previewing')
      now = await confirmPreview(owner, { dossierId: now.id, requestKey: `t-${++keys}` })
    await open(vinh, now)
    now = await sign(vinh, act(now))
    const entry = await findEntry(core.system, { agencyId: now.agencyId, dossierId: now.id })
    assert.equal(entry?.book, book)
    assert.equal(entry.year, 2026)
    const collecting = await collectingAct(hang, await viewForStaff(hang, now.code))
    const originals = originalsToCompare(definition, declarations[0]!.answers)
    const given = {
      ...act((await viewForStaff(hang, now.code)).dossier),
      compared: originals.map((component) => component.key),
      paperBook: '01/2026',
      paperPage: index + 1,
      collector: 'Người yêu cầu.',
    }
    now = collecting === 'register' ? await register(hang, given) : await handOver(hang, given)
    // With other agencies at work the original is given now, the rest when they have ended.
    assert.equal(
      now.state,
      definition.key.endsWith('.interlinked') ? 'interlinking' : 'handed_over',
    )
  })
