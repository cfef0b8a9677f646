import type { Queryable } from '../../platform/db.ts'
import type { SessionLimits } from '../../platform/sessions.ts'
import { readRules } from './store.ts'

/** Limits of sign-in as data (`account_rule`); a missing one is a broken installation. */
export type SignInLimits = {
  windowMinutes: number
  failuresPerAccount: number
  failuresPerAddress: number
  inviteHours: number
}

export async function sessionLimitsOf(db: Queryable): Promise<SessionLimits> {
  const rule = await ruleReader(db)
  return {
    citizen: {
      idle: rule('citizen-idle-minutes'),
      absolute: rule('citizen-absolute-minutes'),
      phone: rule('citizen-phone-minutes'),
    },
    staff: { idle: rule('staff-idle-minutes'), absolute: rule('staff-absolute-minutes') },
  }
}

export async function signInLimitsOf(db: Queryable): Promise<SignInLimits> {
  const rule = await ruleReader(db)
  return {
    windowMinutes: rule('sign-in-window-minutes'),
    failuresPerAccount: rule('sign-in-failures-per-account'),
    failuresPerAddress: rule('sign-in-failures-per-address'),
    inviteHours: rule('invite-hours'),
  }
}

/** How much one address may ask for in a window. */
export type AddressLimits = {
  windowMinutes: number
  uses: { draft: number; code: number; lookup: number }
}

export async function addressLimitsOf(db: Queryable): Promise<AddressLimits> {
  const rule = await ruleReader(db)
  return {
    windowMinutes: rule('address-window-minutes'),
    uses: {
      draft: rule('drafts-per-address'),
      code: rule('codes-per-address'),
      lookup: rule('lookups-per-address'),
    },
  }
}

async function ruleReader(db: Queryable): Promise<(key: string) => number> {
  const rules = await readRules(db)
  return (key) => {
    const value = rules.get(key)
    if (value === undefined) throw new Error(`account_rule lacks "${key}"`)
    return value
  }
}
