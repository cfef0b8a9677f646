import { parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'

/** Results come back as erasable notes, one a fact: `result:<leg>:<key>`. */
export function resultNote(leg: string, key: string): string {
  return `result:${leg}:${key}`
}

/** What legs brought back so far, by `<leg>.<key>`; the newest of each. */
export function resultsIn(
  notes: readonly { kind: string; body: string }[],
): Readonly<Record<string, string>> {
  const found = notes.toReversed().flatMap(({ kind, body }) => {
    const [what, leg, key] = kind.split(':')
    return what === 'result' && leg && key ? [[`${leg}.${key}`, body] as const] : []
  })
  return Object.fromEntries(found)
}

/** A day in a result: `2016-08-12` or, as officers write it, `12/08/2016`. */
export function dayIn(text: string | undefined): PlainDate | undefined {
  const [date = '', month = '', year = ''] = (text ?? '').trim().split('/')
  return parsePlainDate(year === '' ? date : `${year}-${month}-${date}`)
}
