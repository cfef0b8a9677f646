import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { showLookupNo, type Listener } from '../dossiers/index.ts'
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

/** Tells the citizen of each act that concerns them, in the transaction of the act. */
export const notifyCitizen: Listener = async (ctx, db, event, dossier) => {
  if (dossier.phone === null || !hasTemplate(event.kind)) return
  if (event.kind === 'proposed' && dossier.state !== 'previewing') return
  if (await areMessagesStopped(db, { agencyId: dossier.agencyId, dossierId: dossier.id })) return
  await notify(ctx, db, {
    template: event.kind,
    recipient: dossier.phone,
    params: {
      code: dossier.code,
      lookupNo: showLookupNo(dossier.lookupNo),
      receiveBy: dossier.receiveBy.toISOString(),
      dueAt: dossier.dueAt?.toISOString(),
    },
    occasion: `${event.kind}:${dossier.id}:${event.version}`,
    dossierId: dossier.id,
  })
}
