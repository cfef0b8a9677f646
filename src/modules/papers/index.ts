export { blankBirthDeclaration, type BirthBlank } from './birth-declaration.ts'
export type { AmendmentExtractData, MinutesData } from './book-papers.ts'
export { fileSigner, type FileSigner } from './file-signer.ts'
export { inspectUpload, type Inspection, type UploadCode } from './inspect-upload.ts'
export type {
  BirthCopyData,
  DeathCopyData,
  DeathExtractData,
  DeathNoticeData,
} from './extract-data.ts'
export type {
  BirthCertificateData,
  BlankOverlayData,
  DeclarationData,
  DeclarationRow,
  Papers,
  PaperTemplate,
  ParentData,
  ResultLetterData,
} from './paper-data.ts'
export { preflight, type PreflightCode, type PreflightProblem } from './preflight.ts'
export { printable } from './printable.ts'
export { qrSvgPath } from './qr.ts'
export { renderPaper } from './render.ts'
export { renderDossierRegister, type RegisterHead } from './render-register.ts'
export type {
  SlipBlock,
  SlipColumn,
  SlipData,
  SlipLine,
  SlipRun,
  SlipSignature,
} from './slip-data.ts'
export { slipLines } from './slip-inputs.ts'
export { signPdf, type SignatureDetails } from './sign-pdf.ts'
export type { Signer } from './signer.ts'
export { inspectImage } from './upload-image.ts'
export { inspectPdfUpload } from './upload-pdf.ts'
export { verifyPdf, type SignatureReport } from './verify-pdf.ts'
