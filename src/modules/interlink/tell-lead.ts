import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { sha256Hex } from '../../platform/ids.ts'
import {
  resultFactsOf,
  viewOf,
  worldOf,
  type Dossier,
  type DossierEvent,
  type Listener,
} from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import { findIssuedPaper } from '../registry/index.ts'
import { isLegEnded } from './leg.ts'
import type { Bodies } from './message.ts'
import { send } from './send.ts'
import { listLegsOf, type Leg } from './store-legs.ts'

/** What happens to a partner's dossier is told to the lead, in the transaction in which it does. */
export function tellLead(files: FileStore): Listener {
  return async (ctx, db, event, dossier) => {
    const message = dossier.channel === 'interlink' ? messages[event.kind] : undefined
    if (message === undefined) return
    const leg = await legOf(db, dossier)
    if (leg === undefined || isLegEnded(leg.state)) return
    await message({ ctx, db, event, dossier, leg, files })
  }
}

async function legOf(db: Queryable, { agencyId, id }: Dossier): Promise<Leg | undefined> {
  const legs = await listLegsOf(db, { agencyId, dossierId: id })
  return legs.find(({ side }) => side === 'partner')
}

type Telling = {
  ctx: Ctx
  db: Queryable
  event: DossierEvent
  dossier: Dossier
  leg: Leg
  files: FileStore
}

const messages: Readonly<Record<string, (telling: Telling) => Promise<unknown>>> = {
  received: ({ ctx, db, dossier, leg }) => {
    const { code, dueAt } = dossier
    return send(ctx, db, {
      at: leg,
      type: 'received',
      body: { code, dueAt: (dueAt ?? leg.dueAt).toISOString() },
    })
  },
  supplementRequested: asked,
  declined: refused,
  refused,
  dueMoved: async (telling) => {
    const { ctx, db, event, leg } = telling
    const body = { dueAt: String(event.facts['due']), reason: await wordsOf(telling) }
    return send(ctx, db, { at: leg, type: 'delayed', body })
  },
  // The signature is a fact when the paper that proves it is there.
  certificateIssued: resulted,
  withdrawn: ({ ctx, db, leg }) =>
    leg.state === 'cancelling'
      ? send(ctx, db, { at: leg, type: 'cancelled', body: {} })
      : Promise.resolve(),
}

async function asked({ ctx, db, event, dossier, leg }: Telling): Promise<void> {
  const { supplements } = await viewOf(db, await worldOf(db), dossier)
  const request = supplements.find(({ no }) => no === event.facts['no'])
  if (!request) throw new Error('a supplement was requested without a request')
  const { no, items } = request
  await send(ctx, db, { at: leg, type: 'requestSupplement', body: { no, items } })
}

async function refused(telling: Telling): Promise<void> {
  const { ctx, db, leg } = telling
  await send(ctx, db, { at: leg, type: 'refused', body: { reason: await wordsOf(telling) } })
}

/** The officer's reason, kept as an erasable note. */
async function wordsOf({ db, event, dossier }: Telling): Promise<string> {
  const { notes } = await viewOf(db, await worldOf(db), dossier)
  const note = notes.find(({ no }) => no === event.facts['noteNo'])
  if (!note) throw new Error(`${event.kind} without its words`)
  return note.body
}

async function resulted({ ctx, db, dossier, leg, files }: Telling): Promise<void> {
  const { definition, notes } = await viewOf(db, await worldOf(db), dossier)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const issued = await findIssuedPaper(db, at)
  if (!issued) throw new Error('a certificate was issued and is not there')
  const bytes = await files.read(issued.sha256)
  const body: Bodies['result'] = {
    facts: resultFactsOf(definition, notes),
    paper: {
      name: `${definition.result.name.vi} ${dossier.code}.pdf`,
      mime: 'application/pdf',
      sha256: sha256Hex(bytes),
      contentBase64: Buffer.from(bytes).toString('base64'),
    },
  }
  await send(ctx, db, { at: leg, type: 'result', body })
}
