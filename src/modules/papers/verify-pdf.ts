import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { OID } from './cms.ts'
import { objectsOfType, readPdf } from './pdf-document.ts'
import { isArray, isString, textOf, type PdfDict } from './pdf-syntax.ts'

export type SignatureReport = {
  /** The covered bytes are those that were signed, by the certificate that the signature names. */
  valid: boolean
  /**
   * Nothing was added after it. A later, also valid signature makes this false for an earlier one.
   */
  coversWholeDocument: boolean
  /** Common name of the signing certificate; empty when it cannot be read. */
  signer: string
  /** When, as the signature dictionary claims (no time-stamp authority vouches for it). */
  at: Date | null
  /** The certificate leads to one of the trusted roots and was in force at `at`. */
  trusted: boolean
}

/**
 * Checks every signature of a PDF by our own means. A paper is good when it has at least one report
 * and all are valid and trusted, the last covering the whole document. `trustedRoots` are DER. A
 * file that is no PDF has no signatures.
 */
export async function verifyPdf(
  pdf: Uint8Array,
  trustedRoots: readonly Uint8Array[],
): Promise<{ signatures: SignatureReport[] }> {
  const roots = trustedRoots.map((der) => pkijs.Certificate.fromBER(Buffer.from(der)))
  const signatures = []
  for (const dictionary of signatureDictionaries(pdf))
    signatures.push(await verifySignature(pdf, dictionary, roots))
  return { signatures: signatures.toSorted((a, b) => a.end - b.end).map(({ report }) => report) }
}

function signatureDictionaries(pdf: Uint8Array): PdfDict[] {
  try {
    return objectsOfType(readPdf(pdf), 'Sig').map(({ value }) => value)
  } catch {
    return []
  }
}

type Verified = { report: SignatureReport; end: number }

async function verifySignature(
  pdf: Uint8Array,
  dictionary: PdfDict,
  roots: pkijs.Certificate[],
): Promise<Verified> {
  const at = dateOf(textOf(dictionary.entries.get('M')))
  const report = { valid: false, coversWholeDocument: false, signer: '', at, trusted: false }
  const contents = dictionary.entries.get('Contents')
  const range = byteRange(pdf, dictionary)
  if (!range || !isString(contents)) return { report, end: 0 }
  report.coversWholeDocument = range.end === pdf.length
  try {
    const signed = readCms(Buffer.from(contents.bytes, 'latin1'))
    const certificate = signingCertificate(signed)
    report.signer = commonName(certificate)
    report.valid = await isValid({ signed, certificate, covered: range.covered })
    report.trusted = at !== null && (await isTrusted(signed, certificate, { roots, at }))
  } catch {
    report.valid = false
  }
  return { report, end: range.end }
}

/**
 * The covered bytes, when they are all up to an end but exactly the /Contents of this signature.
 */
function byteRange(
  pdf: Uint8Array,
  dictionary: PdfDict,
): { covered: Buffer<ArrayBuffer>; end: number } | undefined {
  const range = dictionary.entries.get('ByteRange')
  if (!isArray(range) || range.length !== 4) return undefined
  const [start, firstLength, secondStart, secondLength] = range.map(Number)
  if (start !== 0 || !firstLength || !secondStart || !secondLength) return undefined
  const end = secondStart + secondLength
  if (secondStart <= firstLength || end > pdf.length) return undefined
  const gap = Buffer.from(pdf.subarray(firstLength, secondStart)).toString('latin1')
  const contents = dictionary.entries.get('Contents')
  if (!isString(contents) || !/^<[0-9a-fA-F]+>$/.test(gap)) return undefined
  if (Buffer.from(gap.slice(1, -1), 'hex').toString('latin1') !== contents.bytes) return undefined
  const covered = Buffer.concat([pdf.subarray(0, firstLength), pdf.subarray(secondStart, end)])
  return { covered, end }
}

function readCms(contents: Buffer<ArrayBuffer>): pkijs.SignedData {
  // What follows the CMS is the padding of /Contents.
  const parsed = asn1js.fromBER(contents)
  const wrapped = new pkijs.ContentInfo({ schema: parsed.result })
  if (wrapped.contentType !== pkijs.id_ContentType_SignedData) throw new Error('not signed data')
  return new pkijs.SignedData({ schema: wrapped.content })
}

