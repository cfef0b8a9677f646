/** The lit doorway beside the search: the portal's one illustration. */
export function DoorPicture() {
  return (
    <svg
      class="hero__art"
      width="230"
      height="210"
      viewBox="0 0 460 420"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      <g fill="none">
        <path d="M30 420V206a180 180 0 0 1 360 0v214z" fill="#70191d" />
        <path d="M66 420V212a144 144 0 0 1 288 0v208z" fill="#7d1c20" />
        <path d="M102 420V218a108 108 0 0 1 216 0v202z" fill="#93302f" />
        <path d="M132 204a78 78 0 0 1 156 0z" fill="#ffbe2e" />
        <path d="M210 204v-80M210 204l-57-54M210 204l57-54" stroke="#93302f" stroke-width="7" />
        <path d="M132 218h156v202H132z" fill="#ffbe2e" />
        <path d="M176 246h68v146h-68z" fill="#ffd77f" />
        <path d="m132 218 44 28v146l-44 28zM288 218l-44 28v146l44 28z" fill="#651519" />
        <path
          d="m140 244 28 17v54l-28 4zM140 340l28-3v46l-28 17zM280 244l-28 17v54l28 4zM280 340l-28-3v46l28 17z"
          fill="#7d1c20"
        />
        <path d="m176 392-44 28H30l0 0h360-102l-44-28z" fill="#ffd77f" />
        <path d="M132 420h156" stroke="#ffbe2e" stroke-width="6" />
      </g>
    </svg>
  )
}

export function ChildPicture() {
  return (
    <svg width="52" height="52" viewBox="0 0 52 52" aria-hidden="true">
      <path d="M4 52V28a22 22 0 0 1 44 0v24z" fill="#fbf2f0" />
      <path d="M9 50c0-9 7-15 17-15s17 6 17 15z" fill="#dcf0e8" />
      <circle cx="26" cy="24" r="10.5" fill="#ffe2a6" />
      <path
        d="M26 13.5c-1.5-3 1-5 3-4"
        stroke="#651519"
        stroke-width="2"
        fill="none"
        stroke-linecap="round"
      />
      <path
        d="M22 23v1M30 23v1M23 28c1.7 1.6 4.3 1.6 6 0"
        stroke="#651519"
        stroke-width="2"
        stroke-linecap="round"
        fill="none"
      />
      <path d="M12 50c1-7 6-11 14-11s13 4 14 11" fill="none" stroke="#16826d" stroke-width="2" />
    </svg>
  )
}

/** A lotus, for a death in the family. */
export function LotusPicture() {
  return (
    <svg width="52" height="52" viewBox="0 0 52 52" aria-hidden="true">
      <path d="M4 52V28a22 22 0 0 1 44 0v24z" fill="#fbf2f0" />
      <path d="M26 14c5 5 7 11 6 19H20c-1-8 1-14 6-19z" fill="#e7b7b1" />
      <path
        d="M12 22c6 1 10 5 12 12l-4 2c-6-2-9-7-8-14zM40 22c-6 1-10 5-12 12l4 2c6-2 9-7 8-14z"
        fill="#b5474a"
      />
      <path d="M8 33c7-1 13 1 18 5 5-4 11-6 18-5-2 6-9 9-18 9S10 39 8 33z" fill="#861b20" />
      <path d="M13 47h26" stroke="#16826d" stroke-width="3" stroke-linecap="round" />
    </svg>
  )
}
