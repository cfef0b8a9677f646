import { DESK_LANG_COOKIE } from '../http/serve.ts'
import { redirect, route, type Route } from '../http/route.ts'
import { Refusal } from '../../platform/refusal.ts'

/** An officer's language, chosen once; addresses that colleagues pass on stay the same. */
export const languageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo/ngon-ngu/:lang',
    action: 'staff.sign-in',
    handle: async (req) => {
      const lang = req.params['lang']
      if (lang !== 'vi' && lang !== 'en') throw new Refusal('not-found')
      return redirect('/can-bo/ho-so', { cookie: { name: DESK_LANG_COOKIE, value: lang } })
    },
  }),
]
