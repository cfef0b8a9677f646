import { route, type Route } from '../http/route.ts'
import { blankForm } from './blank.ts'
import { countersPage } from './counters.tsx'
import { accessPage, dataPage, helpPage, levelsPage } from './help.tsx'
import { portalPage } from './portal.tsx'
import { procedurePage } from './procedure.tsx'
import { proceduresPage } from './procedures.tsx'

const open = { method: 'GET', action: 'public.read', english: true } as const

const blank = { method: 'GET', action: 'paper.blank', handle: blankForm } as const

/** What anybody may read. */
export const publicRoutes: readonly Route[] = [
  route({ ...open, url: '/', handle: portalPage }),
  route({ ...open, url: '/thu-tuc', handle: proceduresPage }),
  route({ ...open, url: '/thu-tuc/:slug', handle: procedurePage }),
  route({ ...open, url: '/noi-tiep-nhan', handle: countersPage }),
  route({ ...open, url: '/tro-giup', handle: helpPage }),
  route({ ...open, url: '/muc-do', handle: levelsPage }),
  route({ ...open, url: '/du-lieu-ca-nhan', handle: dataPage }),
  route({ ...open, url: '/ho-tro-nguoi-khuyet-tat', handle: accessPage }),
  route({ ...blank, url: '/thu-tuc/:slug/to-khai.pdf' }),
  route({ ...blank, url: '/thu-tuc/:slug/mau/:form' }),
]
