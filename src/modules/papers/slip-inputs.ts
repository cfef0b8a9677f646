import { printableData } from './printable.ts'
import { qrSvg } from './qr.ts'
import type { SlipData } from './slip-data.ts'

/** Ten points is the size of the design; below eight the small print is no longer read. */
export const SLIP_SIZES_PT: readonly number[] = [10, 8.8, 8]

/** What slip.typ reads. The code comes without its own white: the paper around it is white. */
export function slipInputs(data: SlipData): unknown {
  // An object stays one.
  const printed = printableData(data, { lineBreaks: true }) as object
  return { ...printed, qr: qrSvg(data.qr, { quiet: 0 }) }
}
