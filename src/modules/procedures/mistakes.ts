import Schema from 'typebox/schema'
import {
  allFields,
  checkDefinition,
  checkTexts,
  conditionFields,
  type FieldDefinition,
  type Mistake as FormMistake,
} from '../forms/index.ts'
import { isStaffRole } from '../accounts/index.ts'
import { isCheckRegistered } from './checks.ts'
import { parsePlainDate } from '../../platform/plain-date.ts'
import type { ProcedureDefinition } from './definition.ts'
import { MAIN_FORM } from './declarations.ts'
import { checkLegLengths } from './leg-lengths.ts'
import { checkLegs } from './leg-mistakes.ts'
import { isJurisdictionRule } from './jurisdiction.ts'
import { procedureSchema } from './schema.ts'

/** A mistake of the author: where, what kind, and what exactly. */
export type Mistake = { path: string; code: string; detail?: string }

const compiled = Schema.Compile(procedureSchema)

/** Whether a document has the published shape. */
export function hasProcedureShape(document: unknown): document is ProcedureDefinition {
  return compiled.Check(document)
}

/**
 * Every mistake in a document at once: first its shape; when that is right, what only the whole
 * document can say: fields that do not exist, checks nobody registered, steps in no good order.
 */
export function findMistakes(document: unknown): Mistake[] {
  if (!hasProcedureShape(document)) return shapeMistakes(document)
  const { form: _form, ...head } = document
  return [
    ...checkDefinition(document.form).map(inForm),
    ...checkTexts(head),
    ...checkDays(document),
    ...checkFields(document),
    ...checkSteps(document),
    ...checkLegs(document),
    ...checkLegLengths(document),
    ...checkForms(document),
    ...checkRules(document),
    ...checkResultFacts(document),
  ]
}

function inForm(mistake: FormMistake): Mistake {
  return { ...mistake, path: `form/${mistake.path}` }
}

const SHAPE_MISTAKES_MAX = 40

function shapeMistakes(document: unknown): Mistake[] {
  const [, errors] = compiled.Errors(document)
  return errors.slice(0, SHAPE_MISTAKES_MAX).map((error) => ({
    path: error.instancePath || '/',
    code: 'shape',
    detail: error.message,
  }))
}

function checkDays({ validFrom, validTo }: ProcedureDefinition): Mistake[] {
  const found: Mistake[] = []
  const [from, to] = [parsePlainDate(validFrom), validTo === null ? null : parsePlainDate(validTo)]
  if (from === undefined) found.push({ path: 'validFrom', code: 'day-not-real' })
  if (to === undefined) found.push({ path: 'validTo', code: 'day-not-real' })
  if (from && to && to < from) found.push({ path: 'validTo', code: 'ends-before-it-begins' })
  return found
}

function checkFields(definition: ProcedureDefinition): Mistake[] {
  const fields = new Map(allFields(definition.form).map(({ field }) => [field.key, field]))
  const components = new Set(definition.components.map(({ key }) => key))
  const found: Mistake[] = []
  for (const [role, key] of Object.entries(definition.roles)) {
    const mistake = key === null ? undefined : checkRole(role, fields.get(key))
    if (mistake) found.push({ path: `roles/${role}`, code: mistake, detail: key ?? '' })
  }
  for (const key of Object.values(definition.register?.givesNumber ?? {}))
    if (!fields.has(key))
      found.push({ path: 'register/givesNumber', code: 'reference-unknown', detail: key })
  for (const key of Object.values(definition.subject ?? {}))
    if (!fields.has(key)) found.push({ path: 'subject', code: 'reference-unknown', detail: key })
  for (const key of (definition.duplicateKeys ?? []).flat().filter((name) => !fields.has(name)))
    found.push({ path: 'duplicateKeys', code: 'reference-unknown', detail: key })
  for (const key of citedKeys(definition).filter((name) => !fields.has(name)))
    found.push({ path: 'cites', code: 'reference-unknown', detail: key })
  for (const { about } of definition.supplementReasons ?? [])
    if (!fields.has(about) && !components.has(about))
      found.push({ path: 'supplementReasons', code: 'reference-unknown', detail: about })
  for (const component of definition.components) {
    const unread = component.when ? conditionFields(component.when) : []
    for (const key of unread.filter((candidate) => !fields.has(candidate)))
      found.push({
        path: `components/${component.key}`,
        code: 'condition-on-unknown-field',
        detail: key,
      })
  }
  for (const field of fields.values()) {
    if (field.type === 'file' && !components.has(field.component))
      found.push({
        path: `form/field ${field.key}`,
        code: 'component-unknown',
        detail: field.component,
      })
  }
  return found
}

