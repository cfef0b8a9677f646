// The parts of the city's work, lowest first. A module imports only modules above it in this list,
// and only through their index.ts. `npm run check` reads this file.
export const modules = [
  'agencies',
  'calendar',
  'audit',
  'files',
  'papers',
  'people',
  'persons',
  'accounts',
  'forms',
  'procedures',
  'intake',
  'dossiers',
  'slips',
  'registry',
  'interlink',
  'notifications',
]

/** Modules that also run in the browser: they import no server file. */
export const shared = ['people', 'forms']
