import type { Ctx } from '../../platform/ctx.ts'
import { addDays, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deskAct, type DeskAct } from './desk-act.ts'
import type { Dossier } from './dossier.ts'
import { dueNow } from './move-due.ts'
import { stand } from './move.ts'
import { noticeDays } from './notice.ts'
import { insertNotice } from './notice-store.ts'

export type PostNotice = DeskAct & {
  /** Where it hangs: at the People's Committee, where the child was found. */
  place: string
  /** The day on which it was put up; it may have been before the filing. */
  fromDay: PlainDate
}

const PLACE_LENGTH_MAX = 200

/**
 * Records the public notice that the law wants before this registration. It hangs for the law's
 * days without a break, the day on which it was put up not counted; one that was taken down early
 * is recorded anew. Refuses as `deskAct`, and `notice-not-needed`, `notice-place-missing`,
 * `notice-days-wrong` (a day to come).
 * @basis NĐ 123/2015/NĐ-CP Điều 14 (niêm yết 7 ngày liên tục); BLDS 2015 Điều 147(2) [check]
 */
export async function postNotice(ctx: Ctx, input: PostNotice): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'postNotice' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    const now = ctx.clock.now()
    const days = await noticeDays(desk, now)
    if (days === null) throw new Refusal('notice-not-needed')
    const place = input.place.trim().normalize('NFC')
    if (place === '' || place.length > PLACE_LENGTH_MAX) throw new Refusal('notice-place-missing')
    const { fromDay } = input
    if (fromDay > legalDay(now)) throw new Refusal('notice-days-wrong')
    const toDay = addDays(fromDay, days)
    const notice = { place, fromDay, toDay, postedBy: staffId, recordedAt: now }
    const no = await insertNotice(db, at, notice)
    return stand(ctx, db, {
      dossier,
      kind: 'noticePosted',
      facts: { no, fromDay, toDay },
      change: dossier.receivedAt === null ? {} : await dueNow(ctx, db, desk),
      requestKey: input.requestKey,
    })
  })
}
