import type { FastifyRequest } from 'fastify'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import { Refusal } from '../../platform/refusal.ts'
import type { FormBody, MultipartLimits, UploadPart } from './route.ts'

export type MultipartBody = { fields: FormBody; files(): AsyncIterable<UploadPart> }

const FIELDS_MAX = 200
const FIELD_BYTES_MAX = 64 * 1024
export const FILES_MAX = 10

/** One request brings no more than one declaration may hold, whatever its route takes. */
const BODY_BYTES_MAX = 200 * 1024 * 1024
/** Boundaries, headers and fields of an ordinary form. */
const AROUND_BYTES_MAX = 1024 * 1024

/**
 * Reads the fields up to the first file, so that the form's token can be checked before a byte of a
 * file is taken; later fields join `fields` while the files are read.
 */
export async function readMultipart(
  request: FastifyRequest,
  limits: MultipartLimits,
): Promise<MultipartBody> {
  if (!request.isMultipart()) throw new Refusal('body-type-unknown')
  boundBody(request, limits)
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

/**
 * Refuses what says that it is too large; cuts off what does not say so and never ends: nobody who
 * means well sends that.
 */
function boundBody({ headers, raw }: FastifyRequest, limits: MultipartLimits): void {
  const files = limits.sizeBytesMax * (limits.filesMax ?? FILES_MAX)
  const bytesMax = Math.min(files, BODY_BYTES_MAX) + AROUND_BYTES_MAX
  if (Number(headers['content-length'] ?? 0) > bytesMax)
    throw limits.filesMax === 1 ? fileTooLarge(limits) : new Refusal('body-too-large')
  let got = 0
  raw.on('data', (chunk: Buffer) => {
    got += chunk.length
    if (got > bytesMax) raw.destroy()
  })
}

/** The next part; a body that ends too early or is none is `upload-broken`. */
async function nextOf(parts: AsyncIterator<Multipart>): Promise<IteratorResult<Multipart>> {
  try {
    return await parts.next()
  } catch (error) {
    throw brokenOr(error)
  }
}

/** Limits have their own refusals; what the parser cannot read is told as one. */
function brokenOr(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isOwn = error instanceof Refusal || (code.startsWith('FST_') && code !== PREMATURE)
  return isOwn ? error : new Refusal('upload-broken')
}

const PREMATURE = 'FST_MP_PREMATURE_CLOSE'

async function readFields(
  parts: AsyncIterator<Multipart>,
  fields: Record<string, string | string[]>,
): Promise<MultipartFile | undefined> {
  for (;;) {
    const next = await nextOf(parts)
    if (next.done) return undefined
    if (next.value.type === 'file') return next.value
    const { fieldname, value, valueTruncated } = next.value
    if (valueTruncated) throw new Refusal('body-too-large')
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
      try {
        for await (const chunk of file) chunks.push(chunk)
      } catch (error) {
        throw brokenOr(error)
      }
      if (file.truncated) throw fileTooLarge(limits)
      return Buffer.concat(chunks)
    },
  }
}

function fileTooLarge({ sizeBytesMax }: MultipartLimits): Refusal {
  return new Refusal('upload-too-large', { megabytes: Math.floor(sizeBytesMax / 1_000_000) })
}
