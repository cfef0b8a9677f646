import type { Resolvers } from './http/access.ts'

/**
 * How each relation of `policy.ts` is found out, one line a relation. Those that need data are asked
 * from the module that owns it; a missing one stops the start.
 */
export const relations: Resolvers = {
  'draft-owner': async (ctx, params) =>
    ctx.actor.kind === 'citizen' && ctx.actor.draftIds.includes(params['draftId'] ?? ''),
}
