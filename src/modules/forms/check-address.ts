import type {
  AddressValue,
  Answer,
  Answers,
  FieldDefinition,
  FormDefinition,
  FormWorld,
  Problem,
  UnitName,
} from './definition.ts'
import { allFields } from './journey.ts'
import { inSentence, labelEn, problem } from './messages.ts'
import { hasShape } from './shape.ts'
import { unitInput } from './to-input.ts'

type AddressField = FieldDefinition & { type: 'address' }

const LINE_MAX = 200

/** A commune in force on the day of the check with a line, or a place elsewhere in words. */
export function checkAddress(field: AddressField, answer: Answer, world: FormWorld): Problem[] {
  const address = asAddress(answer)
  if (!address || !field.scopes.includes(address.scope)) return [wrongScope(field)]
  const where =
    address.scope === 'city' ? checkUnit(field, address, world) : checkPlace(field, address)
  return [...where, ...checkLine(field, address)]
}

function asAddress(answer: Answer): AddressValue | undefined {
  return typeof answer === 'object' && 'scope' in answer ? answer : undefined
}

function wrongScope(field: AddressField): Problem {
  const message = {
    vi: `${field.label.vi}: chọn lại nơi ở trong hay ngoài thành phố`,
    en: `${labelEn(field)}: choose again whether it is in the city`,
  }
  return problem(field, 'not-an-option', message, 'scope')
}

function checkPlace(field: AddressField, address: AddressValue): Problem[] {
  if (address.place !== '') return tooLong(field, address.place, 'place')
  const message = {
    vi: `${field.label.vi}: nhập tên xã, tỉnh hoặc nước`,
    en: `${labelEn(field)}: enter the commune, province or country`,
  }
  return [problem(field, 'missing', message, 'place')]
}

function checkLine(field: AddressField, address: AddressValue): Problem[] {
  if (address.line !== '') return tooLong(field, address.line, 'line')
  if (field.lineOptional) return []
  const message = {
    vi: `${field.label.vi}: nhập số nhà, ngõ, phố hoặc thôn`,
    en: `${labelEn(field)}: enter the house number, lane, street or village`,
  }
  return [problem(field, 'missing', message, 'line')]
}

function tooLong(field: AddressField, text: string, part: string): Problem[] {
  if ([...text].length <= LINE_MAX && !/[\p{Cc}\p{Cf}]/u.test(text)) return []
  const message = {
    vi: `${field.label.vi}: viết lại, không quá ${LINE_MAX} chữ, không có ký tự ẩn`,
    en: `${labelEn(field)}: write it again, at most ${LINE_MAX} characters, none hidden`,
  }
  return [problem(field, 'text-too-long', message, part)]
}

function checkUnit(field: AddressField, address: AddressValue, world: FormWorld): Problem[] {
  if (address.unit !== undefined) {
    const unit = world.unitOn(address.unit, world.today)
    const isSame = unit && (!address.unitFrom || address.unitFrom === unit.validFrom)
    return isSame ? [] : [noLongerValid(field, address, world)]
  }
  if (address.place === '') {
    const message = {
      vi: `${field.label.vi}: chọn phường, xã`,
      en: `${labelEn(field)}: choose the ward or commune`,
    }
    return [problem(field, 'missing', message, 'unitText')]
  }
  const found = world.searchUnits?.(address.place, world.today) ?? []
  if (found.length === 0) return [unknownUnit(field, address.place)]
  const message = {
    vi: `Có nhiều nơi tên “${address.place}”. Chọn đúng phường, xã trong danh sách`,
    en: `Several places are called “${address.place}”. Choose the right one from the list`,
  }
  return [{ ...problem(field, 'unit-ambiguous', message, 'unit'), candidates: offers(found) }]
}

function unknownUnit(field: AddressField, typed: string): Problem {
  const message = {
    vi: `Không tìm thấy phường, xã tên “${typed.slice(0, 60)}”. Nhập tên phường, xã hiện nay`,
    en: `No ward or commune is called “${typed.slice(0, 60)}”. Enter its present name`,
  }
  return problem(field, 'unit-unknown', message, 'unitText')
}

function noLongerValid(field: AddressField, address: AddressValue, world: FormWorld): Problem {
  const next = world.successors?.(address.unit!, address.unitFrom, world.today) ?? []
  const name = address.place || address.unit!
  const names = next.map((unit) => unit.printed).join('; ')
  const message = {
    vi: names
      ? `“${name}” không còn. Nay là: ${names}. Chọn ${inSentence(field.label.vi)} theo tên mới`
      : `“${name}” không còn. Chọn phường, xã hiện nay`,
    en: names
      ? `“${name}” no longer exists. It is now: ${names}. Choose the new name`
      : `“${name}” no longer exists. Choose the present ward or commune`,
  }
  const wrong = problem(field, 'unit-not-valid', message, 'unit')
  return next.length > 0 ? { ...wrong, candidates: offers(next) } : wrong
}

const OFFERS_MAX = 12

function offers(units: readonly UnitName[]): { value: string; label: string }[] {
  return units.slice(0, OFFERS_MAX).map((unit) => ({
    value: unitInput(unit.code, unit.validFrom),
    label: unit.printed,
  }))
}

/**
 * Turns typed commune names into units where only one can be meant, and prints every known unit as
 * the city prints it. Call it on answers that come from outside before they are stored or filed;
 * what stays unclear is a problem of `validatePage`, with candidates.
 */
export function resolveAddresses(
  form: FormDefinition,
  answers: Answers,
  world: FormWorld,
): Answers {
  const resolved: Record<string, Answer> = { ...answers }
  for (const { field } of allFields(form)) {
    const answer = resolved[field.key]
    if (answer !== undefined) resolved[field.key] = resolveAnswer(field, answer, world)
  }
  return resolved
}

function resolveAnswer(field: FieldDefinition, answer: Answer, world: FormWorld): Answer {
  if (!hasShape(field, answer)) return answer
  if (field.type === 'group' && Array.isArray(answer))
    return (answer as readonly Answers[]).map((item) => {
      const next: Record<string, Answer> = { ...item }
      for (const inner of field.fields) {
        const value = next[inner.key]
        if (value !== undefined) next[inner.key] = resolveAnswer(inner, value, world)
      }
      return next
    })
  const address = asAddress(answer)
  return address?.scope === 'city' ? resolveAddress(address, world) : answer
}

function resolveAddress(address: AddressValue, world: FormWorld): AddressValue {
  const { unit: code, unitFrom, place, line } = address
  if (code !== undefined) {
    const unit = world.unitOn(code, world.today)
    if (!unit || (unitFrom && unitFrom !== unit.validFrom)) return address
    if (place === '' || fold(unit.printed).includes(fold(place)))
      return { scope: 'city', unit: code, unitFrom: unit.validFrom, place: unit.printed, line }
    // Another name was typed over the one chosen before: what was typed counts.
  }
  const found = place === '' ? [] : (world.searchUnits?.(place, world.today) ?? [])
  const exact = found.filter((unit) => fold(unit.printed) === fold(place))
  const named = found.filter((unit) => shortName(unit.printed) === fold(place))
  const only = [exact, named, found].find((units) => units.length === 1)?.[0]
  if (!only) return { scope: 'city', place, line }
  return { scope: 'city', unit: only.code, unitFrom: only.validFrom, place: only.printed, line }
}

/** "lang thuong" of "phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội". */
function shortName(printed: string): string {
  return fold(printed.split(',')[0]!).replace(/^(phuong|xa|thi tran) /, '')
}

/** Without marks and capitals, as people type in haste. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
