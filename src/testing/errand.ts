import assert from 'node:assert/strict'
import {
  confirmPreview,
  fold,
  open,
  propose,
  receive,
  verifyChain,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from '../modules/dossiers/index.ts'
import { sign } from '../modules/registry/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/refusal.ts'
import { openCore, type Core, type Officer } from './core.ts'

let keys = 0
let phone = 912_346_000

/** A request key nobody used yet. */
export function newKey(): number {
  keys += 1
  return keys
}

/** For `assert.rejects`: refused with this code. */
export function refuses(code: string): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.equal(error.code, code, JSON.stringify(error.data))
    return true
  }
}

type Filed = { dossier: Dossier; owner: Ctx }

/** Births on their way through the ward Láng Thượng, each as far as a test needs it. */
export type Errand = {
  core: Core
  by(login: Officer): Ctx
  act(dossier: Dossier): DeskAct
  filed(): Promise<Filed>
  /** Received, proposed and confirmed: waits for the signature. */
  toSign(): Promise<Filed>
  signedBy(login: Officer): Promise<Filed>
  /** The dossier's events fold to its row, and the agency's chain holds. */
  ensureFolds(dossier: Dossier): Promise<void>
}

export async function openErrand(): Promise<Errand> {
  const core = await openCore()
  const officers = new Map<Officer, Ctx>()
  for (const login of ['hang', 'yen', 'vinh', 'mai', 'lanha'] as const) {
    officers.set(login, await core.officer(login))
  }
  const errand: Errand = {
    core,
    by: (login) => officers.get(login)!,
    act: ({ code, version }) => ({ code, version, requestKey: `key-${newKey()}` }),
    filed: () => core.filedBirth({ 'contact.phone': `0${++phone}` }),
    toSign: () => toSign(errand),
    signedBy: async (login) => {
      const { dossier, owner } = await errand.toSign()
      await open(errand.by(login), dossier)
      return { dossier: await sign(errand.by(login), errand.act(dossier)), owner }
    },
    ensureFolds: async ({ code, agencyId }) => {
      const view = await viewForStaff(errand.by('hang'), code)
      const { state, step, version } = view.dossier
      assert.deepEqual(fold(view.events), { state, step, version })
      assert.equal(await verifyChain(core.database.db, agencyId), undefined)
    },
  }
  return errand
}

async function toSign({ by, act, filed }: Errand): Promise<Filed> {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Đã so với dữ liệu.' })
  assert.equal(proposed.state, 'previewing')
  const given = { dossierId: dossier.id, requestKey: `c-${newKey()}` }
  const waiting = await confirmPreview(owner, given)
  assert.equal(waiting.state, 'signing')
  return { dossier: waiting, owner }
}
