import type { BirthCertificateData, BlankOverlayData } from './paper-data.ts'
import { inCapitals } from './printable.ts'

/** Millimetres from the top left corner of the sheet; `y` is the baseline of the dotted line. */
type Place = {
  x: number
  y: number
  width: number
  size?: number
  bold?: boolean
  center?: boolean
}

/**
 * Where the values go on the A4 blank. Measured on our own drawing of the form, not on a delivery
 * of blanks: check against a real sheet, then set what remains as the printer's offset.
 */
const PLACES = {
  'agency.0': { x: 20, y: 33, width: 72, size: 11.5, bold: true, center: true },
  'agency.1': { x: 20, y: 39, width: 72, size: 11.5, center: true },
  number: { x: 48, y: 48, width: 44, bold: true },
  'child.fullName': { x: 62, y: 72, width: 125, size: 14, bold: true },
  'child.birthDate': { x: 70, y: 80, width: 117, bold: true },
  'child.birthDateInWords': { x: 50, y: 88, width: 137, bold: true },
  'child.sex': { x: 42, y: 96, width: 26, bold: true },
  'child.ethnicity': { x: 88, y: 96, width: 32, bold: true },
  'child.nationality': { x: 144, y: 96, width: 43, bold: true },
  'child.birthPlace': { x: 42, y: 104, width: 145 },
  'child.homeTown': { x: 42, y: 120, width: 145 },
  'child.personalNumber': { x: 66, y: 128, width: 121, bold: true },
  'mother.fullName': { x: 76, y: 137, width: 111, bold: true },
  'mother.birthYear': { x: 42, y: 145, width: 26 },
  'mother.ethnicity': { x: 88, y: 145, width: 32 },
  'mother.nationality': { x: 144, y: 145, width: 43 },
  'mother.residence': { x: 44, y: 153, width: 143 },
  'father.fullName': { x: 76, y: 169, width: 111, bold: true },
  'father.birthYear': { x: 42, y: 177, width: 26 },
  'father.ethnicity': { x: 88, y: 177, width: 32 },
  'father.nationality': { x: 144, y: 177, width: 43 },
  'father.residence': { x: 44, y: 185, width: 143 },
  'requester.fullName': { x: 92, y: 202, width: 95 },
  'requester.identityPaper': { x: 56, y: 210, width: 131 },
  registeredAt: { x: 66, y: 226, width: 121 },
  registeredOn: { x: 72, y: 234, width: 115 },
  remark: { x: 38, y: 243, width: 60, size: 11 },
  'signer.title': { x: 108, y: 250, width: 80, bold: true, center: true },
  'signer.fullName': { x: 108, y: 284, width: 80, bold: true, center: true },
} satisfies Record<string, Place>

/** What the overlay template draws: each value with its place, and the printer's offset. */
export function overlayItems({ certificate, offset }: BlankOverlayData) {
  const values = overlayValues(certificate)
  const items = Object.entries<Place>(PLACES).map(([key, place]) => ({
    text: values[key] ?? '',
    x: place.x,
    y: place.y,
    width: place.width,
    size: place.size ?? 12.5,
    bold: place.bold ?? false,
    center: place.center ?? false,
  }))
  return { items, dx: offset.dxMm, dy: offset.dyMm }
}

function overlayValues(data: BirthCertificateData): Record<string, string> {
  const values: Record<string, string> = {
    'agency.0': data.agencyLines[0] ?? '',
    'agency.1': data.agencyLines.slice(1).join(', '),
    number: data.number,
    registeredAt: data.registeredAt,
    registeredOn: data.registeredOn,
    remark: data.remark,
    'signer.title': data.signer.titleLines.join('\n'),
    'signer.fullName': data.signer.fullName,
  }
  for (const part of ['child', 'mother', 'father', 'requester'] as const)
    for (const [key, value] of Object.entries(data[part] ?? {})) values[`${part}.${key}`] = value
  values['child.fullName'] = inCapitals(data.child.fullName)
  return values
}
