import type { Answer, Answers, Condition } from './definition.ts'

/** Whether a condition holds. Total: an unanswered or unknown field simply is not equal. */
export function evaluate(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, answers))
  if ('any' in condition) return condition.any.some((part) => evaluate(part, answers))
  if ('not' in condition) return !evaluate(condition.not, answers)
  const answer = Object.hasOwn(answers, condition.field) ? answers[condition.field] : undefined
  if ('answered' in condition) return isAnswered(answer) === condition.answered
  if ('in' in condition) return condition.in.some((value) => value === answer)
  return condition.is === answer
}

/** Whether there is anything in an answer: an empty name or list is no answer. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null || answer === '') return false
  if (typeof answer !== 'object') return true
  if ('full' in answer) return answer.full !== ''
  if ('scope' in answer) return Boolean(answer.unit || answer.place || answer.line)
  return answer.length > 0
}

/** Field keys that a condition reads. */
export function conditionFields(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(conditionFields)
  if ('any' in condition) return condition.any.flatMap(conditionFields)
  if ('not' in condition) return conditionFields(condition.not)
  return [condition.field]
}
