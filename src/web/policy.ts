import type { StaffRole } from '../modules/accounts/index.ts'
import { exchangeRoles } from '../modules/interlink/index.ts'

/**
 * One table: action → who. It is enforced before a handler runs and printed into docs/access.md.
 * Deny by default: a route whose action has no row does not start. A grant with a relation needs
 * data; the module that owns the data registers the resolver in `relations.ts`.
 */
export type Relation =
  /** The browser's session holds the draft named by `:draftId`. */
  | 'draft-owner'
  /** The dossier of `:dossierId` was filed from this browser, or its phone is the confirmed one. */
  | 'dossier-owner'
  /** The dossier of `:dossierId` is held by the officer's agency today. */
  | 'same-agency'
  /** The draft of `:draftId` is addressed to the officer's agency (filling in at the counter). */
  | 'draft-agency'

export type Grant =
  | { as: 'anyone' }
  | { as: 'citizen'; phone?: true; relation?: Relation }
  | { as: 'staff'; roles: readonly StaffRole[] | 'any'; relation?: Relation }

export type PolicyRow = {
  who: readonly Grant[]
  /** What it lets one do, for docs/access.md. */
  note: string
}

const anyone = [{ as: 'anyone' }] as const
const draftOwner = [{ as: 'citizen', relation: 'draft-owner' }] as const
const dossierOwner = [{ as: 'citizen', relation: 'dossier-owner' }] as const
const staff = [{ as: 'staff', roles: 'any' }] as const
const sameAgency = [{ as: 'staff', roles: 'any', relation: 'same-agency' }] as const

/** Officers of the agency that holds the dossier, in one of these roles. */
const agencyRoles = (...roles: readonly StaffRole[]) =>
  [{ as: 'staff', roles, relation: 'same-agency' }] as const

const counter = ['counterOfficer', 'civilStatusOfficer', 'specialist'] as const
const examiners = ['civilStatusOfficer', 'specialist', 'divisionHead'] as const
const signers = ['chairman', 'viceChairman', 'director', 'deputyDirector'] as const

