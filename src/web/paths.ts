/** Paths that pages of different areas link to; the route that answers each lies in its own area. */
export const paths = {
  /** Citizen: begins or goes on with a declaration. */
  apply: (slug: string) => `/thu-tuc/${slug}/nop`,
  /** Citizen: goes on by resume code. */
  resume: '/tiep-tuc',
  /** Citizen: status by code or look-up number (`?ma=`). */
  track: '/tra-cuu',
  signIn: '/dang-nhap',
  mine: '/ho-so-cua-toi',
  /** Desk. */
  deskSignIn: '/can-bo/dang-nhap',
  worklist: '/can-bo/ho-so',
  counters: '/noi-tiep-nhan',
} as const
