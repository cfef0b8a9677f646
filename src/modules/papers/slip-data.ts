/**
 * An official slip (phiếu, giấy tiếp nhận), A5: every word of it in its printed form, so that what
 * is kept is what was issued. What each slip says is decided by the module `slips`.
 */
export type SlipData = {
  titleLines: readonly string[]
  /** `Mẫu số 01`, top right; empty while the law gave the form no number. */
  formMark: string
  agencyName: string
  deskLines: readonly string[]
  /** `Số: 0031/TNHS`. */
  number: string
  /** Printed after the number while the service is on trial; empty otherwise. */
  trial: string
  placeAndDate: string
  codes: SlipLine
  blocks: readonly SlipBlock[]
  /** The only thick box, with the QR beside it. */
  box: { lead: string; big: readonly string[]; rest: readonly SlipLine[] }
  after: readonly SlipBlock[]
  signatures: readonly SlipSignature[]
  foot: readonly SlipLine[]
  /** Where the QR leads. */
  qr: string
}

export type SlipLine = readonly SlipRun[]

export type SlipRun = string | { strong: string }

export type SlipBlock =
  | { kind: 'line'; line: SlipLine }
  /** Numbered from 1. */
  | { kind: 'list'; items: readonly SlipLine[] }
  | {
      kind: 'table'
      columns: readonly SlipColumn[]
      rows: readonly (readonly string[])[]
    }

/** `width`: share of what the columns of width 0, as wide as their words, leave. */
export type SlipColumn = { title: string; width: number; centred: boolean }

export type SlipSignature = { titleLines: readonly string[]; note: string; name: string }

/** Some pages of the dossier register (sổ theo dõi hồ sơ), A4 across. */
export type DossierRegisterData = {
  /** `Mẫu số 06`; empty before the form had a number. */
  formMark: string
  agencyName: string
  deskLines: readonly string[]
  title: string
  /** `Quyển số 01/2016, từ ngày 01/08/2016 đến ngày 31/08/2016`. */
  subtitle: string
  /** One row a dossier: its thirteen cells in the order of the form. */
  rows: readonly (readonly string[])[]
  /** After the last row; empty on pages that others follow. */
  total: string
  /** So that the pages are numbered on; the first one alone has the heading. */
  pagesBefore: number
}