export const policy = {
  'system.health': { who: anyone, note: 'liveness and readiness' },
  'asset.read': { who: anyone, note: 'style sheets, fonts, icons' },

  'public.read': { who: anyone, note: 'portal, procedures, counters, help' },
  'paper.blank': { who: anyone, note: 'blank declaration as a PDF' },
  'paper.verify': { who: anyone, note: 'by the random token of its QR; no names' },
  'dossier.track': { who: anyone, note: 'by code or look-up number: status and place, no names' },
  'outbox.read': { who: anyone, note: 'demo only: messages that would have been sent' },

  'draft.start': { who: anyone, note: 'begins a declaration; the secret stays in the browser' },
  'draft.resume': { who: anyone, note: 'by resume code, throttled' },
  'draft.read': { who: draftOwner, note: 'pages of the declaration' },
  'draft.answer': { who: draftOwner, note: 'saves a page' },
  'draft.upload': { who: draftOwner, note: 'adds a photo or PDF' },
  'draft.remove-upload': { who: draftOwner, note: 'takes a file away' },
  'draft.read-upload': { who: draftOwner, note: 'looks at an uploaded file' },
  'draft.discard': { who: draftOwner, note: 'throws the declaration away' },
  'draft.confirm-phone': { who: draftOwner, note: 'asks for and enters the one-time code' },
  'draft.submit': { who: draftOwner, note: 'files the dossier' },

  'phone.confirm': { who: anyone, note: 'signs a citizen in by a one-time code, throttled' },
  'citizen.dossiers': { who: [{ as: 'citizen', phone: true }], note: 'own drafts and dossiers' },
  'citizen.sign-out': { who: anyone, note: 'ends the citizen session' },
  'dossier.read-own': { who: dossierOwner, note: 'everything about one’s own dossier' },
  'dossier.read-own-paper': { who: dossierOwner, note: 'receipts and notices of it' },
  'dossier.answer-supplement': { who: dossierOwner, note: 'sends what was asked for' },
  'dossier.answer-proposal': { who: dossierOwner, note: 'accepts or declines a proposed change' },
  'dossier.confirm-preview': {
    who: dossierOwner,
    note: 'confirms the certificate before it is signed',
  },
  'dossier.withdraw': { who: dossierOwner, note: 'takes the dossier back' },

  'staff.sign-in': { who: anyone, note: 'password, throttled; also the one-time invitation link' },
  'staff.sign-out': { who: anyone, note: 'ends the staff session' },
  'worklist.read': { who: staff, note: 'queues of the officer’s own agency' },
  'absence.manage': {
    who: staff,
    note: 'one’s own days away and deputy; for heads and the unit administrator everybody’s',
  },
  'person.search': {
    who: [{ as: 'staff', roles: ['counterOfficer', 'civilStatusOfficer'] }],
    note: 'people in the books of the city, at a commune; each search is logged',
  },
  'person.read': {
    who: [{ as: 'staff', roles: ['counterOfficer', 'civilStatusOfficer'] }],
    note: 'what is recorded of one person, at a commune; logged',
  },
  'register.read': { who: staff, note: 'register books that the officer’s own agency holds' },
  'register.keep': {
    who: [{ as: 'staff', roles: ['civilStatusOfficer'] }],
    note: 'closes a book, explains its pages; each book is checked to be held by the agency',
  },
  'register.amend': {
    who: [{ as: 'staff', roles: ['civilStatusOfficer'] }],
    note: 'prepares corrections and annulments, notes, copies old paper books; as register.keep',
  },
  'register.sign': {
    who: [{ as: 'staff', roles: signers }],
    note: 'signs or returns what was prepared about an entry; the head, or the deputy of that day',
  },
  'register.copy': {
    who: [{ as: 'staff', roles: ['counterOfficer', 'civilStatusOfficer', 'chairman'] }],
    note: 'copies of an entry, numbered and counted; each book is checked to be held',
  },
  'dossier-register.read': {
    who: staff,
    note: 'sổ theo dõi hồ sơ of the officer’s own agency, for a period',
  },
  'blank.manage': { who: staff, note: 'numbered blanks: used, spoiled, in stock; print offsets' },
  'counter.start': {
    who: [{ as: 'staff', roles: counter }],
    note: 'begins a declaration for somebody at the counter; paper slips in reserve',
  },
  'counter.draft': {
    who: [{ as: 'staff', roles: counter, relation: 'draft-agency' }],
    note: 'fills in and files a declaration begun at the own counter',
  },
  'dossier.read': { who: sameAgency, note: 'declaration, papers, history' },
  'dossier.read-paper': { who: sameAgency, note: 'uploads, slips, certificates' },
  'dossier.check-field': {
    who: agencyRoles(...counter, ...examiners),
    note: 'marks “đã đối chiếu”',
  },
  'dossier.stop-messages': {
    who: agencyRoles(...counter, ...examiners),
    note: 'the child has died: the family gets no more messages about the birth',
  },
  'dossier.receive': {
    who: agencyRoles(...counter),
    note: 'starts the legal clock, prints the receipt',
  },
  'dossier.decline': { who: agencyRoles(...counter), note: 'refuses to receive, with reasons' },
  'dossier.request-supplement': {
    who: agencyRoles(...counter, ...examiners),
    note: 'once, everything',
  },
  'dossier.assign': { who: sameAgency, note: 'hands the work to a colleague' },
  'dossier.assign-many': { who: staff, note: 'each is checked to be of the own agency' },
  'dossier.advance': { who: sameAgency, note: 'ends a step; the procedure names the role' },
  'dossier.propose-change': {
    who: agencyRoles(...counter, ...examiners),
    note: 'both values stay',
  },
  'dossier.propose': {
    who: sameAgency,
    note: 'to preview or signature; the procedure names the role',
  },
  'leg.answer': {
    who: agencyRoles('counterOfficer', 'civilStatusOfficer'),
    note: 'answers what another agency asks; tells the citizen what to sign or bring',
  },
  'exchange.read': {
    who: staff,
    note: 'messages of the officer’s own agencies: their way, never their content',
  },
  'exchange.send-again': {
    who: [{ as: 'staff', roles: exchangeRoles }],
    note: 'sends a stopped message of the own agency again',
  },
  'dossier.verify': {
    who: sameAgency,
    note: 'asks another commune, records its answer; the procedure names the role',
  },
  'dossier.post-notice': {
    who: sameAgency,
    note: 'records a public notice; the machine checks the role',
  },
  'dossier.note-call': {
    who: sameAgency,
    note: 'somebody without a phone was told',
  },
  'dossier.decide-supplement': {
    who: agencyRoles(...signers, 'divisionHead'),
    note: 'lets a second supplement request go out, or not, with the reason',
  },
  'dossier.propose-refusal': {
    who: sameAgency,
    note: 'after receipt, with the reason, to the signer; the procedure names the role',
  },
  'dossier.refuse': {
    who: agencyRoles(...signers),
    note: 'signs a refusal that was proposed; the head, or the deputy assigned that day',
  },
  'dossier.sign': {
    who: agencyRoles(...signers),
    note: 'the head, or the deputy assigned that day',
  },
  'dossier.sign-many': {
    who: [{ as: 'staff', roles: signers }],
    note: 'several opened ones; each is checked as dossier.sign',
  },
  'dossier.move-due': {
    who: agencyRoles(...signers),
    note: 'gives another due date, once, with the reason',
  },
  'dossier.return': { who: agencyRoles(...signers), note: 'back to the examiner with a reason' },
  'dossier.hand-over': {
    who: agencyRoles(...counter),
    note: 'originals, signatures, book and page',
  },
  'dossier.cancel-entry': { who: agencyRoles('civilStatusOfficer'), note: 'crosses out by 31/12' },
  'dossier.replace-certificate': {
    who: agencyRoles('civilStatusOfficer', 'chairman'),
    note: 'destroys a printed blank with minutes, makes the original anew',
  },
  'dossier.print-certificate': { who: agencyRoles(...counter), note: 'onto the numbered blank' },

  'api.describe': { who: anyone, note: 'OpenAPI description' },
  'api.catalogue': { who: anyone, note: 'procedures, forms, units' },
  'api.draft-start': { who: anyone, note: 'begins a draft; the answer carries a token' },
  'api.draft': { who: draftOwner, note: 'with the token that api.draft-start answered' },
  'api.dossier-own': { who: dossierOwner, note: 'one’s own dossier, with the same token' },
  'api.track': { who: anyone, note: 'status by look-up number' },
  'api.worklist': { who: staff, note: 'with a token' },
  'api.dossier-read': { who: sameAgency, note: 'with a token' },
  'api.dossier-move-due': {
    who: agencyRoles(...signers),
    note: 'with a token; as dossier.move-due',
  },
  'exchange.message': {
    who: anyone,
    note: 'messages of agencies, each proved by the signature of its party',
  },
  'exchange.key': { who: anyone, note: 'public keys of the agencies in here' },
  'api.dossier-act': { who: sameAgency, note: 'with a token; the machine checks role and state' },
} as const satisfies Record<string, PolicyRow>

export type ActionName = keyof typeof policy

export function policyOf(action: ActionName): PolicyRow {
  return policy[action]
}
