import { Refusal } from '../../platform/refusal.ts'
import { isMessageType, messageProblems } from './message-schema.ts'
import { PROTOCOL, type Message } from './message.ts'

/**
 * The message that these bytes are. Refuses `message-invalid` (no JSON, or not as the protocol has
 * it, with `problems`), `message-version-unknown`, `message-type-unknown`.
 */
export function readMessage(bytes: Uint8Array): Message {
  const value = parse(bytes)
  if (value['schema'] !== PROTOCOL)
    throw new Refusal('message-version-unknown', { known: PROTOCOL })
  if (!isMessageType(value['type'])) throw new Refusal('message-type-unknown')
  const problems = messageProblems(value['type'], value)
  if (problems.length > 0) throw new Refusal('message-invalid', { problems })
  return value as Message // checked against the schema of its type
}

/** Text that the database cannot keep is no text; a key that changes what objects are is none. */
function parse(bytes: Uint8Array): Record<string, unknown> {
  let isSound = true
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      const words = typeof inner === 'string' ? key + inner : key
      if (key === '__proto__' || words.includes('\0') || !words.isWellFormed()) isSound = false
      return inner
    })
    if (isSound && typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown> // any JSON object
  } catch {
    // Told below; what it quotes may be personal.
  }
  throw new Refusal('message-invalid', { problems: [{ at: '', message: 'not a JSON object' }] })
}
