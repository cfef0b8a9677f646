import { isHeldDossier, isOwnDossier } from '../modules/dossiers/index.ts'
import { isOwnDraft } from '../modules/intake/index.ts'
import type { Resolvers } from './http/access.ts'

/**
 * How each relation of `policy.ts` is found out, one line a relation. Those that need data are asked
 * from the module that owns it; a missing one stops the start.
 */
export const relations: Resolvers = {
  'draft-owner': (ctx, params) => isOwnDraft(ctx, params['draftId'] ?? ''),
  'draft-agency': (ctx, params) => isOwnDraft(ctx, params['draftId'] ?? ''),
  'dossier-owner': (ctx, params) => isOwnDossier(ctx, params['dossierId'] ?? ''),
  'same-agency': (ctx, params) => isHeldDossier(ctx, params['dossierId'] ?? ''),
}
