/**
 * The law, the state or the permissions say no. Thrown, so that the transaction rolls back; carries
 * no prose and no HTTP status. The sentence for each code is in `web/words/vi.ts`; `data` holds what
 * that sentence needs and never a name or a number of a person.
 */
export class Refusal extends Error {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: string, data: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}
