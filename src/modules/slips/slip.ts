import type { SlipData } from '../papers/index.ts'

/** The official papers given out with an act, in the order of their forms. */
export const slipKinds = [
  'receipt',
  'supplement',
  'decline',
  'refusal',
  'apology',
  'control',
  'transfer',
  'extension',
] as const

export type SlipKind = (typeof slipKinds)[number]

/** What the citizen is given; the others stay between officers. */
export const citizenSlips: readonly SlipKind[] = [
  'receipt',
  'supplement',
  'decline',
  'refusal',
  'apology',
]

export type SlipKey = { agencyId: string; kind: SlipKind; year: number; no: number }

export type Slip = SlipKey & {
  dossierId: string
  /** Version of the dossier at the event it was issued for. */
  occasion: number
  issuedAt: Date
  issuedBy: string
  /** Of the PDF, once it is kept. */
  sha256: string | null
}

/** What is kept in the transaction of the act, and never changed. */
export type SlipContent = {
  /** `qr` is the path only: the city's address is joined when the PDF is made. */
  slip: SlipData
  /** A receipt's line in the dossier register. */
  line?: RegisterLine
}

/** What the dossier register says of a dossier from the moment it was received. */
export type RegisterLine = {
  code: string
  procedure: string
  /** Số lượng hồ sơ (bộ): `01`. */
  sets: string
  name: string
  address: string
  /** Masked. */
  phone: string
  lead: string
  receivedOn: string
  dueOn: string
}
