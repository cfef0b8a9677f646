import { printableData } from './printable.ts'
import { qrSvg } from './qr.ts'
import type { SlipBlock, SlipData, SlipLine } from './slip-data.ts'

/** Ten points is the size of the design; below eight the small print is no longer read. */
const SIZES_PT: readonly number[] = [10, 8.8, 8]

/** Letters a line of A5 takes at ten points, and lines that certainly do not fit on its page. */
const LETTERS = 88
const LINES_TOO_MANY = 28

/** The sizes to try: what is far too long for the usual one is not tried at it first. */
export function slipSizes(data: SlipData): readonly number[] {
  return slipLines(data) > LINES_TOO_MANY ? [8.8, 8, 10] : SIZES_PT
}

/** About how many lines the words between heading and signatures take. */
export function slipLines({ blocks, after }: Pick<SlipData, 'blocks' | 'after'>): number {
  return [...blocks, ...after].reduce((sum, block) => sum + linesOf(block), 0)
}

function linesOf(block: SlipBlock): number {
  if (block.kind === 'table') return 1.3 * (block.rows.length + 1)
  const lines = block.kind === 'line' ? [block.line] : block.items
  return lines.reduce((sum, line) => sum + Math.ceil(lengthOf(line) / LETTERS), 0)
}

function lengthOf(line: SlipLine): number {
  return line.reduce((sum, run) => sum + (typeof run === 'string' ? run : run.strong).length, 0)
}

/** What slip.typ reads. The code comes without its own white: the paper around it is white. */
export function slipInputs(data: SlipData): unknown {
  // An object stays one.
  const printed = printableData(data, { lineBreaks: true }) as object
  return { ...printed, qr: qrSvg(data.qr, { quiet: 0 }) }
}
