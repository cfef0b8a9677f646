import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  NodeCompiler,
  PdfStandard,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler'
import { root } from '../../platform/root.ts'
import { addTextFields, type FieldPlace } from './acro-form.ts'
import { overlayItems } from './blank-positions.ts'
import { FORM_LETTERS } from './form-font.ts'
import type { BirthCopyData, DeathExtractData } from './extract-data.ts'
import type { BirthCertificateData, PaperTemplate, Papers } from './paper-data.ts'
import { inCapitals, printableData } from './printable.ts'
import { qrSvg } from './qr.ts'
import type { DossierRegisterData } from './slip-data.ts'
import { slipInputs, slipSizes } from './slip-inputs.ts'
import { showingUnprintable, unprintable } from './unprintable.ts'

/** Results of earlier compilations are dropped when unused for this many papers. */
const CACHE_AGE_MAX = 30

const TEMPLATES = join(root, 'src/modules/papers/templates')

export type RenderOptions = {
  createdAt: Date
  /** `show`: a character that the font lacks is shown by its code, for papers that must exist. */
  unprintable?: 'refuse' | 'show'
}

/**
 * Makes a paper as PDF/A-2u (a blank to fill in: plain PDF 1.7 with form fields). The same data and
 * `createdAt` give the same bytes. Refuses `paper-character-unprintable` (`data.characters`: code
 * points) when the paper's font lacks a character: a name is printed whole or not at all.
 */
export async function renderPaper<T extends PaperTemplate>(
  template: T,
  data: Papers[T],
  options: RenderOptions,
): Promise<Uint8Array> {
  const make = (given: Papers[T]) => render(template, given, options.createdAt)
  return options.unprintable === 'show' ? showingUnprintable(data, make) : make(data)
}

function render(template: PaperTemplate, data: Papers[PaperTemplate], createdAt: Date): Uint8Array {
  const { file, inputs, fillable, sizesPt } = prepare(template, data)
  const { typst, compiled } = sizesPt ? fit(file, inputs, sizesPt) : compile(file, inputs)
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
  try {
    if (!fillable) return typst.pdf(compiled, { creationTimestamp, pdfStandard: PdfStandard.A_2u })
    const pdf = typst.pdf(compiled, { creationTimestamp, pdfStandard: PdfStandard.V_1_7 })
    // The query's answer has the shape that declaration.typ gives its <field> marks.
    const places = typst.query(compiled, { selector: '<field>', field: 'value' }) as FieldPlace[]
    return addTextFields(pdf, { places, lettersPdf: lettersPdf() })
  } catch (cause) {
    throw unprintable(cause) ?? new Error(`template ${file} does not export`, { cause })
  } finally {
    typst.evictCache(CACHE_AGE_MAX)
  }
}

export type RegisterPart = { pdf: Uint8Array; pages: number; pageOfRow: readonly number[] }

/** Some pages of the dossier register, and the page, from 1, on which each row stands. */
export function renderRegisterPart(data: DossierRegisterData, createdAt: Date): RegisterPart {
  return showingUnprintable(data, (given) => registerPart(given, createdAt))
}

function registerPart(data: DossierRegisterData, createdAt: Date): RegisterPart {
  const file = 'dossier-register.typ'
  const { typst, compiled } = compile(file, printableData(data, { lineBreaks: true }))
  try {
    const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
    // As PDF/A it says which characters the font lacks; plain PDF would leave holes.
    const pdf = typst.pdf(compiled, { creationTimestamp, pdfStandard: PdfStandard.A_2u })
    // The query's answer has the shape that the template gives its <row> marks.
    const pageOfRow = typst.query(compiled, { selector: '<row>', field: 'value' }) as number[]
    return { pdf, pages: compiled.numOfPages, pageOfRow }
  } catch (cause) {
    throw unprintable(cause) ?? new Error(`template ${file} does not export`, { cause })
  } finally {
    typst.evictCache(CACHE_AGE_MAX)
  }
}

function lettersPdf(): Uint8Array {
  const { typst, compiled } = compile('form-letters.typ', FORM_LETTERS)
  return typst.pdf(compiled, { creationTimestamp: 0, pdfStandard: PdfStandard.A_2u })
}

function compile(
  file: string,
  inputs: unknown,
): { typst: NodeCompiler; compiled: NodeTypstDocument } {
  const typst = ensureCompiler()
  const mainFileContent = templateSource(file)
  const compiled = typst.compile({ mainFileContent, inputs: { data: JSON.stringify(inputs) } })
  if (compiled.result) return { typst, compiled: compiled.result }
  const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics
  throw new Error(`template ${file} does not compile: ${JSON.stringify(diagnostics)}`)
}

