import type { Ctx } from '../../platform/ctx.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FileStore } from '../files/index.ts'
import { findField, type FieldDefinition } from '../forms/index.ts'
import { inspectUpload } from '../papers/index.ts'
import { loadProcedures } from '../procedures/index.ts'
import { getOwnDraft, lockOpenDraft } from './access.ts'
import type { DraftFile } from './draft.ts'
import { deleteDraftFile, insertDraftFile, listDraftFiles } from './store.ts'

export type AttachFile = { draftId: string; field: string; bytes: Uint8Array; name: string }

export type FileField = Extract<FieldDefinition, { type: 'file' }>

/** All the photos and papers of one draft or supplement together, in bytes. */
export const FILES_TOTAL_BYTES_MAX = 200 * 1024 * 1024

/**
 * Stores one photo or PDF of a draft: bytes first (hashed, on disk), then the row. Refuses
 * `not-found`, `draft-already-filed`, `draft-expired`, `field-unknown`, `file-empty`,
 * `file-too-large`, `file-type-mismatch`, `file-type-not-accepted`, `file-damaged`,
 * `file-pdf-has-script`, `file-pdf-encrypted`, `file-already-attached`, `files-too-many`.
 */
export async function attachFile(
  ctx: Ctx,
  files: FileStore,
  input: AttachFile,
): Promise<DraftFile> {
  const procedures = await loadProcedures(ctx.db)
  const draft = await getOwnDraft(ctx, input.draftId)
  const definition = procedures.revision(draft.procedureKey, draft.revision)
  const field = definition && fileFieldOf(findField(definition.form, input.field))
  if (!field) throw new Refusal('field-unknown', { field: input.field })
  ensureRoom(field, await listDraftFiles(ctx.db, draft.id), input.bytes.length)
  const mime = ensureAcceptable(field, input.bytes)
  // Slow work happens before the transaction, so that a slow disk holds no connection. Bytes of a
  // file that is refused below are nobody's and harm nothing.
  const stored = await files.store(input.bytes, { sizeBytesMax: field.sizeBytesMax })
  const name = tidyName(input.name)
  return ctx.db.tx(async (db) => {
    const locked = await lockOpenDraft(ctx, db, input.draftId)
    ensureRoom(field, await listDraftFiles(db, locked.id), stored.sizeBytes)
    const now = ctx.clock.now()
    const file: DraftFile = {
      id: uuidv7(now),
      field: field.key,
      component: field.component,
      ...stored,
      mime,
      name,
      uploadedAt: now,
    }
    const added = await insertDraftFile(db, locked.id, file)
    if (!added) throw new Refusal('file-already-attached', { field: field.key })
    return file
  })
}

export function fileFieldOf(field: FieldDefinition | undefined): FileField | undefined {
  return field?.type === 'file' ? field : undefined
}

/** Refuses `files-too-many`. */
export function ensureRoom(
  field: FileField,
  present: readonly { field: string; sizeBytes: number }[],
  sizeBytes: number,
): void {
  const here = present.filter((file) => file.field === field.key).length
  const total = present.reduce((sum, file) => sum + file.sizeBytes, sizeBytes)
  if (here >= field.filesMax || total > FILES_TOTAL_BYTES_MAX) {
    throw new Refusal('files-too-many', { field: field.key, filesMax: field.filesMax })
  }
}

/** What the bytes really are. Refuses with the inspection's code or `file-type-not-accepted`. */
export function ensureAcceptable(field: FileField, bytes: Uint8Array): string {
  if (bytes.length > field.sizeBytesMax) {
    throw new Refusal('file-too-large', { field: field.key, sizeBytesMax: field.sizeBytesMax })
  }
  const inspected = inspectUpload(bytes)
  if (!inspected.ok) throw new Refusal(inspected.code, { field: field.key })
  if (!field.accept.some((mime) => mime === inspected.mime)) {
    throw new Refusal('file-type-not-accepted', { field: field.key })
  }
  return inspected.mime
}

/** The name is only for people to recognise the file: no paths, no control characters, 120 letters. */
export function tidyName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const visible = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return [...visible].slice(0, 120).join('') || 'tệp'
}

export type RemoveFile = { draftId: string; fileId: string }

/** Takes a file out of an open draft. Refuses `not-found`, `draft-already-filed`, `draft-expired`. */
export async function removeFile(ctx: Ctx, input: RemoveFile): Promise<void> {
  await ctx.db.tx(async (db) => {
    const draft = await lockOpenDraft(ctx, db, input.draftId)
    const gone = await deleteDraftFile(db, draft.id, input.fileId)
    if (!gone) throw new Refusal('not-found')
  })
}
