import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  fileSigner,
  renderDossierRegister,
  renderPaper,
  signPdf,
  type Signer,
} from '../modules/papers/index.ts'
import {
  SAMPLE_DAY,
  SAMPLE_REGISTER,
  sampleCertificate,
  sampleLines,
  samplePapersSent,
  sampleSlip,
} from '../modules/papers/testing.ts'
import type { Bench } from './bench.ts'

const WARM_UP = 30
const PAPERS = 300
const LINES = 1000

const options = { createdAt: SAMPLE_DAY }

/** Time of all processors, whatever else the machine does, for one paper that is like no other. */
export const benchPapers: Bench = {
  summary: 'processor time of a slip, of a signed certificate and of the dossier register',
  run: async (io) => {
    const home = await mkdtemp(join(tmpdir(), 'motcua-bench-'))
    try {
      const signers = await fileSigner(home, { demo: true })
      const signer = await signers.signerFor({ code: '000.01.87.H26', name: 'UBND (bench)' })
      io.err(`  ${PAPERS} × 4 …`)
      const empty = await cpuMs(PAPERS, (no) => renderPaper('slip@1', emptySlip(no), options))
      const slip = await cpuMs(PAPERS, (no) => renderPaper('slip@1', slipNo(no), options))
      const longest = await cpuMs(PAPERS, (no) => renderPaper('slip@1', longSlip(no), options))
      const certificate = await cpuMs(PAPERS, (no) => signedCertificate(no, signer))
      const register = (await cpuMs(1, readRegister)) / LINES
      return [
        `processor time, mean of ${PAPERS} papers after ${WARM_UP}`,
        line('slip without words   ', empty),
        line('slip (receipt)       ', slip, 15),
        line('slip, fourteen papers', longest),
        line('signed certificate   ', certificate, 40),
        `dossier register     : ${register.toFixed(2)} ms a line, of ${LINES}`,
        `ratio slip : slip without words = ${(slip / empty).toFixed(2)}`,
        `ratio signed certificate : slip = ${(certificate / slip).toFixed(2)}`,
      ]
    } finally {
      await rm(home, { recursive: true, force: true })
    }
  },
}

async function cpuMs(count: number, make: (no: number) => Promise<unknown>): Promise<number> {
  const warmUp = Math.min(WARM_UP, count - 1)
  for (let no = 0; no < warmUp; no += 1) await make(no)
  const from = process.cpuUsage()
  for (let no = 0; no < count; no += 1) await make(WARM_UP + no)
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000 / count
}

function line(what: string, ms: number, msMax?: number): string {
  const verdict = msMax === undefined ? '' : ` (at most ${msMax}: ${ms <= msMax ? 'yes' : 'NO'})`
  return `${what}: ${ms.toFixed(1)} ms${verdict}`
}

/** Name, number and code are each paper's own: nothing of it was made before. */
function slipNo(no: number) {
  const number = String(no).padStart(4, '0')
  return sampleSlip({
    number: `Số: ${number}/TNHS`,
    codes: ['Mã hồ sơ: ', { strong: `000.01.87.H26-160819-${number}` }],
    blocks: [
      { kind: 'line', line: [`Tiếp nhận hồ sơ của: Ông/bà ${NAMES[no % NAMES.length]} ${no}`] },
      ...sampleSlip().blocks,
    ],
    qr: `https://motcua.example/q/${number.padStart(22, 'q')}`,
  })
}

const NAMES = ['Đoàn Thị Ỷ', 'Nguyễn Hoà', 'Lê Văn Thắng', "H'Hen Niê", 'Phạm Quỳnh Ưởng']

const fourteen = samplePapersSent(14)

function longSlip(no: number) {
  const slip = slipNo(no)
  const blocks = slip.blocks.map((block) => (block.kind === 'table' ? fourteen : block))
  return { ...slip, blocks }
}

function emptySlip(no: number) {
  const none = { blocks: [], after: [], signatures: [], foot: [], codes: [], deskLines: [] }
  return { ...slipNo(no), ...none, box: { lead: '', big: [], rest: [] } }
}

async function signedCertificate(no: number, signer: Signer): Promise<void> {
  const fullName = `${NAMES[no % NAMES.length]} ${no}`
  const data = sampleCertificate({ number: `${no}/2016` }, { fullName })
  const pdf = await renderPaper('birth-certificate@1', data, options)
  const reason = `Số ${no}/2016`
  await signPdf(pdf, signer, { reason, location: 'Hà Nội', name: 'UBND', at: SAMPLE_DAY })
}

async function readRegister(): Promise<void> {
  const total = (rows: number) => `Tổng số: ${rows} hồ sơ.`
  const pages = renderDossierRegister(SAMPLE_REGISTER, sampleLines(LINES), { ...options, total })
  let bytes = 0
  for await (const part of pages) bytes += part.length
  if (bytes === 0) throw new Error('an empty register')
}
