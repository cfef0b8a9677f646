import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import {
  definitionOf,
  showLookupNo,
  wantCall,
  worldOf,
  type Dossier,
  type DossierEvent,
  type Listener,
} from '../dossiers/index.ts'
import { areMessagesStopped } from './stop-messages.ts'
import { insertMessage } from './store.ts'
import { hasTemplate, messageText, type MessageParams } from './templates.ts'

export type Notify = {
  template: string
  recipient: string
  params: MessageParams
  occasion: string
  dossierId?: string
}

/**
 * Puts a message into the outbox, once an occasion. Until a gateway is connected the outbox page of
 * the demo is where it arrives, so it counts as sent when written.
 */
export async function notify(ctx: Ctx, db: Queryable, input: Notify): Promise<void> {
  const now = ctx.clock.now()
  await insertMessage(db, {
    id: uuidv7(now),
    channel: 'sms',
    recipient: input.recipient,
    template: input.template,
    body: messageText(input.template, input.params),
    dossierId: input.dossierId ?? null,
    createdAt: now,
    sentAt: now,
    occasion: input.occasion,
  })
}

/**
 * Tells the citizen of each act that concerns them, in the act's transaction. Who gave no phone
 * comes onto the list of those to call.
 */
export const notifyCitizen: Listener = async (ctx, db, event, dossier) => {
  if (dossier.channel === 'interlink' || !isForCitizen(event, dossier)) return
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  if (await areMessagesStopped(db, at)) return
  if (dossier.phone === null) return isToldAtCounter(event) ? undefined : wantCall(db, at, event.at)
  await notify(ctx, db, {
    template: event.kind,
    recipient: dossier.phone,
    params: {
      code: dossier.code,
      lookupNo: showLookupNo(dossier.lookupNo),
      receiveBy: dossier.receiveBy.toISOString(),
      dueAt: dossier.dueAt?.toISOString(),
      ...(event.facts['which'] === 'last' ? { lapsesOn: lastDayOf(event.at) } : {}),
      ...(event.kind === 'citizenAsked' ? await taskOf(db, event, dossier) : {}),
    },
    occasion: occasionOf(event, dossier),
    dossierId: dossier.id,
  })
}

/** What another agency needs of the citizen, in words of the procedure: never a name. */
async function taskOf(
  db: Queryable,
  { facts }: DossierEvent,
  dossier: Dossier,
): Promise<MessageParams> {
  const { components } = definitionOf(await worldOf(db), dossier)
  // Without the number of the form and what else stands in brackets: a message is short.
  const component = components.find(({ key }) => key === facts['component'])
  return {
    who: facts['who'] === 'householdHead' ? 'chủ hộ' : 'ông/bà',
    verb: facts['kind'] === 'sign' ? 'ký' : 'mang bản chính',
    paper: (component?.name.vi ?? '').split(' (')[0]!,
    by: String(facts['by']),
  }
}

function lastDayOf(at: Date): string {
  return `31/12/${yearOf(legalDay(at))}`
}

function isForCitizen({ kind, facts }: DossierEvent, { state }: Dossier): boolean {
  if (kind === 'proposed') return state === 'previewing'
  if (kind === 'escalated') return facts['to'] === 'head'
  if (kind === 'legMoved') return facts['became'] === 'refused' && facts['holds'] === true
  return hasTemplate(kind)
}

/** Whoever has no phone stood at the counter: a slip in the hand told it. */
function isToldAtCounter({ kind }: DossierEvent): boolean {
  return kind === 'filed' || kind === 'received' || kind === 'handedOver'
}

/** That a dossier is late is said once, however often it is reported. */
function occasionOf({ kind, version }: DossierEvent, { id }: Dossier): string {
  return kind === 'escalated' ? `late:${id}` : `${kind}:${id}:${version}`
}
