import type { Condition, FormDefinition, Text } from '../forms/index.ts'

/**
 * What the city offers: one revision of one procedure, with the days on which it is in force. It is
 * authored in `src/catalogue/<procedure>/`, published into `procedure_revision` and never changed
 * after. It is plain JSON. A law that changes is a new revision.
 */
export type ProcedureDefinition = {
  schema: 'motcua/procedure/1'
  /** `birth.register`: stable for all revisions. */
  key: string
  /** Rises by one with each change of law: 1, 2, … */
  revision: number
  /** First and last day of filing under this revision; `validTo` is null while in force. */
  validFrom: string
  validTo: string | null
  /** URL part: `dang-ky-khai-sinh`. */
  slug: string
  /** National procedure code, `1.001193`. */
  nationalCode: string | null
  name: Text
  field: Text
  /** One or two sentences for the procedure page. */
  summary: Text
  /** Plain words people type: "làm giấy khai sinh". Searched without marks. */
  keywords: readonly string[]
  /** Kind of agency that receives: people's committee of a commune, police, department … */
  agencyKind: 'commune' | 'district' | 'department' | 'police' | 'socialInsurance'
  /**
   * The service of other agencies' legs that it does (`residence.register`). Such a procedure is
   * opened by a message only: citizens neither see nor file it.
   */
  serves?: string
  /** What other agencies do for the same filing, each with its own clock; see `interlink`. */
  legs?: readonly LegDefinition[]
  who: readonly Text[]
  facts: {
    fee: Fact
    time: Fact
    where: Fact
    result: Fact
  }
  /**
   * Things worth knowing in the indigo callout, e.g. the interlinked service. `procedure` is the key
   * of one to go on to; the link is there while that one is offered.
   */
  notices: readonly { title: Text; body: Text; procedure?: string }[]
  components: readonly ComponentDefinition[]
  /** What the citizen reads under "Các bước". */
  citizenSteps: readonly {
    title: Text
    body: Text
    who: Text
    icon: 'person' | 'home' | 'message'
  }[]
  /** Counter receives within this many working days of filing; the wait is shown and counted. */
  receiveWithinWorkingDays: number
  limit: LimitDefinition
  /** What stops the legal clock. In 2016 days used before a supplement count on. */
  clock: {
    pausesFor: readonly ('supplement' | 'preview')[]
    afterSupplement: 'continue' | 'restart'
  }
  /** The agency's own steps between receipt and hand-over, in order. */
  steps: readonly StepDefinition[]
  /** The citizen confirms a preview before the signature. */
  preview: boolean
  /** The civil-status book that `sign` writes into; null when the result is not a register entry. */
  register: {
    book: 'birth' | 'death'
    /** `again`: registered once before; the entry and the paper are marked "Đăng ký lại". */
    entry?: 'first' | 'again'
    /** Fields that the personal number given with the registration must fit. */
    givesNumber?: { sex: string; birth: string }
  } | null
  result: {
    template: string
    name: Text
    copies: boolean
    /** Numbered `NN/YYYY` in a series of the agency's own, outside the register books. */
    series?: PaperSeries
    /** What the officer enters with the proposal: the number of a health card, of a confirmation. */
    facts?: readonly ResultFactDefinition[]
  }
  declaration: DeclarationForm
  /** Other forms that print from the same answers, nothing asked twice: HK02, TK1-TS. */
  furtherDeclarations?: readonly (DeclarationForm & {
    /** URL part: `hk02`. */
    key: string
  })[]
  /** A numbered paper that the declaration cites; one of the receiving agency's must exist. */
  cites?: PaperCitation
  /** Errands that begin with this one's result: what is known is filled in. */
  continuesWith?: readonly Continuation[]
  /** Named rule that finds who is competent; see `src/modules/dossiers/jurisdiction.ts`. */
  jurisdiction: { rule: string; params: Record<string, unknown> }
  /** Named checks of law, run on the answers; each is registered by name with its `@basis`. */
  checks: readonly { rule: string; params: Record<string, unknown> }[]
  /**
   * Sets of fields that make two declarations look alike when all of a set are equal (folded):
   * `[['child.name', 'child.birthDate', 'mother.name'], …]`. They warn, they never block.
   */
  duplicateKeys?: readonly (readonly string[])[]
  /** Field keys that mean the same for every procedure: lists, slips and duplicates read them. */
  roles: {
    /** Name field of the person registered ("người được đăng ký"). */
    subjectName: string
    /** Name field of the requester ("người yêu cầu"). */
    requesterName: string
    requesterAddress: string | null
    phone: string
    copies: string | null
    collector: string | null
  }
  /**
   * Fields that say who the subject is, where the usual keys do not: see `subjectFields`. One person
   * is known by them across birth, death, residence and insurance.
   */
  subject?: SubjectFields
  form: FormDefinition
  /**
   * What a supplement request of this procedure says beside the common sentences, of a field or a
   * component: Vietnamese, for citizens read it.
   */
  supplementReasons?: readonly { key: string; about: string; text: string }[]
  draftExpiresAfterDays: number
  legalBasis: readonly { instrument: string; articles?: string; note?: Text }[]
}

