import type { FieldDefinition } from './definition.ts'

/** What an HTML form posts: one or several strings for each input name. */
export type RawInputs = Readonly<Record<string, string | readonly string[] | undefined>>

const PARTS: Partial<Record<FieldDefinition['type'], readonly string[]>> = {
  name: ['surname', 'middle', 'given', 'full'],
  date: ['day', 'month', 'year'],
  address: ['scope', 'unit', 'unitText', 'line', 'place'],
  time: ['hour', 'minute'],
}

/** The input names of a field: `key`, or `key.part` for names, dates, addresses and times. */
export function inputNames(field: FieldDefinition): string[] {
  const parts = PARTS[field.type]
  return parts === undefined ? [field.key] : parts.map((part) => `${field.key}.${part}`)
}

/** Whether an input name belongs to this field; groups own `key.0.sub`. */
export function ownsInput(field: FieldDefinition, name: string): boolean {
  if (field.type !== 'group') return inputNames(field).includes(name)
  const place = itemPlace(field.key, name)
  return place !== undefined && field.fields.some((inner) => ownsInput(inner, place.rest))
}

/** Splits `key.3.sub` into item and inner name; undefined for any other name. */
export function itemPlace(
  groupKey: string,
  name: string,
): { index: number; rest: string } | undefined {
  if (!name.startsWith(`${groupKey}.`)) return undefined
  const match = /^(\d{1,4})\.(.+)$/.exec(name.slice(groupKey.length + 1))
  return match ? { index: Number(match[1]), rest: match[2]! } : undefined
}

/** The first string under a name: NFC, without blanks at the ends; '' when absent. */
export function rawText(raw: RawInputs, name: string): string {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined
  const first = typeof value === 'string' ? value : value?.[0]
  return (first ?? '').normalize('NFC').replace(/^[ \u00a0]+|[ \u00a0]+$/g, '')
}

export function rawList(raw: RawInputs, name: string): string[] {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined
  return (typeof value === 'string' ? [value] : [...(value ?? [])]).filter((item) => item !== '')
}
