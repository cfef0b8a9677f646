import type { JSX } from 'preact'

/** Drawn on a 24 grid with `currentColor` strokes; a word always stands beside an icon. */
const shapes = {
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c3 3 3 14 0 17M12 3.5c-3 3-3 14 0 17" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5.5M12 7.6v.1" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </>
  ),
  rings: (
    <>
      <circle cx="9" cy="14" r="5.5" />
      <circle cx="15" cy="14" r="5.5" />
      <path d="m7.5 5.5 1.5 3 1.5-3z" />
    </>
  ),
  house: (
    <>
      <path d="M4 11 12 4l8 7v9.5H4z" />
      <path d="M10 20.5V14h4v6.5" />
    </>
  ),
  shop: (
    <path d="M4 10v10.5h16V10M3 7l2-3.5h14L21 7c0 2-1.5 3-3 3s-3-1-3-3c0 2-1.5 3-3 3s-3-1-3-3c0 2-1.5 3-3 3S3 9 3 7z" />
  ),
  land: <path d="M3 20.5 8 7l4 6 3-4 6 11.5z" />,
  screen: (
    <>
      <rect x="3.5" y="4.5" width="17" height="11" rx="1" />
      <path d="M9 20h6M12 15.5V20" />
    </>
  ),
  hall: <path d="M4 20.5h16M5.5 20.5V9h13v11.5M3.5 9 12 3.5 20.5 9M9 12.5v5M12 12.5v5M15 12.5v5" />,
  next: <path d="M9.5 5 16 12l-6.5 7" />,
  back: <path d="M14.5 5 8 12l6.5 7" />,
  money: (
    <>
      <rect x="3" y="6" width="18" height="12" rx="1.5" />
      <circle cx="12" cy="12" r="3" />
      <path d="M6.5 9.5v.1M17.5 14.5v.1" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  pin: (
    <>
      <path d="M12 21c5-5.5 7-8.5 7-11.5a7 7 0 1 0-14 0C5 12.5 7 15.5 12 21z" />
      <circle cx="12" cy="9.5" r="2.5" />
    </>
  ),
  paper: (
    <>
      <path d="M6 3h8l4 4v14H6z" />
      <path d="M14 3v4h4M9 12h6M9 16h6" />
    </>
  ),
  share: (
    <>
      <circle cx="6" cy="12" r="2.5" />
      <circle cx="18" cy="6" r="2.5" />
      <circle cx="18" cy="18" r="2.5" />
      <path d="M8.3 10.9 15.7 7M8.3 13.1l7.4 3.9" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c1-4.5 4-6 7.5-6s6.5 1.5 7.5 6" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.5 20c.7-4 3.2-5.5 6.5-5.5s5.8 1.5 6.5 5.5M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .7 3.2 2.3 3.6 5.1" />
    </>
  ),
  message: (
    <>
      <path d="M4 5h16v11H10l-4 4v-4H4z" />
      <path d="M8 9h8M8 12h5" />
    </>
  ),
  download: <path d="M12 4v11M7 11l5 5 5-5M5 20h14" />,
  stop: (
    <>
      <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" />
      <path d="M12 7.5v6M12 16.4v.1" />
    </>
  ),
  warn: (
    <>
      <path d="M12 3.5 22 20.5H2z" />
      <path d="M12 10v5M12 17.8v.1" />
    </>
  ),
  save: (
    <>
      <path d="M4 4h12l4 4v12H4z" />
      <path d="M8 4v5h7V4M8 20v-6h8v6" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  print: <path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  pause: <path d="M9 6v12M15 6v12" />,
  copies: (
    <>
      <rect x="8" y="8" width="12" height="12.5" rx="1.5" />
      <path d="M4 16V4h11" />
    </>
  ),
  pencil: <path d="M4 20h4L19.5 8.5l-4-4L4 16z" />,
  zoom: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5M8.5 11h5M11 8.5v5" />
    </>
  ),
  rotate: <path d="M5 12a7 7 0 1 0 2.5-5.4M5 4v4h4" />,
} satisfies Record<string, JSX.Element>

export type IconName = keyof typeof shapes

/** Size and stroke are attributes too, so that icons keep their size when styles are blocked. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="ico"
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  )
}

/** The lit doorway: our mark. */
export function Logo() {
  return (
    <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      <path d="M4 38V18a16 16 0 0 1 32 0v20z" fill="#fff" />
      <path d="M8.5 16.2a11.6 11.6 0 0 1 23 0z" fill="#ffbe2e" />
      <path d="M8.5 19h23v19h-23z" fill="#ffbe2e" />
      <path d="m8.5 19 6.5 4v11l-6.5 4zM31.5 19 25 23v11l6.5 4z" fill="#651519" />
      <path d="M20 16.2V4.5M20 16.2 11 9M20 16.2 29 9" stroke="#fff" stroke-width="1.6" />
    </svg>
  )
}
