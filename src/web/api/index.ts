import type { ApiRoute } from './api-route.ts'
import { describing } from './describe.ts'
import { deskActRoutes } from './desk-acts.ts'
import { deskDossierRoutes } from './desk-dossier.ts'
import { draftRoutes } from './drafts.ts'
import { filingRoutes } from './filing.ts'
import { ownDossierRoutes } from './own-dossier.ts'
import { procedureRoutes } from './procedures.ts'
import { supplementRoute } from './supplement.ts'
import { trackingRoute } from './tracking.ts'
import { unitRoutes } from './units.ts'
import { uploadRoutes } from './uploads.ts'
import { worklistRoutes } from './worklist.ts'

/** The API for partners and their programs: `/api/v1`. */
export const apiRoutes: readonly ApiRoute[] = describing([
  ...procedureRoutes,
  ...unitRoutes,
  ...draftRoutes,
  ...uploadRoutes,
  ...filingRoutes,
  ...ownDossierRoutes,
  supplementRoute,
  trackingRoute,
  ...worklistRoutes,
  ...deskDossierRoutes,
  ...deskActRoutes,
])
