/** Every block of one kind in a PEM text, as DER. */
export function pemBlocks(pem: string, label: 'CERTIFICATE' | 'PRIVATE KEY'): Uint8Array[] {
  const block = new RegExp(
    `-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`,
    'g',
  )
  return [...pem.matchAll(block)].map(
    ([, body = '']) => new Uint8Array(Buffer.from(body, 'base64')),
  )
}

export function toPem(der: Uint8Array | ArrayBuffer, label: 'CERTIFICATE' | 'PRIVATE KEY'): string {
  const bytes = der instanceof ArrayBuffer ? Buffer.from(der) : Buffer.from(der)
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
