/**
 * Why the product does not start: one line for a person to read, Vietnamese first, and the exit
 * code that scripts see. Anything else thrown at start is a bug and shows its stack.
 */
export class CannotStart extends Error {
  readonly vi: string
  readonly en: string
  readonly exitCode: number

  constructor(message: { vi: string; en: string; exitCode?: number; cause?: unknown }) {
    super(`${message.vi} / ${message.en}`, { cause: message.cause })
    this.name = 'CannotStart'
    this.vi = message.vi
    this.en = message.en
    this.exitCode = message.exitCode ?? 1
  }
}
