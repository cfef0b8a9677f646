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
import { handOver, originalsToCompare, sign, type HandOver } from '../modules/registry/index.ts'
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
  filed(procedureKey?: string): Promise<Filed>
  /** Received, proposed and confirmed: waits for the signature. */
  toSign(procedureKey?: string): Promise<Filed>
  signedBy(login: Officer, procedureKey?: string): Promise<Filed>
  /** What the counter fills in when the requester stands there. */
  collecting(dossier: Dossier, page?: number): Promise<HandOver>
  /** Signed into the book at this page and handed over. */
  handedOver(page: number, procedureKey?: string): Promise<Filed>
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
    filed: (key) => core.filedBirth({ 'contact.phone': `0${++phone}` }, key),
    toSign: (key) => toSign(errand, key),
    collecting: (dossier, page = 1) => collecting(errand, dossier, page),
    handedOver: async (page, key) => {
      const { dossier, owner } = await errand.signedBy('vinh', key)
      const given = await errand.collecting(dossier, page)
      return { dossier: await handOver(errand.by('hang'), given), owner }
    },
    signedBy: async (login, key) => {
      const { dossier, owner } = await errand.toSign(key)
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

async function collecting({ by, act }: Errand, dossier: Dossier, page: number): Promise<HandOver> {
  const view = await viewForStaff(by('hang'), dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const compared = originals.map(({ key }) => key)
  const given = { paperBook: '01', paperPage: page, collector: 'Người yêu cầu.' }
  return { ...act(dossier), ...given, compared }
}

async function toSign({ by, act, filed }: Errand, procedureKey?: string): Promise<Filed> {
  const { dossier, owner } = await filed(procedureKey)
  const received = await receive(by('hang'), act(dossier))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Đã so với dữ liệu.' })
  assert.equal(proposed.state, 'previewing')
  const given = { dossierId: dossier.id, requestKey: `c-${newKey()}` }
  const waiting = await confirmPreview(owner, given)
  assert.equal(waiting.state, 'signing')
  return { dossier: waiting, owner }
}