/** Field keys. The birth is a date, or a year where nobody knows the day. */
export type SubjectFields = {
  name: string
  birthDate?: string
  birthYear?: string
  sex?: string
  /** Personal number, 12 digits; an older card's number is passed over. */
  number?: string
  motherName?: string
  fatherName?: string
  residence?: string
}

export type Fact = { main: Text; small?: Text }

/** A form of the law that the answers fill in; without answers it is the blank. */
export type DeclarationForm = { template: string; title: Text; formNumber: string }

/** Papers that an agency numbers by the year. */
export type PaperSeries = 'deathNotice'

/** Field keys: the number as printed, the day of issue, and the commune that issued it (address). */
export type PaperCitation = { series: PaperSeries; number: string; day: string; issuer: string }

/**
 * The next errand of the same people. `answers`: field of that procedure ← field of this form, or
 * `=number` and `=day` of the result. `set`: what then is clear.
 */
export type Continuation = {
  procedure: string
  answers: Readonly<Record<string, string>>
  set: Readonly<Record<string, string | number | boolean>>
}

export type ComponentDefinition = {
  key: string
  name: Text
  hint?: Text
  /** Uploaded with the filing, shown at hand-over, or both. */
  submit: boolean
  present: 'no' | 'compare' | 'keep'
  when?: Condition
}

export type LimitDefinition =
  /** The same day; received after the cut-off, the next working day. */
  | { kind: 'same-day'; cutoff: string }
  | { kind: 'working-days'; days: number }
  | { kind: 'working-hours'; hours: number }
  | { kind: 'days'; days: number }

export type StepDefinition = {
  key: string
  name: Text
  /** `check`, `verify`, `consult`: advance; `propose`: to preview or signature; `sign`: the end. */
  kind: 'check' | 'verify' | 'consult' | 'propose' | 'sign'
  /** Staff role that does it; for `sign` the chairman or head (a deputy only when assigned). */
  role: string
  /** Of a `verify` step: within which another commune that is asked answers. */
  limit: LimitDefinition | null
  /** Of a `verify` step: what is left to finish after the answer, or after the time for it. */
  finish?: LimitDefinition
  /**
   * Of a `verify` step: what the question to another commune carries, as of a leg. A commune that
   * has a desk or a system is asked by message.
   */
  asks?: Readonly<Record<string, string>>
}

export type ResultFactDefinition = {
  key: string
  name: Text
  /** Regular expression of the whole value; a value that does not fit is refused. */
  pattern: string
  hint?: Text
  /** May be left out: the entry number of an event that was not found. */
  optional?: boolean
}

/**
 * Another agency's part of a filing. It is a conversation of messages: the leg's state is folded from
 * them. `answers` and `papers` say what travels, so that nothing is typed twice.
 */
export type LegDefinition = {
  key: string
  /** Title of its lane: "Hộ khẩu cho con". */
  name: Text
  /** What the agency is asked to do; a procedure that `serves` it does it on a desk of Một Cửa. */
  service: string
  /**
   * Whom to ask: the agency of that kind which serves the unit of an address field (null: of the
   * receiving agency). `ministry`: the Ministry of Justice's civil-status system.
   */
  to: { kind: 'police' | 'socialInsurance' | 'commune' | 'ministry'; unitOf: string | null }
  /** The dossier's event that opens it, or the leg whose result it needs. */
  opens: { on: 'received' | 'signed' | 'registered' } | { after: string }
  when?: Condition
  /** Working days within which the lead agency sends it. */
  sendWithinWorkingDays: number
  limit: LimitDefinition
  /** What waits for it: hand-over of everything, or nothing (the dossier goes on without it). */
  holds: 'handOver' | 'nothing'
  /** Field of the serving procedure ← field of this form, or a fact of the result (`=number`). */
  answers: Readonly<Record<string, string>>
  /** Components whose files travel; `=result` is the signed paper. */
  papers: readonly string[]
  /** What comes back: facts that the citizen reads and collects. */
  results: readonly { key: string; name: Text }[]
}
