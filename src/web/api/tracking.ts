import { Type } from 'typebox'
import { ensureMayGuess, recordWrongGuess, spendUse } from '../../modules/accounts/index.ts'
import { track } from '../../modules/dossiers/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json } from '../http/route.ts'
import { apiRoute } from './api-route.ts'
import { closed } from './schemas.ts'
import { TrackedDossier } from './schemas-dossier.ts'
import { showAgencyName, showStanding } from './show-dossier.ts'
import { showTrackedLegs } from './show-legs.ts'

export const trackingRoute = apiRoute({
  method: 'GET',
  path: '/tracking',
  action: 'api.track',
  schema: {
    query: closed({
      number: Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'The dossier’s code or its ten-digit look-up number, spaces or not.',
      }),
    }),
  },
  doc: {
    operationId: 'trackDossier',
    tag: 'tracking',
    summary: 'Where a dossier stands',
    description:
      'Refuses `lookup-check-digit` when one digit is wrong, and `guesses-throttled` to an address ' +
      'that looks up too often.',
    answer: TrackedDossier,
  },
  handle: async ({ ctx, query, ip }) => {
    const guess = { what: 'lookup', ip }
    await ensureMayGuess(ctx, guess)
    await spendUse(ctx, { what: 'lookup', ip })
    try {
      const found = await track(ctx, query.number)
      const agency = await showAgencyName(ctx, found.agencyId)
      return json({
        ...showStanding(found),
        agency,
        legs: await showTrackedLegs(ctx, found.code),
      })
    } catch (error) {
      const isWrong = error instanceof Refusal && error.code === 'dossier-unknown'
      if (isWrong) await recordWrongGuess(ctx, guess)
      throw error
    }
  },
})
