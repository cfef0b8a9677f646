import type { PlainDate } from '../../platform/plain-date.ts'

export const STAFF_ROLES = [
  'counterOfficer',
  'civilStatusOfficer',
  'chairman',
  'viceChairman',
  'specialist',
  'divisionHead',
  'director',
  'deputyDirector',
  'unitAdmin',
] as const

export type StaffRole = (typeof STAFF_ROLES)[number]

export type Staff = {
  id: string
  login: string
  name: string
  state: 'invited' | 'active' | 'disabled'
}

/** A role at an agency from one day to another (`toDay` null: until further notice). */
export type Mandate = {
  staffId: string
  agencyId: string
  role: StaffRole
  fromDay: PlainDate
  toDay: PlainDate | null
}

export type StaffInSession = {
  staffId: string
  name: string
  agencyId: string
  roles: readonly StaffRole[]
}

export function isStaffRole(text: string): text is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(text)
}

export function isInForce(mandate: Pick<Mandate, 'fromDay' | 'toDay'>, day: PlainDate): boolean {
  return mandate.fromDay <= day && (mandate.toDay === null || mandate.toDay >= day)
}
