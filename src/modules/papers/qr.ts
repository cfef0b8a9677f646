import { encode } from 'uqr'

/** Modules kept white around the code (ISO/IEC 18004 asks for four). */
const QUIET = 4

/**
 * A QR code of level M as one SVG path of unit squares, quiet zone included:
 * `<svg viewBox={viewBox}><path d={path}/></svg>`.
 */
export function qrSvgPath(
  text: string,
  { quiet = QUIET } = {},
): { viewBox: string; size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quiet })
  const runs: string[] = []
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x += 1) {
      if (!row[x] || (x > 0 && row[x - 1])) continue
      let end = x
      while (end < size && row[end]) end += 1
      runs.push(`M${x} ${y}h${end - x}v1h-${end - x}z`)
    }
  return { viewBox: `0 0 ${size} ${size}`, size, path: runs.join('') }
}

/** The same as a whole SVG document, black on white; `quiet: 0` where the white is around it. */
export function qrSvg(text: string, options: { quiet?: number } = {}): string {
  const { viewBox, size, path } = qrSvgPath(text, options)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}