/** The first size at which the paper is one page; where none is, the largest, on more pages. */
function fit(
  file: string,
  inputs: unknown,
  sizesPt: readonly number[],
): ReturnType<typeof compile> {
  const made = new Map<number, ReturnType<typeof compile>>()
  for (const sizePt of sizesPt) {
    // Inputs of a sized paper are an object.
    const paper = compile(file, { ...(inputs as object), sizePt })
    if (paper.compiled.numOfPages === 1) return paper
    made.set(sizePt, paper)
  }
  return made.get(Math.max(...sizesPt))!
}

/** `sizesPt`: sizes of text to try, so that the paper fits one page. */
type Prepared = { file: string; inputs: unknown; fillable: boolean; sizesPt?: readonly number[] }

function prepare(template: PaperTemplate, data: Papers[PaperTemplate]): Prepared {
  if ('certificate' in data) {
    const inputs = printableData(overlayItems(data), { lineBreaks: true })
    return { file: 'blank-overlay.typ', inputs, fillable: false }
  }
  if ('addressee' in data) {
    const qr = data.verification && qrSvg(data.verification.url)
    const printed = printableData(data, { lineBreaks: true }) as object // an object stays one
    return { file: 'result-letter.typ', inputs: { ...printed, qr }, fillable: false }
  }
  if ('blocks' in data) {
    return { file: 'slip.typ', inputs: slipInputs(data), fillable: false, sizesPt: slipSizes(data) }
  }
  if ('sections' in data) {
    const inputs = printableData(data, { lineBreaks: true })
    return { file: 'declaration.typ', inputs, fillable: data.blank === true }
  }
  if ('minutesNumber' in data) {
    return { file: 'minutes.typ', inputs: printableData(data), fillable: false }
  }
  if ('amended' in data) {
    const qr = data.verification && qrSvg(data.verification.url)
    const printed = printableData(data) as object // an object stays one
    return { file: 'amendment-extract.typ', inputs: { ...printed, qr }, fillable: false }
  }
  if ('registered' in data) {
    const file = 'deceased' in data ? 'death-extract.typ' : 'birth-copy.typ'
    return { file, inputs: extractInputs(template, data), fillable: false }
  }
  if ('deceased' in data) {
    const qr = data.verification && qrSvg(data.verification.url)
    const fullName = inCapitals(data.deceased.fullName)
    const printed = printableData({ ...data, deceased: { ...data.deceased, fullName } }) as object
    return { file: 'death-notice.typ', inputs: { ...printed, qr }, fillable: false }
  }
  const inputs = certificateInputs(template, data)
  return { file: 'birth-certificate.typ', inputs, fillable: false }
}

const NUMBER_OR_PAPER = 'Số định danh cá nhân/Giấy tờ tùy thân'

function certificateInputs(template: PaperTemplate, data: BirthCertificateData): unknown {
  const printed = {
    ...data,
    child: { ...data.child, fullName: inCapitals(data.child.fullName) },
    // @basis TT 04/2024/TT-BTP: with a known personal number no other paper is asked.
    identityPaperLabel: template === 'birth-certificate@1' ? 'Giấy tờ tùy thân' : NUMBER_OR_PAPER,
  }
  const qr = data.verification && qrSvg(data.verification.url)
  return { ...(printableData(printed) as object), qr }
}

function extractInputs(template: PaperTemplate, data: DeathExtractData | BirthCopyData): unknown {
  const event =
    'deceased' in data
      ? { deceased: { ...data.deceased, fullName: inCapitals(data.deceased.fullName) } }
      : { child: { ...data.child, fullName: inCapitals(data.child.fullName) } }
  const identityPaperLabel = template === 'death-extract@1' ? 'Giấy tờ tùy thân' : NUMBER_OR_PAPER
  // An object stays one.
  const printed = printableData({ ...data, ...event, identityPaperLabel }) as object
  return { ...printed, qr: data.verification && qrSvg(data.verification.url) }
}

let compiler: NodeCompiler | undefined

function ensureCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontPaths: [join(root, 'data/fonts')] }],
  })
  return compiler
}

const sources = new Map<string, string>()

function templateSource(file: string): string {
  const known = sources.get(file)
  if (known !== undefined) return known
  const source = readFileSync(join(TEMPLATES, file), 'utf8')
  sources.set(file, source)
  return source
}
