/**
 * A form definition drives the page, the server check, the officer's view, the printed declaration
 * and the JSON Schema of the API. It is plain JSON: no functions, so that it can be published,
 * hashed and read in a browser. Field keys are dotted paths (`child.name`), unique in a form;
 * answers are a flat record from field key to value.
 */
export type Text = { vi: string; en?: string }

export type FormDefinition = { pages: readonly PageDefinition[] }

export type PageDefinition = {
  /** ASCII slug, used in URLs: `tre`, `me`, `cha`, `giay-to`. */
  key: string
  title: Text
  hint?: Text
  when?: Condition
  fields: readonly FieldDefinition[]
  /** Folded help under the fields, as "Trẻ sinh đôi thì khai thế nào?" in mock 03. */
  help?: readonly { title: Text; body: Text }[]
}

/** Conditions are data, so that the same rule runs in the browser and on the server. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { field: string; is: string | number | boolean }
  | { field: string; in: readonly (string | number)[] }
  | { field: string; answered: boolean }

type FieldBase = {
  key: string
  label: Text
  hint?: Text
  /** Optional fields are marked "(nếu có)"; required is the default and is not marked. */
  optional?: boolean
  when?: Condition
  /** What to say when it is empty: "Nhập tên của trẻ". Otherwise made from the label. */
  missing?: Text
  /** How the printed declaration and the officer's view call it, when shorter than the label. */
  printLabel?: Text
  /** Not printed on the declaration and not part of it (who will collect, copies …). */
  aside?: boolean
  /**
   * While `when` holds, this answer is another field's: it is not asked, and `complete` fills it in
   * (the father who files has already given his name as the requester). Of several the first counts
   * whose condition holds.
   */
  copyOf?: CopyRule | readonly CopyRule[]
}

export type CopyRule = { field: string; when: Condition }

export type ChoiceOption = {
  value: string
  label: Text
  hint?: Text
  /** Chosen, nothing is to be filed: what is said in place of the next page, a line each. */
  stops?: Text
}

/** `full` is the truth and is stored NFC exactly as typed; the parts are hints (practice.md 24). */
export type NameValue = { full: string; surname?: string; middle?: string; given?: string }

/** `unit`/`unitFrom` key a commune-level unit of the city; otherwise province/abroad is free text. */
export type AddressValue = {
  scope: 'city' | 'elsewhere' | 'abroad'
  /** Code and validity start of the commune-level unit, when `scope` is `city`. */
  unit?: string
  unitFrom?: string
  /** As it prints after the line: "phường Láng Thượng, quận Đống Đa, Thành phố Hà Nội". */
  place: string
  /** House, lane, street, village; may be empty where the field asks only for the commune. */
  line: string
}

/** ISO with unknown parts left off: `2016-08-15`, `2016-08`, `2016`. */
export type DateValue = string

export type FieldDefinition = FieldBase &
  (
    | { type: 'text'; lengthMax: number; multiline?: boolean; width?: 'short' | 'full' }
    | { type: 'name'; partsShown: boolean }
    | {
        type: 'date'
        /** Which parts may be left unknown: none, the day, or day and month. */
        unknown?: 'none' | 'day' | 'day-and-month'
        /** Latest allowed, relative to the day of the check. */
        latest?: 'today'
        yearMin?: number
        /** Echo in words as the certificate does. */
        inWords?: boolean
      }
    | { type: 'year'; yearMin: number; latest?: 'today' }
    | { type: 'time' }
    | { type: 'choice'; options: readonly ChoiceOption[]; inline?: boolean }
    | { type: 'ethnicity' }
    | { type: 'nationality' }
    /** A primary care facility of the city's list, by its code. */
    | { type: 'facility' }
    | { type: 'address'; scopes: readonly AddressValue['scope'][]; lineOptional?: boolean }
    | {
        type: 'personalNumber'
        /** 12 digits (số định danh, CCCD), or also the 9-digit card of 2016. */
        kinds: readonly ('12' | '9')[]
        /** Sex and birth year (or date) fields that a 12-digit number must fit. */
        sex?: string | { is: 'male' | 'female' }
        birth?: string
      }
    | { type: 'phone' }
    | { type: 'money'; dongMax: number }
    | { type: 'number'; min: number; max: number; unit?: Text }
    | { type: 'yesNo' }
    | {
        type: 'group'
        fields: readonly FieldDefinition[]
        timesMin: number
        timesMax: number
        itemLabel: Text
      }
    | {
        type: 'file'
        /** Key of the component (thành phần hồ sơ) these files are. */
        component: string
        accept: readonly ('image/jpeg' | 'image/png' | 'application/pdf')[]
        filesMax: number
        sizeBytesMax: number
      }
    | { type: 'undertaking'; text: Text }
  )

export type FieldType = FieldDefinition['type']

export type Answer =
  | string
  | number
  | boolean
  | NameValue
  | AddressValue
  | readonly string[]
  | readonly Answers[]

export type Answers = { readonly [fieldKey: string]: Answer }

/** A problem at a field is a value, not a throw; `validate` returns all of them at once. */
export type Problem = {
  /** Field key; for groups `group.0.field`. */
  field: string
  /** Part of the field to focus: `given`, `day`, `unit` …; empty for the field itself. */
  part?: string
  /** Stable code: `missing`, `date-not-real`, `date-in-future`, `name-has-digit` … */
  code: string
  /** How to fix it, in plain words. Same words in the summary and at the field. */
  message: Text
  /** What may have been meant, to be offered as radios; values go into the part's input. */
  candidates?: readonly Candidate[]
}

export type Candidate = { value: string; label: string }

/** A commune-level unit as forms need it. */
export type UnitName = { code: string; validFrom: string; printed: string }

/** Code of five digits, and its name. */
export type FacilityName = { code: string; name: string }

/** What field checks need from outside; everything is data, so that checks stay pure. */
export type FormWorld = {
  /** The day of the check (legal day). */
  today: string
  /** Is there such a commune-level unit on that day, and how does it print? */
  unitOn(code: string, day: string): { validFrom: string; printed: string } | undefined
  /** Units in force on that day which a typed name may mean, best first; marks do not matter. */
  searchUnits?(text: string, day: string): readonly UnitName[]
  /** Primary care facilities that may be chosen. */
  facilities?: readonly FacilityName[]
  /** What became, on that day, of a unit that is no longer in force. */
  successors?(code: string, validFrom: string | undefined, day: string): readonly UnitName[]
}
