export type NameProblem =
  | 'name-empty'
  | 'name-has-control'
  | 'name-has-digit'
  | 'name-not-latin'
  | 'name-has-symbol'
  | 'name-single-letter'
  | 'name-too-long'

/**
 * "Không đặt tên quá dài, khó sử dụng": the law gives no figure; this is the city's [check].
 * @basis TT 04/2020/TT-BTP Điều 6
 */
export const nameLengthMax = 120

/** Typed spaces of any width. Invisible characters are not spaces: `checkName` reports them. */
const SPACES = /[ \t\r\n\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu

/**
 * A name as it is stored: NFC, single spaces. Case and marks stay exactly as typed (practice.md
 * 24): *Hoà* and *Hòa* are two spellings, and each is somebody's.
 */
export function normaliseName(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').replace(/^ | $/g, '')
}

/**
 * Checks a full name, or a part of one; returns the first thing wrong, or undefined. Letters are
 * Latin with any marks, so that names of every people of Vietnam pass (H'Hen Niê, Y-Bhiăt, K’Brơi);
 * hyphens and apostrophes stand between letters.
 * @basis BLDS 91/2015/QH13 Điều 26(3): Vietnamese or another language of Vietnam, no digits, no
 * character that is not a letter
 */
export function checkName(text: string): NameProblem | undefined {
  const name = normaliseName(text)
  if (name === '') return 'name-empty'
  if (HIDDEN.test(name)) return 'name-has-control'
  if (/\p{N}/u.test(name)) return 'name-has-digit'
  if (OTHER_SCRIPT.test(name)) return 'name-not-latin'
  // Fullwidth letters, ligatures and the like are letters only in looks.
  if (name.normalize('NFKC') !== name || !WORDS.test(name)) return 'name-has-symbol'
  if ([...name].length > nameLengthMax) return 'name-too-long'
  if (lettersIn(name) < 2) return 'name-single-letter'
  return undefined
}

/** As `checkName`, for one of surname, middle and given name, which may be a single letter (Y, Ý). */
export function checkNamePart(text: string): NameProblem | undefined {
  const problem = checkName(text)
  return problem === 'name-single-letter' ? undefined : problem
}

/** Controls, bidirectional marks, zero-width and unassigned characters, line separators. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

const OTHER_SCRIPT = /(?![\p{Script=Latin}ʼ])\p{L}/u

/** Words of letters, each with at most three marks of its own; `-`, `'`, `’` and `ʼ` join them. */
const WORDS = /^(?:\p{Script=Latin}\p{M}{0,3})+(?:[-'’ʼ ](?:\p{Script=Latin}\p{M}{0,3})+)*$/u

function lettersIn(name: string): number {
  return name.match(/\p{L}/gu)?.length ?? 0
}

/** Parts are hints: each may be missing, and the full name stays the truth. */
export type NameParts = { surname?: string; middle?: string; given?: string }

/**
 * A guess at the parts of a full name: surname first, given name last, the rest between. One word
 * is a given name. Where the first word marks the name of a people that puts the surname last or
 * has none (H'Hen Niê, Y Bhiăt, K'Brơi), nothing is guessed.
 */
export function splitName(full: string): NameParts {
  const words = normaliseName(full).split(' ').filter(Boolean)
  const [first = '', ...rest] = words
  if (first === '' || /^[HYK](?:$|['’ʼ-])/iu.test(first)) return {}
  const given = rest.pop()
  if (given === undefined) return { given: first }
  return rest.length === 0
    ? { surname: first, given }
    : { surname: first, middle: rest.join(' '), given }
}

/** The full name that parts make, in the order of Vietnamese names. */
export function joinName({ surname = '', middle = '', given = '' }: NameParts): string {
  return normaliseName([surname, middle, given].join(' '))
}

/** As certificates print it: upper case. */
export function printedName(full: string): string {
  return normaliseName(full).toLocaleUpperCase('vi').normalize('NFC')
}
