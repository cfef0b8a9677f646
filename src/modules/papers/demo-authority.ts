import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { pemBlocks, toPem } from './pem.ts'

/**
 * A certificate authority for trying things out. Its certificates are valid from 2016 to 2046 at
 * any clock, so that August 2016 and today can both be played with the same keys, and everything it
 * names says (DEMO).
 */
const VALID_FROM = new Date('2015-12-31T17:00:00Z')
const VALID_TO = new Date('2045-12-31T16:59:59Z')

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const OID = {
  country: '2.5.4.6',
  organization: '2.5.4.10',
  unit: '2.5.4.11',
  commonName: '2.5.4.3',
}
const KEY_USAGE = {
  digitalSignature: 0x80,
  contentCommitment: 0x40,
  keyCertSign: 0x04,
  cRLSign: 0x02,
}

type KeyPair = { privateKey: CryptoKey; publicKey: CryptoKey }

/** A key and its certificate chain, as one PEM text: the key first, then the certificates. */
export type KeyFile = string

/** A new self-signed root. */
export async function makeRoot(): Promise<KeyFile> {
  const keys = await generateKeys()
  const subject = subjectOf({ organization: 'Một Cửa (DEMO)', commonName: 'Một Cửa CA gốc (DEMO)' })
  const certificate = await issue(
    { subject, publicKey: keys.publicKey, authority: true },
    { subject, keys },
  )
  return keyFile(keys.privateKey, [certificate])
}

/** A signing certificate of an agency, `UBND phường Láng Thượng (DEMO)`, under the root. */
export async function makeAgencyKey(root: KeyFile, agencyName: string): Promise<KeyFile> {
  const issuer = await readRoot(root)
  const keys = await generateKeys()
  const subject = subjectOf({
    organization: agencyName,
    unit: 'Chứng thư số thử nghiệm',
    commonName: `${agencyName} (DEMO)`,
  })
  const certificate = await issue({ subject, publicKey: keys.publicKey, authority: false }, issuer)
  return keyFile(keys.privateKey, [certificate, issuer.certificate])
}

function generateKeys(): Promise<KeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

async function keyFile(
  privateKey: CryptoKey,
  certificates: readonly pkijs.Certificate[],
): Promise<KeyFile> {
  const key = toPem(await crypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')
  return key + certificates.map((one) => toPem(one.toSchema().toBER(), 'CERTIFICATE')).join('')
}

async function readRoot(root: KeyFile): Promise<{
  subject: pkijs.RelativeDistinguishedNames
  keys: KeyPair
  certificate: pkijs.Certificate
}> {
  const [key] = pemBlocks(root, 'PRIVATE KEY')
  const [der] = pemBlocks(root, 'CERTIFICATE')
  if (!key || !der) throw new Error('the root key file is not complete')
  const certificate = pkijs.Certificate.fromBER(Buffer.from(der))
  const privateKey = await crypto.subtle.importKey('pkcs8', Buffer.from(key), ALGORITHM, false, [
    'sign',
  ])
  const publicKey = await certificate.getPublicKey()
  return { subject: certificate.subject, keys: { privateKey, publicKey }, certificate }
}

/** Each name in a set of its own; pkijs would put all into one. */
function subjectOf(names: {
  organization: string
  unit?: string
  commonName: string
}): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: asn1js.Utf8String | asn1js.PrintableString) =>
    new asn1js.Set({ value: [new pkijs.AttributeTypeAndValue({ type, value }).toSchema()] })
  const utf8 = (type: string, value: string) => part(type, new asn1js.Utf8String({ value }))
  const sequence = new asn1js.Sequence({
    value: [
      part(OID.country, new asn1js.PrintableString({ value: 'VN' })),
      utf8(OID.organization, names.organization),
      ...(names.unit === undefined ? [] : [utf8(OID.unit, names.unit)]),
      utf8(OID.commonName, names.commonName),
    ],
  })
  return pkijs.RelativeDistinguishedNames.fromBER(sequence.toBER(false))
}

async function issue(
  request: { subject: pkijs.RelativeDistinguishedNames; publicKey: CryptoKey; authority: boolean },
  issuer: { subject: pkijs.RelativeDistinguishedNames; keys: KeyPair },
): Promise<pkijs.Certificate> {
  const serial = randomBytes(16)
  // A serial number is a positive integer: the top bit stays clear, the next one set.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: new Uint8Array(serial).buffer }),
    issuer: issuer.subject,
    subject: request.subject,
    notBefore: new pkijs.Time({ type: 0, value: VALID_FROM }),
    notAfter: new pkijs.Time({ type: 0, value: VALID_TO }),
  })
  await certificate.subjectPublicKeyInfo.importKey(request.publicKey)
  certificate.extensions = [
    basicConstraints(request.authority),
    keyUsage(request.authority),
    await subjectKeyIdentifier(request.publicKey),
    await authorityKeyIdentifier(issuer.keys.publicKey),
  ]
  await certificate.sign(issuer.keys.privateKey, 'SHA-256')
  return certificate
}

function basicConstraints(authority: boolean): pkijs.Extension {
  const value = new pkijs.BasicConstraints(authority ? { cA: true, pathLenConstraint: 0 } : {})
  return new pkijs.Extension({
    extnID: pkijs.id_BasicConstraints,
    critical: true,
    extnValue: value.toSchema().toBER(false),
    parsedValue: value,
  })
}

function keyUsage(authority: boolean): pkijs.Extension {
  const bits = authority
    ? KEY_USAGE.keyCertSign | KEY_USAGE.cRLSign
    : KEY_USAGE.digitalSignature | KEY_USAGE.contentCommitment
  const unusedBits = authority ? 1 : 6
  const value = new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits })
  return new pkijs.Extension({
    extnID: pkijs.id_KeyUsage,
    critical: true,
    extnValue: value.toBER(false),
    parsedValue: value,
  })
}

async function keyIdentifier(publicKey: CryptoKey): Promise<ArrayBuffer> {
  const info = new pkijs.PublicKeyInfo()
  await info.importKey(publicKey)
  return crypto.subtle.digest('SHA-1', Buffer.from(info.subjectPublicKey.valueBlock.valueHexView))
}

async function subjectKeyIdentifier(publicKey: CryptoKey): Promise<pkijs.Extension> {
  const value = new asn1js.OctetString({ valueHex: await keyIdentifier(publicKey) })
  return new pkijs.Extension({
    extnID: pkijs.id_SubjectKeyIdentifier,
    extnValue: value.toBER(false),
    parsedValue: value,
  })
}

async function authorityKeyIdentifier(publicKey: CryptoKey): Promise<pkijs.Extension> {
  const value = new pkijs.AuthorityKeyIdentifier({
    keyIdentifier: new asn1js.OctetString({ valueHex: await keyIdentifier(publicKey) }),
  })
  return new pkijs.Extension({
    extnID: pkijs.id_AuthorityKeyIdentifier,
    extnValue: value.toSchema().toBER(false),
    parsedValue: value,
  })
}
