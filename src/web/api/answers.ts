import {
  checkField,
  findField,
  type Answer,
  type Answers,
  type FieldDefinition,
  type FormDefinition,
  type FormWorld,
  type Problem,
} from '../../modules/forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'

/**
 * What a client sets must be answers of this form: its fields, in the kind of value each stores.
 * Whether they are right is told as `problems`, as on the pages. Papers come by upload alone. Throws
 * Refusal `request-invalid`.
 */
export function ensureAnswers(form: FormDefinition, set: Answers, world: FormWorld): void {
  const problems = Object.entries(set).flatMap(([key, answer]) =>
    problemsOf(form, key, answer, { answers: set, world }).map(({ field, code }) => ({
      at: `body/${field}`,
      message: code,
    })),
  )
  if (problems.length === 0) return
  const where = problems.map(({ at, message }) => `${at} ${message}`).join('; ')
  throw new Refusal('request-invalid', { where, problems: problems.slice(0, 50) })
}

type Found = Pick<Problem, 'field' | 'code'>

function problemsOf(
  form: FormDefinition,
  key: string,
  answer: Answer,
  checkedIn: { answers: Answers; world: FormWorld },
): Found[] {
  const field = topField(form, key)
  if (field === undefined) return [{ field: key.slice(0, 80), code: 'field-unknown' }]
  if (field.type === 'file') return [{ field: key, code: 'field-by-upload' }]
  const wrong = checkField(field, answer, checkedIn).filter(
    ({ code }) => code === 'answer-shape' || code === 'field-unknown',
  )
  return [...wrong, ...filesInItems(field, answer)]
}

/** `group.0.sub` names a field inside a group, which is answered as a whole. */
function topField(form: FormDefinition, key: string): FieldDefinition | undefined {
  const field = findField(form, key)
  return field?.key === key ? field : undefined
}

function filesInItems(field: FieldDefinition, answer: Answer): Found[] {
  if (field.type !== 'group' || !Array.isArray(answer)) return []
  const files = field.fields.filter(({ type }) => type === 'file').map(({ key }) => key)
  return answer.flatMap((item: unknown, index) =>
    files
      .filter((key) => typeof item === 'object' && item !== null && Object.hasOwn(item, key))
      .map((key) => ({ field: `${field.key}.${index}.${key}`, code: 'field-by-upload' })),
  )
}
