import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { sampleBirth2016, sampleBirthToday } from '../../src/catalogue/testing.ts'
import { DEMO_PASSWORD } from '../../src/cli/seed-staff.ts'
import { confirmPreview, file, type Dossier } from '../../src/modules/dossiers/index.ts'
import type { Answers } from '../../src/modules/forms/index.ts'
import {
  attachFile,
  confirmPhone,
  saveAnswers,
  sendCode,
  startDraft,
} from '../../src/modules/intake/index.ts'
import { loadProcedures } from '../../src/modules/procedures/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { photo } from '../../src/testing/photo.ts'
import type { World } from './world.ts'

type Change = NonNullable<Parameters<typeof sampleBirth2016>[0]>

let families = 0

/** A notice and a mother's number of their own: no birth is registered twice. */
function anotherFamily(isToday: boolean): Change {
  families += 1
  const last = String(4_000 + families)
  return {
    'notice.number': `9${last}`,
    'mother.idNumber': isToday ? `00119000${last}` : `01234${last}`,
  }
}

/** A birth filed from a phone, as if its father had just done it. */
export async function fileBirth(
  world: World,
  change: Change = {},
): Promise<{ dossier: Dossier; owner: Ctx }> {
  const sample = legalDay(world.clock.now()) < '2018' ? sampleBirth2016 : sampleBirthToday
  const answers = sample({ ...anotherFamily(sample === sampleBirthToday), ...change })
  return fileAs(world, 'birth.register', answers)
}

/** Any procedure, filed from a phone with these answers. */
export async function fileAs(
  world: World,
  procedureKey: string,
  answers: Answers,
): Promise<{ dossier: Dossier; owner: Ctx }> {
  const { ctx, deps } = world
  const procedures = await loadProcedures(deps.db)
  const definition = procedures.revisionOn(procedureKey, legalDay(deps.clock.now()))
  assert(definition)
  const typed = Object.entries(answers).filter(([key]) => !key.startsWith('file.'))
  const { id } = await startDraft(ctx, { definition, answers: {} })
  const owner: Ctx = { ...ctx, actor: { kind: 'citizen', phone: null, draftIds: [id] } }
  await saveAnswers(owner, { draftId: id, set: Object.fromEntries(typed) })
  for (const field of Object.keys(answers).filter((key) => key.startsWith('file.'))) {
    const bytes = photo(`${field} ${id}`, 600)
    await attachFile(owner, deps.files, { draftId: id, field, name: `${field}.png`, bytes })
  }
  await confirmPhoneOf(world, owner, { draftId: id, phone: String(answers['contact.phone']) })
  const given = { draftId: id, requestKey: id, channel: 'online' as const }
  return { dossier: await file(owner, deps.files, given), owner }
}

async function confirmPhoneOf(
  world: World,
  owner: Ctx,
  { draftId, phone }: { draftId: string; phone: string },
): Promise<void> {
  await sendCode(owner, { draftId, phone })
  const code = /\b\d{6}\b/.exec(await world.newestMessageTo(phone))?.[0]
  assert(code, 'the message holds a code')
  await confirmPhone(owner, { draftId, phone, code })
}

/** The father reads the preview and says that it is right. */
export function confirmAsOwner(owner: Ctx, dossier: Dossier): Promise<Dossier> {
  return confirmPreview(owner, { dossierId: dossier.id, requestKey: `xem-${dossier.id}` })
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/can-bo/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('/can-bo/ho-so')
}

/** Presses keys and counts them: the budgets of the desk are in key presses. */
export function countedKeys(page: Page): {
  press(...keys: string[]): Promise<void>
  count(): number
} {
  let pressed = 0
  return {
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        pressed += 1
      }
    },
    count: () => pressed,
  }
}
