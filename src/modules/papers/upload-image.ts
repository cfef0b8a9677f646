import { crc32 } from 'node:zlib'
import type { Inspection } from './inspect-upload.ts'

/** The largest phone cameras of today make 108 megapixels; 200 is more than a page needs. */
const PIXELS_MAX = 120_000_000
const SIDE_MAX = 30_000

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Looks through the structure of a JPEG or PNG without decoding it. Codes: `file-empty`,
 * `file-type-mismatch` (neither), `file-damaged` (cut short or malformed),
 * `file-image-too-large` (more pixels than we will ever open).
 */
export function inspectImage(bytes: Uint8Array): Inspection {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return { ok: false, code: 'file-empty' }
  const isPng = file.subarray(0, 8).equals(PNG_SIGNATURE)
  const isJpeg = file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff
  if (!isPng && !isJpeg) return { ok: false, code: 'file-type-mismatch' }
  const size = isPng ? pngSize(file) : jpegSize(file)
  if (!size || size.width === 0 || size.height === 0) return { ok: false, code: 'file-damaged' }
  if (size.width > SIDE_MAX || size.height > SIDE_MAX || size.width * size.height > PIXELS_MAX)
    return { ok: false, code: 'file-image-too-large' }
  return { ok: true, mime: isPng ? 'image/png' : 'image/jpeg', ...size }
}

type Size = { width: number; height: number }

/** Undefined when a chunk is cut, its checksum wrong, or anything follows the end. */
function pngSize(file: Buffer): Size | undefined {
  let at = PNG_SIGNATURE.length
  let size: Size | undefined
  let hasData = false
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > file.length) return undefined
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined
    if (size === undefined) {
      if (type !== 'IHDR' || length !== 13) return undefined
      size = { width: file.readUInt32BE(at + 8), height: file.readUInt32BE(at + 12) }
    }
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return hasData && end === file.length ? size : undefined
    at = end
  }
  return undefined
}

/** Undefined when a segment is cut or the scan has no end. What follows the end is let be: phones
 * put a second picture or a film there. */
function jpegSize(file: Buffer): Size | undefined {
  let at = 2
  let size: Size | undefined
  let hasScan = false
  while (at + 1 < file.length) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] ?? 0
    at += marker === 0xff ? 1 : 2
    if (marker === 0xff || marker === 0x01) continue
    if (marker === 0xd9) return hasScan ? size : undefined
    if (at + 2 > file.length) return undefined
    const length = file.readUInt16BE(at)
    if (length < 2 || at + length > file.length) return undefined
    if (isFrame(marker)) {
      if (length < 8) return undefined
      size = { height: file.readUInt16BE(at + 3), width: file.readUInt16BE(at + 5) }
    }
    at += length
    if (marker === 0xda) {
      hasScan = true
      at = endOfScan(file, at)
    }
  }
  return undefined
}

/** SOF0–SOF15 without DHT, JPG and DAC, which share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The next marker after compressed data: not a stuffed FF 00 and not a restart mark. */
function endOfScan(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start)
  while (at >= 0 && at + 1 < file.length) {
    const next = file[at + 1] ?? 0
    if (next !== 0x00 && (next < 0xd0 || next > 0xd7) && next !== 0xff) return at
    at = file.indexOf(0xff, next === 0xff ? at + 1 : at + 2)
  }
  return file.length
}
