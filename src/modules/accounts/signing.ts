import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { AgencyKind } from '../agencies/index.ts'
import { isInForce, type StaffRole } from './staff.ts'
import { insertAssignment, listMandatesOf, readSigningFacts } from './store.ts'

export const HEADS: readonly StaffRole[] = ['chairman', 'director']
export const DEPUTIES: readonly StaffRole[] = ['viceChairman', 'deputyDirector']

export type SigningFacts = {
  roles: readonly StaffRole[]
  isAbsent: boolean
  isAssigned: boolean
}

/**
 * The head of an agency signs; a deputy only on a day assigned to that deputy; nobody while away.
 * @basis Luật Hộ tịch 60/2014/QH13, Điều 16 (Chủ tịch UBND cấp xã cấp Giấy khai sinh)
 * @basis Nghị định 110/2004/NĐ-CP, Điều 10 (cấp phó ký thay theo phân công)
 */
export function maySignFrom(facts: SigningFacts): boolean {
  if (facts.isAbsent) return false
  if (facts.roles.some((role) => HEADS.includes(role))) return true
  return facts.isAssigned && facts.roles.some((role) => DEPUTIES.includes(role))
}

/** May this officer sign for the agency on that legal day? */
export async function maySign(
  db: Queryable,
  asked: { agencyId: string; day: PlainDate; staffId: string },
): Promise<boolean> {
  return maySignFrom(await readSigningFacts(db, asked))
}

/** Throws Refusal `not-the-signer`. */
export async function ensureMaySign(
  db: Queryable,
  asked: { agencyId: string; day: PlainDate; staffId: string },
): Promise<void> {
  if (!(await maySign(db, asked))) throw new Refusal('not-the-signer')
}

/**
 * Assigns a deputy to sign for the head on one day, at one agency or wherever the officer is deputy
 * that day; returns those agencies. Throws Refusal `staff-no-mandate` when there is none. Safe to
 * repeat.
 */
export async function assignSigner(
  ctx: Ctx,
  assignment: { day: PlainDate; staffId: string; agencyId?: string },
): Promise<string[]> {
  const { day, staffId } = assignment
  const mandates = await listMandatesOf(ctx.db, staffId)
  const agencyIds = mandates
    .filter(
      (mandate) =>
        DEPUTIES.includes(mandate.role) &&
        isInForce(mandate, day) &&
        (assignment.agencyId ?? mandate.agencyId) === mandate.agencyId,
    )
    .map((mandate) => mandate.agencyId)
  if (agencyIds.length === 0) throw new Refusal('staff-no-mandate')
  for (const agencyId of new Set(agencyIds))
    await insertAssignment(ctx.db, { agencyId, day, staffId, assignedAt: ctx.clock.now() })
  return agencyIds
}

/**
 * How an officer signs for the agency: the head by title, a deputy "KT. <head> / <deputy>".
 * @basis NĐ 30/2020/NĐ-CP Phụ lục I (thể thức ký thay); before: TT 01/2011/TT-BNV Điều 12
 */
export function signerTitle(roles: readonly string[], kind?: AgencyKind): readonly string[] {
  if (roles.includes('chairman')) return ['CHỦ TỊCH']
  if (roles.includes('viceChairman')) return ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']
  if (kind === 'police') return policeTitle(roles)
  if (roles.includes('director')) return ['GIÁM ĐỐC']
  return ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']
}

function policeTitle(roles: readonly string[]): readonly string[] {
  if (roles.includes('director')) return ['TRƯỞNG CÔNG AN']
  return ['KT. TRƯỞNG CÔNG AN', 'PHÓ TRƯỞNG CÔNG AN']
}
