import { Type } from 'typebox'
import { track } from '../../modules/dossiers/index.ts'
import { json } from '../http/route.ts'
import { apiRoute } from './api-route.ts'
import { closed } from './schemas.ts'
import { TrackedDossier } from './schemas-dossier.ts'
import { showAgencyName, showStanding } from './show-dossier.ts'

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
    description: 'Refuses `lookup-check-digit` when one digit is wrong.',
    answer: TrackedDossier,
  },
  handle: async ({ ctx, query }) => {
    const found = await track(ctx, query.number)
    return json({ ...showStanding(found), agency: await showAgencyName(ctx, found.agencyId) })
  },
})
