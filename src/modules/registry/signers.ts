import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { listStaffAt, maySign, signerTitle, type StaffRole } from '../accounts/index.ts'
import { ensureStaff } from '../dossiers/index.ts'

/** How somebody signs a paper: the head by title, a deputy "KT. <head> / <deputy>". */
export type SignerOnPaper = { staffId: string; titleLines: readonly string[]; fullName: string }

const SIGNING: readonly StaffRole[] = ['chairman', 'viceChairman', 'director', 'deputyDirector']

/** Who may sign for the officer's agency today: the head, and the deputy of the day. */
export async function listSigners(ctx: Ctx): Promise<readonly SignerOnPaper[]> {
  const { agencyId } = ensureStaff(ctx)
  const day = legalDay(ctx.clock.now())
  const staff = await listStaffAt(ctx.db, { agencyIds: [agencyId], day })
  const rolesOf = new Map<string, StaffRole[]>()
  for (const { id, role } of staff) rolesOf.set(id, [...(rolesOf.get(id) ?? []), role])
  const signers: SignerOnPaper[] = []
  for (const [staffId, roles] of rolesOf) {
    if (!roles.some((role) => SIGNING.includes(role))) continue
    if (!(await maySign(ctx.db, { agencyId, staffId, day }))) continue
    const fullName = staff.find(({ id }) => id === staffId)!.name
    signers.push({ staffId, titleLines: signerTitle(roles), fullName })
  }
  return signers
}
