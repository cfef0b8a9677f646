import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { ALGORITHM_OIDS, type Signer } from './signer.ts'

export const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}

/**
 * A detached CMS signature over bytes whose SHA-256 is `digest`, as PAdES baseline B-B wants it: no
 * signing-time attribute (the time is the signature dictionary's /M), signing-certificate-v2
 * present. Returns DER.
 * @basis ETSI EN 319 142-1, 6.3;
 */
export async function signDetached(digest: ArrayBuffer, signer: Signer): Promise<Uint8Array> {
  const certificates = signer.certificateChain.map((der) =>
    pkijs.Certificate.fromBER(Buffer.from(der)),
  )
  const [own] = certificates
  const [ownDer] = signer.certificateChain
  if (!own || !ownDer) throw new Error('a signer without a certificate')
  const attributes = inDerOrder([
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: pkijs.id_ContentType_Data })),
    attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: digest })),
    attribute(OID.signingCertificateV2, await signingCertificate(ownDer)),
  ])
  // The signature is over the attributes as a SET OF, not under the [0] they are stored with.
  const signed = new asn1js.Set({ value: attributes.map((one) => one.toSchema()) }).toBER(false)
  const signature = await signer.sign(new Uint8Array(signed))
  const algorithm = ALGORITHM_OIDS[signer.algorithm]
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({
      algorithmId: algorithm,
      ...(signer.algorithm === 'RSA-SHA256' && { algorithmParams: new asn1js.Null() }),
    }),
    signature: new asn1js.OctetString({ valueHex: new Uint8Array(signature).buffer }),
  })
  const content = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: pkijs.id_ContentType_Data,
    }),
    certificates,
    signerInfos: [info],
  })
  const wrapped = new pkijs.ContentInfo({
    contentType: pkijs.id_ContentType_SignedData,
    content: content.toSchema(true),
  })
  return new Uint8Array(wrapped.toSchema().toBER(false))
}

function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] })
}

/** DER sorts the members of a SET OF by their encodings (X.690, 11.6). */
function inDerOrder(attributes: readonly pkijs.Attribute[]): pkijs.Attribute[] {
  const encoded = (one: pkijs.Attribute) => Buffer.from(one.toSchema().toBER(false))
  return attributes.toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)))
}

/** ESSCertIDv2 with the default hash, SHA-256: binds the signature to this certificate alone. */
async function signingCertificate(der: Uint8Array): Promise<asn1js.Sequence> {
  const hash = await crypto.subtle.digest('SHA-256', Buffer.from(der))
  const certId = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: hash })] })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [certId] })] })
}
