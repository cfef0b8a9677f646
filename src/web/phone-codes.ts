import { ensureMayGuess, recordWrongGuess, spendUse } from '../modules/accounts/index.ts'
import { confirmPhone, sendCode } from '../modules/intake/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { WebRequest } from './http/route.ts'

type Asking = Pick<WebRequest, 'ctx' | 'ip'>
type SendCode = Parameters<typeof sendCode>[1]
type ConfirmPhone = Parameters<typeof confirmPhone>[1]

/** As `sendCode`, and no more of them for one address than it may have (`codes-throttled`). */
export async function sendCodeTo({ ctx, ip }: Asking, input: SendCode): Promise<{ phone: string }> {
  await spendUse(ctx, { what: 'code', ip })
  return sendCode(ctx, input)
}

/** As `confirmPhone`; an address that guesses at codes of many phones waits (`guesses-throttled`). */
export async function confirmCode(
  { ctx, ip }: Asking,
  input: ConfirmPhone,
): Promise<{ phone: string }> {
  const guess = { what: 'code', ip }
  await ensureMayGuess(ctx, guess)
  try {
    return await confirmPhone(ctx, input)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'code-wrong') await recordWrongGuess(ctx, guess)
    throw error
  }
}
