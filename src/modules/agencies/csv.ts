/**
 * Reads a CSV with a header line: quoted cells, doubled quotes, LF or CRLF. Returns one record a
 * line, keyed by column. Throws when a line has another number of cells than the header.
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...lines] = cellsOf(text)
  if (!header) throw new Error('empty CSV')
  return lines.map((cells, index) => {
    if (cells.length !== header.length)
      throw new Error(`line ${index + 2}: ${cells.length} cells, expected ${header.length}`)
    return Object.fromEntries(header.map((name, column) => [name, cells[column]!]))
  })
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`stray quote at character ${at}`)
    line.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
    if (match[3] === ',' && cell.lastIndex < text.length) continue
    if (match[3] === ',') line.push('')
    lines.push(line)
    line = []
  }
  return lines
}
