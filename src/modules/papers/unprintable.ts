import { Refusal } from '../../platform/refusal.ts'

/**
 * The refusal behind a failed export, with the characters that the font lacks as `U+1F600`;
 * undefined when it failed for another reason. Typst quotes them in its message, perhaps escaped.
 */
export function unprintable(cause: unknown): Refusal | undefined {
  const message = cause instanceof Error ? cause.message : String(cause)
  const found = [...message.matchAll(/the text `\\*"([^`]*?)\\*"` could not be displayed/g)]
  if (found.length === 0) return undefined
  const text = found.map(([, part = '']) => part).join('')
  const characters = [...text.replace(/\\+u\{([0-9a-f]+)\}/g, decodeEscape)].map(codePointOf)
  return new Refusal('paper-character-unprintable', { characters: [...new Set(characters)] })
}

function decodeEscape(_all: string, hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16))
}

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * Makes a paper that must exist whatever was written on it: characters that the font lacks are
 * shown by their code, `[U+1F600]`, as invisible ones are.
 */
export function showingUnprintable<D, R>(data: D, make: (data: D) => R): R {
  try {
    return make(data)
  } catch (error) {
    const isThat = error instanceof Refusal && error.code === 'paper-character-unprintable'
    const characters = isThat ? error.data['characters'] : undefined
    if (!Array.isArray(characters)) throw error
    const shown = withCodes(data, new Set(characters))
    // Only a character that is there can be missing: each turn has fewer of them.
    return showingUnprintable(shown, make)
  }
}

function withCodes<D>(data: D, codes: ReadonlySet<unknown>): D {
  const shown = (value: unknown): unknown => {
    if (typeof value === 'string') return [...value].map(shownCharacter).join('')
    if (Array.isArray(value)) return value.map(shown)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]))
  }
  const shownCharacter = (character: string) => {
    const code = codePointOf(character)
    return codes.has(code) ? `[${code}]` : character
  }
  // Strings alone were replaced: it has the shape it had.
  return shown(data) as D
}
