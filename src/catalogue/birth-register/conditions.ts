import type { Condition } from '../../modules/forms/index.ts'

/** Whose child it is, asked first of all: most of the form hangs on it. */
export type ChildOrigin = 'parents' | 'surrogacy' | 'abandoned' | 'unknownParents'

export function childIs(...cases: readonly ChildOrigin[]): Condition {
  return { field: 'child.origin', in: cases }
}

export const HAS_PARENTS = childIs('parents', 'surrogacy')
export const NO_PARENTS = childIs('abandoned', 'unknownParents')

/** Married, or the father recognises the child: then there is a father to name. */
export const HAS_FATHER: Condition = { field: 'parents.relation', in: ['married', 'recognised'] }

export const IS_MARRIED: Condition = { field: 'parents.relation', is: 'married' }

export function filedBy(...relations: readonly string[]): Condition {
  return { field: 'requester.relation', in: relations }
}

export function unanswered(field: string): Condition {
  return { field, answered: false }
}
