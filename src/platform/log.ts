import pg from 'pg'
import { pino, type DestinationStream, type Logger } from 'pino'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Keys whose values are about a person or open a door, at the top and one level down. */
const PRIVATE = [
  'name',
  'fullName',
  'phone',
  'recipient',
  'address',
  'personalNumber',
  'email',
  'answers',
  'password',
  'token',
  'secret',
  'code',
  'cookie',
  'authorization',
  'body',
]

/**
 * JSON lines on stderr without personal data: private keys are struck out, and a database error
 * keeps its code and constraint but not its text, which quotes what people wrote.
 */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: PRIVATE.flatMap((key) => [key, `*.${key}`]), censor: '[…]' },
      serializers: { err: describeError, error: describeError },
    },
    destination,
  )
}

export type ErrorDescription = {
  type: string
  message: string
  /** SQLSTATE or Node's code. */
  reason?: string
  constraint?: string
  stack?: string
  cause?: ErrorDescription
}

function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' }
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  if (error instanceof pg.DatabaseError)
    return {
      type: 'DatabaseError',
      message: 'the database refused',
      reason: error.code,
      constraint: error.constraint,
      stack: framesOf(error),
    }
  // A parser quotes what it could not read.
  const message = error instanceof SyntaxError ? 'not to be read' : error.message
  const reason = 'code' in error ? { reason: String(error.code) } : {}
  return { type: error.name, message, ...reason, stack: framesOf(error), ...cause }
}

function framesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n')
  return lines.filter((line) => line.startsWith('    at ')).join('\n')
}
