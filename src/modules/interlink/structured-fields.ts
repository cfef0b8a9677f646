/** The part of RFC 8941 (structured fields) that signatures of messages use. */
export type Bare = string | number | boolean | { token: string } | { bytes: Uint8Array }
export type Parameters = ReadonlyMap<string, Bare>
export type Item = { value: Bare; params: Parameters }
export type InnerList = { items: readonly Item[]; params: Parameters }
export type Dictionary = ReadonlyMap<string, Item | InnerList>

/** Undefined when the text is no dictionary. */
export function parseDictionary(text: string): Dictionary | undefined {
  const reader = new Reader(text)
  try {
    return reader.dictionary()
  } catch (error) {
    if (error instanceof NotStructured) return undefined
    throw error
  }
}

export function serializeInnerList({ items, params }: InnerList): string {
  return `(${items.map(serializeItem).join(' ')})${serializeParameters(params)}`
}

export function serializeItem({ value, params }: Item): string {
  return serializeBare(value) + serializeParameters(params)
}

function serializeParameters(params: Parameters): string {
  return [...params]
    .map(([key, value]) => (value === true ? `;${key}` : `;${key}=${serializeBare(value)}`))
    .join('')
}

function serializeBare(value: Bare): string {
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/g, '\\$&')}"`
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '?1' : '?0'
  return 'token' in value ? value.token : `:${Buffer.from(value.bytes).toString('base64')}:`
}

class NotStructured extends Error {}

class Reader {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text.trim()
  }

  dictionary(): Dictionary {
    const members = new Map<string, Item | InnerList>()
    while (this.at < this.text.length) {
      const key = this.take(/[a-z*][a-z0-9_.*-]*/y)
      const isGiven = this.skip('=')
      const member = isGiven ? this.member() : { value: true, params: this.parameters() }
      // A later member takes the place of an earlier one of its name.
      members.delete(key)
      members.set(key, member)
      this.spaces()
      if (this.at === this.text.length) break
      this.expect(',')
      this.spaces()
      if (this.at === this.text.length) throw new NotStructured('a comma at the end')
    }
    return members
  }

  private member(): Item | InnerList {
    if (!this.skip('(')) return this.item()
    const items: Item[] = []
    for (;;) {
      this.spaces()
      if (this.skip(')')) return { items, params: this.parameters() }
      if (items.length > 0 && this.text[this.at - 1] !== ' ') throw new NotStructured('no space')
      items.push(this.item())
    }
  }

  private item(): Item {
    return { value: this.bare(), params: this.parameters() }
  }

  private parameters(): Parameters {
    const params = new Map<string, Bare>()
    while (this.skip(';')) {
      this.spaces()
      const key = this.take(/[a-z*][a-z0-9_.*-]*/y)
      params.delete(key)
      params.set(key, this.skip('=') ? this.bare() : true)
    }
    return params
  }

  private bare(): Bare {
    const next = this.text[this.at] ?? ''
    if (next === '"') {
      const quoted = this.take(/"(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"/y)
      return quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
    }
    if (next === ':') {
      const base64 = this.take(/:[A-Za-z0-9+/]*={0,2}:/y).slice(1, -1)
      return { bytes: Buffer.from(base64, 'base64') }
    }
    if (next === '?') return this.take(/\?[01]/y) === '?1'
    if (/[-0-9]/.test(next)) return Number(this.take(/-?\d{1,15}/y))
    return { token: this.take(/[A-Za-z*][\w!#$%&'*+.^`|~:/-]*/y) }
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined) throw new NotStructured(`at ${this.at}`)
    this.at += found.length
    return found
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  private expect(character: string): void {
    if (!this.skip(character)) throw new NotStructured(`no ${character} at ${this.at}`)
  }

  private spaces(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at += 1
  }
}
