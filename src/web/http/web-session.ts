import type { StaffInSession } from '../../modules/accounts/index.ts'

/**
 * The browser's session as handlers see it. Under `/can-bo` it is the officer's, elsewhere the
 * citizen's; the two never mix. Changes are saved at once and the cookie goes out with the reply.
 */
export type WebSession = {
  kind: 'none' | 'citizen' | 'staff'
  /** Citizen: drafts (and dossiers filed from them) this browser may open. */
  draftIds: readonly string[]
  /** Citizen: phone confirmed by a one-time code and still fresh, or null. */
  phone: string | null
  /** Staff: who, for the app bar and for verbs. */
  staff: StaffInSession | null
  /** API only: the bearer token of a session begun in this request, to be answered once. */
  token: string | null
  /** Begins a citizen session when there is none and lets it open this draft. */
  addDraft(draftId: string): Promise<void>
  removeDraft(draftId: string): Promise<void>
  /** After a one-time code was right: remembers the phone and changes the session's secret. */
  confirmPhone(phone: string): Promise<void>
  /** After a password was right: ends the old staff session and begins a new one. */
  signInStaff(staffId: string, agencyId: string): Promise<void>
  signOut(): Promise<void>
}