function signingCertificate(signed: pkijs.SignedData): pkijs.Certificate {
  const [info] = signed.signerInfos
  const id: unknown = info?.sid
  if (signed.signerInfos.length !== 1 || !(id instanceof pkijs.IssuerAndSerialNumber))
    throw new Error('one signer by issuer and serial number expected')
  const found = signed.certificates?.find(
    (one): one is pkijs.Certificate =>
      one instanceof pkijs.Certificate &&
      one.issuer.isEqual(id.issuer) &&
      one.serialNumber.isEqual(id.serialNumber),
  )
  if (!found) throw new Error('the signing certificate is not there')
  return found
}

async function isValid(given: {
  signed: pkijs.SignedData
  certificate: pkijs.Certificate
  covered: Buffer<ArrayBuffer>
}): Promise<boolean> {
  const [info] = given.signed.signerInfos
  const attributes = info?.signedAttrs
  if (!info || !attributes || info.digestAlgorithm.algorithmId !== OID.sha256) return false
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', given.covered))
  const signedDigest = octets(valueOf(attributes, OID.messageDigest))
  if (!signedDigest?.equals(digest)) return false
  if (!(await namesCertificate(attributes, given.certificate))) return false
  const toVerify = Buffer.from(attributes.encodedValue)
  return pkijs
    .getCrypto(true)
    .verifyWithPublicKey(
      toVerify,
      info.signature,
      given.certificate.subjectPublicKeyInfo,
      info.signatureAlgorithm,
      'SHA-256',
    )
}

function valueOf(attributes: pkijs.SignedAndUnsignedAttributes, type: string): unknown {
  const found = attributes.attributes.filter((one) => one.type === type)
  const values: unknown[] = found[0]?.values ?? []
  return found.length === 1 && values.length === 1 ? values[0] : undefined
}

function octets(value: unknown): Buffer | undefined {
  return value instanceof asn1js.OctetString
    ? Buffer.from(value.valueBlock.valueHexView)
    : undefined
}

/** signing-certificate-v2: without it another certificate of the same key could be put in place. */
async function namesCertificate(
  attributes: pkijs.SignedAndUnsignedAttributes,
  certificate: pkijs.Certificate,
): Promise<boolean> {
  const value = valueOf(attributes, OID.signingCertificateV2)
  const path = [0, 0]
  let current: unknown = value
  for (const step of path)
    current = current instanceof asn1js.Sequence ? current.valueBlock.value[step] : undefined
  const parts: unknown[] = current instanceof asn1js.Sequence ? current.valueBlock.value : []
  // SHA-256 is the default and then left out; another hash would come first.
  const hash = octets(parts[0])
  const own = await crypto.subtle.digest('SHA-256', certificate.toSchema().toBER(false))
  return hash?.equals(Buffer.from(own)) ?? false
}

async function isTrusted(
  signed: pkijs.SignedData,
  certificate: pkijs.Certificate,
  { roots, at }: { roots: pkijs.Certificate[]; at: Date },
): Promise<boolean> {
  if (roots.length === 0) return false
  const others = (signed.certificates ?? []).filter(
    (one): one is pkijs.Certificate => one instanceof pkijs.Certificate && one !== certificate,
  )
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: roots,
    // The engine takes the last one for the signer's.
    certs: [...others, certificate],
    checkDate: at,
  })
  return (await engine.verify()).result
}

function commonName(certificate: pkijs.Certificate): string {
  const found = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3')
  return found ? String(found.value.valueBlock.value) : ''
}

/** `D:20160818100000+07'00'` */
function dateOf(text: string | undefined): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?$/.exec(
    text ?? '',
  )
  if (!match) return null
  const [, year, month, day, hour, minute, second, zone, zoneMinute] = match
  const offset = zone === undefined ? 'Z' : `${zone}:${zoneMinute ?? '00'}`
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(at.getTime()) ? null : at
}
