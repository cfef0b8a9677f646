import { parsePlainDate } from '../../platform/plain-date.ts'
import { complete, findField, type Answer, type Answers } from '../forms/index.ts'
import { normaliseNumber, readPersonalNumber } from '../people/index.ts'
import type { Identity } from '../persons/index.ts'
import type { ProcedureDefinition, SubjectFields } from './definition.ts'

/**
 * The fields that say who the subject is: as the definition names them, else by the usual keys
 * beside `roles.subjectName` (`child.birthDate` beside `child.name`) that the form has.
 */
export function subjectFields(definition: Named): SubjectFields {
  if (definition.subject) return definition.subject
  const { subjectName } = definition.roles
  const [who] = subjectName.split('.')
  const fields: SubjectFields = { name: subjectName }
  for (const [property, keys] of Object.entries(USUAL)) {
    const key = keys.map((one) => one.replace('*', who ?? '')).find(isIn(definition))
    if (key !== undefined) fields[property as keyof typeof USUAL] = key // a key of USUAL
  }
  return fields
}

type Named = Pick<ProcedureDefinition, 'subject' | 'form'> & {
  roles: Pick<ProcedureDefinition['roles'], 'subjectName'>
}

const USUAL = {
  birthDate: ['*.birthDate'],
  birthYear: ['*.birthYear'],
  sex: ['*.sex'],
  number: ['*.personalNumber', '*.idNumber'],
  motherName: ['mother.name'],
  fatherName: ['father.name'],
  residence: ['*.lastResidence', '*.residence'],
} as const satisfies Partial<Record<keyof SubjectFields, readonly string[]>>

const isIn =
  ({ form }: Pick<ProcedureDefinition, 'form'>) =>
  (key: string): boolean =>
    findField(form, key) !== undefined

/** Who the subject is, as declared; undefined while not even the name is. */
export function subjectOf(definition: Named, declared: Answers): Identity | undefined {
  const fields = subjectFields(definition)
  const answers = complete(definition.form, declared)
  const answer = (key: string | undefined) => (key === undefined ? undefined : answers[key])
  const name = nameIn(answer(fields.name))
  if (name === undefined) return undefined
  const sex = answer(fields.sex)
  return {
    name,
    ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    ...birthIn(answer(fields.birthDate) ?? answer(fields.birthYear)),
    ...given('motherName', nameIn(answer(fields.motherName))),
    ...given('fatherName', nameIn(answer(fields.fatherName))),
    ...given('number', numberIn(answer(fields.number))),
  }
}

function given<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string }) // the key given
}

function nameIn(answer: Answer | undefined): string | undefined {
  const text = typeof answer === 'object' && 'full' in answer ? answer.full : answer
  return typeof text === 'string' && text.trim() !== '' ? text : undefined
}

/** A date may lack its day and month: `1950`. */
function birthIn(answer: Answer | undefined): Pick<Identity, 'birthDate' | 'birthYear'> {
  const text = String(answer ?? '')
  const birthDate = parsePlainDate(text)
  if (birthDate) return { birthDate }
  return /^\d{4}(-|$)/.test(text) ? { birthYear: Number(text.slice(0, 4)) } : {}
}

function numberIn(answer: Answer | undefined): string | undefined {
  const number = typeof answer === 'string' ? normaliseNumber(answer) : ''
  return readPersonalNumber(number) ? number : undefined
}
