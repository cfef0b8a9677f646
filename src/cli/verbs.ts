import { parsePlainDate, type PlainDate } from '../platform/plain-date.ts'
import { Refusal } from '../platform/refusal.ts'
import { errorResponse } from '../web/to-response.ts'
import type { Io } from './command.ts'

/** A command line that asks for nothing the command knows; the message says what is wrong. */
export class NotUnderstood extends Error {}

/**
 * Says on stderr why a command did not do it. 1: the product refused; 2: not understood, with the
 * usage. Anything else is a fault and goes on up.
 */
export function tellFailure(io: Io, usage: string, error: unknown): 1 | 2 {
  if (error instanceof NotUnderstood) {
    for (const line of [error.message, usage]) io.err(line)
    return 2
  }
  if (!(error instanceof Refusal)) throw error
  const { title, detail } = errorResponse(error, 'vi')
  io.err(`${title}. ${detail} (${error.code})`)
  return 1
}

export function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined || value === '') throw new NotUnderstood(`${name} is needed`)
  return value
}

export function dayOf(text: string | undefined, name: string): PlainDate | undefined {
  if (text === undefined) return undefined
  const day = parsePlainDate(text)
  if (day === undefined) throw new NotUnderstood(`${name}: not a day: ${text}`)
  return day
}

/** The one member of a command's verbs that was asked for. */
export function verbOf<T>(verbs: Readonly<Record<string, T>>, verb: string, command: string): T {
  const found = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (found === undefined) throw new NotUnderstood(`${command} does not know "${verb}"`)
  return found
}
