import type { CopyRule, FieldDefinition } from './definition.ts'

/** The fields whose answer a field may take over, each with its condition; the first one counts. */
export function copyRules({ copyOf }: Pick<FieldDefinition, 'copyOf'>): readonly CopyRule[] {
  if (copyOf === undefined) return []
  return isList(copyOf) ? copyOf : [copyOf]
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(copyOf: CopyRule | readonly CopyRule[]): copyOf is readonly CopyRule[] {
  return Array.isArray(copyOf)
}
