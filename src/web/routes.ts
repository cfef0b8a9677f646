import { apiRoutes } from './api/index.ts'
import { exchangeRoutes } from './api/interlink.ts'
import { deskRoutes } from './desk/routes.ts'
import { citizenRoutes } from './citizen/routes.ts'
import { signInRoutes } from './desk/sign-in.tsx'
import type { Route } from './http/route.ts'
import { publicRoutes } from './public/routes.ts'

/** Every page and API call, one line an area. */
export const routes: readonly Route[] = [
  ...publicRoutes,
  ...citizenRoutes,
  ...signInRoutes,
  ...deskRoutes,
  ...apiRoutes,
  ...exchangeRoutes,
]
