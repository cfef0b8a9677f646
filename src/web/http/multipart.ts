import type { FastifyRequest } from 'fastify'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import { Refusal } from '../../platform/refusal.ts'
import type { FormBody, MultipartLimits, UploadPart } from './route.ts'

export type MultipartBody = { fields: FormBody; files(): AsyncIterable<UploadPart> }

const FIELDS_MAX = 200
const FIELD_BYTES_MAX = 64 * 1024
export const FILES_MAX = 10

/**
 * Reads the fields up to the first file, so that the form's token can be checked before a byte of a
 * file is taken; later fields join `fields` while the files are read.
 */
export async function readMultipart(
  request: FastifyRequest,
  limits: MultipartLimits,
): Promise<MultipartBody> {
  if (!request.isMultipart()) throw new Refusal('body-type-unknown')
  const sent = request.parts({
    limits: {
      fileSize: limits.sizeBytesMax,
      files: limits.filesMax ?? FILES_MAX,
      fields: FIELDS_MAX,
      fieldSize: FIELD_BYTES_MAX,
    },
  })
  const parts = sent[Symbol.asyncIterator]()
  const fields: Record<string, string | string[]> = Object.create(null)
  const firstFile = await readFields(parts, fields)
  return { fields, files: () => filesFrom(parts, { firstFile, fields, limits }) }
}

async function readFields(
  parts: AsyncIterator<Multipart>,
  fields: Record<string, string | string[]>,
): Promise<MultipartFile | undefined> {
  for (;;) {
    const next = await parts.next()
    if (next.done) return undefined
    if (next.value.type === 'file') return next.value
    const { fieldname, value } = next.value
    const text = typeof value === 'string' ? value : ''
    if (text.includes('\0')) throw new Refusal('body-not-text')
    const before = fields[fieldname]
    fields[fieldname] =
      before === undefined ? text : typeof before === 'string' ? [before, text] : [...before, text]
  }
}

type FilesFrom = {
  firstFile: MultipartFile | undefined
  fields: Record<string, string | string[]>
  limits: MultipartLimits
}

async function* filesFrom(
  parts: AsyncIterator<Multipart>,
  { firstFile, fields, limits }: FilesFrom,
): AsyncIterable<UploadPart> {
  for (let file = firstFile; file !== undefined; file = await readFields(parts, fields)) {
    yield uploadOf(file, limits)
    // A file the handler did not read still has to be taken off the wire.
    file.file.resume()
  }
}

function uploadOf(part: MultipartFile, limits: MultipartLimits): UploadPart {
  const { file } = part
  return {
    field: part.fieldname,
    filename: part.filename ?? '',
    type: part.mimetype,
    stream: file,
    buffer: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of file) chunks.push(chunk)
      if (file.truncated) {
        throw new Refusal('upload-too-large', {
          megabytes: Math.floor(limits.sizeBytesMax / 1_000_000),
        })
      }
      return Buffer.concat(chunks)
    },
  }
}
