/**
 * The port behind which a key lives: a file today, a token or an HSM later. It sees the attributes
 * to sign, never the paper, and hashes them itself, as PKCS#11 devices do.
 */
export type Signer = {
  /** DER: the signing certificate first, then those that issued it, root last or left out. */
  certificateChain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  /** The signature over SHA-256 of `attributes`; for ECDSA in DER (`Ecdsa-Sig-Value`). */
  sign(attributes: Uint8Array): Promise<Uint8Array>
}

export type SignatureAlgorithm = 'ECDSA-SHA256' | 'RSA-SHA256'

/** Object identifiers as CMS names them (RFC 5758, RFC 8017). */
export const ALGORITHM_OIDS: Readonly<Record<SignatureAlgorithm, string>> = {
  'ECDSA-SHA256': '1.2.840.10045.4.3.2',
  'RSA-SHA256': '1.2.840.113549.1.1.11',
}
