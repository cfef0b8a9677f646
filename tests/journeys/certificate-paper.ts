import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type ReadPaper = {
  /** What `pdfsig` says of its signatures. */
  signature: string
  /** What `pdftotext` gives back, exactly. */
  text: string
  /** What `zbarimg` reads from its first page as `pdftoppm` draws it. */
  qr: string
}

/** A certificate as a stranger's own programs see it; throws where `qpdf --check` finds fault. */
export async function readPaper(pdf: Uint8Array): Promise<ReadPaper> {
  const folder = await mkdtemp(join(tmpdir(), 'giay-khai-sinh-'))
  const path = join(folder, 'giay.pdf')
  const told = async (command: string, args: string[]) => (await run(command, args)).stdout
  try {
    await writeFile(path, pdf)
    const picture = join(folder, 'trang')
    await told('qpdf', ['--check', path])
    await told('pdftoppm', [
      '-r',
      '200',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      '-png',
      path,
      picture,
    ])
    return {
      signature: await told('pdfsig', ['-nocert', path]),
      text: await told('pdftotext', [path, '-']),
      qr: (await told('zbarimg', ['-q', '--raw', `${picture}.png`])).trim(),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What a paper says, line by line as it is laid out; `pdftotext` alone. */
export async function readText(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'giay-'))
  const path = join(folder, 'giay.pdf')
  try {
    await writeFile(path, pdf)
    return (await run('pdftotext', ['-layout', path, '-'])).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