function checkForms({ furtherDeclarations = [] }: ProcedureDefinition): Mistake[] {
  const keys = furtherDeclarations.map(({ key }) => key)
  if (new Set(keys).size === keys.length && !keys.includes(MAIN_FORM)) return []
  return [{ path: 'furtherDeclarations', code: 'key-duplicate' }]
}

const ROLE_TYPES: Record<string, readonly FieldDefinition['type'][]> = {
  subjectName: ['name', 'text'],
  requesterName: ['name', 'text'],
  requesterAddress: ['address'],
  phone: ['phone'],
  copies: ['number'],
}

function checkRole(role: string, field: FieldDefinition | undefined): string | undefined {
  if (!field) return 'role-field-unknown'
  const types = ROLE_TYPES[role]
  return types && !types.includes(field.type) ? 'role-field-type' : undefined
}

function checkSteps({ steps }: ProcedureDefinition): Mistake[] {
  const found: Mistake[] = []
  const keys = steps.map(({ key }) => key)
  if (new Set(keys).size < keys.length) found.push({ path: 'steps', code: 'key-duplicate' })
  if (steps.at(-1)?.kind !== 'sign') found.push({ path: 'steps', code: 'last-step-not-sign' })
  const signs = steps.filter(({ kind }) => kind === 'sign').length
  if (signs > 1) found.push({ path: 'steps', code: 'signs-twice' })
  // What the signer sends back goes to the step that proposed it.
  const proposes = steps.some(({ kind }) => kind === 'propose')
  if (!proposes) found.push({ path: 'steps', code: 'propose-missing' })
  for (const { key, role } of steps.filter((step) => !isStaffRole(step.role)))
    found.push({ path: `steps/${key}`, code: 'role-unknown', detail: role })
  return found
}

function checkRules(definition: ProcedureDefinition): Mistake[] {
  const unknown = definition.checks
    .filter(({ rule }) => !isCheckRegistered(rule))
    .map(({ rule }) => ({ path: 'checks', code: 'check-unknown', detail: rule }))
  const { rule } = definition.jurisdiction
  if (isJurisdictionRule(rule)) return unknown
  return [...unknown, { path: 'jurisdiction', code: 'jurisdiction-unknown', detail: rule }]
}

function checkResultFacts({ result }: ProcedureDefinition): Mistake[] {
  const keys = (result.facts ?? []).map(({ key }) => key)
  const found: Mistake[] =
    new Set(keys).size < keys.length ? [{ path: 'result/facts', code: 'key-duplicate' }] : []
  for (const { key, pattern } of result.facts ?? [])
    if (!isPattern(pattern))
      found.push({ path: `result/facts/${key}`, code: 'pattern-not-regular', detail: pattern })
  return found
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** Fields that the definition reads to cite a paper, or to begin the next errand. */
function citedKeys({ cites, continuesWith = [] }: ProcedureDefinition): string[] {
  const own = cites ? [cites.number, cites.day, cites.issuer] : []
  const passed = continuesWith.flatMap(({ answers }) => Object.values(answers))
  return [...own, ...passed.filter((source) => source !== '=number' && source !== '=day')]
}
