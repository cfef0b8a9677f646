/**
 * Characters that print nothing or turn the reading direction: controls, bidi marks, zero-width
 * characters, tags, noncharacters. A name that holds one reads differently from how it is stored.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu

/**
 * The text as it may be printed: NFC, each invisible character shown as `[U+202E]`. Line ends are
 * shown too, since a line more could pass for a row of the paper, unless `lineBreaks` keeps them.
 */
export function printable(text: string, { lineBreaks = false } = {}): string {
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n')
  return composed.replace(INVISIBLE, (character) => {
    if (lineBreaks && character === '\n') return character
    const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return `[U+${hex}]`
  })
}

/** `printable` for every string inside plain data. */
export function printableData(data: unknown, options: { lineBreaks?: boolean } = {}): unknown {
  if (typeof data === 'string') return printable(data, options)
  if (Array.isArray(data)) return data.map((item) => printableData(item, options))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, printableData(value, options)]),
  )
}

/** A name as certificates print it: capitals with their marks. */
export function inCapitals(name: string): string {
  return name.toLocaleUpperCase('vi')
}
