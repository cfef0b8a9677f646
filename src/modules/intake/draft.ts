import { Refusal } from '../../platform/refusal.ts'
import { allFields, findField, type Answers, type FormDefinition } from '../forms/index.ts'

/** A declaration being filled in. `keptAside`: answers a later answer or a new law hid; never lost. */
export type Draft = {
  id: string
  procedureKey: string
  revision: number
  agencyId: string | null
  answers: Answers
  keptAside: Answers
  version: number
  resumeCode: string
  phone: string | null
  phoneConfirmedAt: Date | null
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
  sealedAt: Date | null
  /** Filled in at this agency's counter by this officer; null: by the citizen. */
  counterAgencyId: string | null
  counterStaffId: string | null
  /** The paper slip given out without power, and when; entered later (nhập bù). */
  slipNo: number | null
  trulyFiledAt: Date | null
}

export type DraftFile = {
  id: string
  field: string
  component: string
  sha256: string
  sizeBytes: number
  mime: string
  name: string
  uploadedAt: Date
}

/** Without 0, 1, I, L, O, U: read aloud over the telephone without doubt. */
export const RESUME_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `4F7K 29QD` */
export function showResumeCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** What people type, with spaces and in either case; undefined when it cannot be a code. */
export function readResumeCode(text: string): string | undefined {
  const compact = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  const shaped =
    compact.length === 8 && [...compact].every((char) => RESUME_ALPHABET.includes(char))
  return shaped ? compact : undefined
}

/** A filed draft, frozen. The dossier has the same id. */
export type Seal = {
  id: string
  requestKey: string
  agencyId: string
  procedureKey: string
  revision: number
  content: SealContent
  contentSha256: string
  sealedAt: Date
}

/** `phone` is null only for a filing at the counter: the slip's QR and secret stand in for it. */
export type SealContent = {
  answers: Answers
  phone: string | null
  files: readonly SealedFile[]
}

export type SealedFile = Omit<DraftFile, 'uploadedAt'>

/**
 * A draft's answers with the ids of its uploaded files under their fields, as the form engine and
 * the seal expect them.
 */
export function answersWithFiles(
  answers: Answers,
  files: readonly { id: string; field: string }[],
): Answers {
  const byField = Map.groupBy(files, (file) => file.field)
  const ids = [...byField].map(([field, list]) => [field, list.map((file) => file.id)] as const)
  return { ...answers, ...Object.fromEntries(ids) }
}

/**
 * The same for a decision: what the answers themselves say of papers is not believed, only files
 * that are kept count.
 */
export function answersWithOnlyFiles(
  form: FormDefinition,
  answers: Answers,
  files: readonly { id: string; field: string }[],
): Answers {
  const isFile = new Set(
    allFields(form).flatMap(({ field }) => (field.type === 'file' ? [field.key] : [])),
  )
  const typed = Object.entries(answers).filter(([key]) => !isFile.has(key))
  return answersWithFiles(Object.fromEntries(typed), files)
}

/**
 * Answers are to fields of the form; papers come by `attachFile` alone, so naming one is naming no
 * field. Values are kept right or wrong: filing judges them. Refuses `field-unknown`.
 */
export function ensureFields(form: FormDefinition, set: Answers): void {
  for (const key of Object.keys(set)) {
    const field = findField(form, key)
    if (field?.key !== key || field.type === 'file') {
      throw new Refusal('field-unknown', { field: key.slice(0, 80) })
    }
  }
}
