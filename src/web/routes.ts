import { signInRoutes } from './desk/sign-in.tsx'
import type { Route } from './http/route.ts'

/** Every page and API call, one line an area. */
export const routes: readonly Route[] = [...signInRoutes]
