import type { City } from '../../modules/agencies/index.ts'
import { standingFacts, type Candidate, type WholePerson } from '../../modules/persons/index.ts'
import type { FieldDefinition, Problem, RawInputs } from '../../modules/forms/index.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf, Pairs, Table } from '../ui/parts.tsx'
import { legalDay } from '../../platform/plain-date.ts'
import { longDay } from './moments.ts'
import {
  bandText,
  birthText,
  entryText,
  factName,
  numberText,
  personText,
  reasonsText,
  sexText,
} from './person-words.ts'

export const PEOPLE = '/can-bo/tra-cuu-nguoi'

export const PERSON_FIELDS: readonly FieldDefinition[] = [
  {
    key: 'person.name',
    type: 'name',
    partsShown: false,
    optional: true,
    label: { vi: 'Họ và tên', en: 'Full name' },
    hint: {
      vi: 'Đủ họ, chữ đệm, tên; có dấu hay không dấu đều được.',
      en: 'Surname, middle and given name, with or without marks.',
    },
  },
  {
    key: 'person.birthDate',
    type: 'date',
    unknown: 'day-and-month',
    latest: 'today',
    optional: true,
    label: { vi: 'Ngày sinh', en: 'Date of birth' },
    hint: { vi: 'Chỉ biết năm thì nhập năm.', en: 'The year alone will do.' },
  },
  {
    key: 'person.personalNumber',
    type: 'personalNumber',
    kinds: ['12'],
    optional: true,
    label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  },
]

type Search = {
  csrf: string
  raw: RawInputs
  problems: readonly Problem[]
  /** Null before the first search. */
  found: readonly Candidate[] | null
  city: City
}

/** Search by name, birth or number. What was asked stays out of the address. */
export function PeoplePage(search: Search) {
  const { csrf, raw, problems, found } = search
  const t = useSay()
  const lang = useLang()
  const context = { lang, raw, problems, lists: { ethnicities: [], nationalities: [] } }
  return (
    <div class="wrap page">
      <ErrorSummary items={summaryOf(problems, PERSON_FIELDS, lang)} lang={lang} />
      <h1 class="mb4">{t('Tra cứu người', 'Look up a person')}</h1>
      <p class="mb5">
        {t(
          'Tìm người đã có trong sổ hộ tịch của Thành phố. Mỗi lần tìm được ghi lại ai tìm, lúc nào.',
          'Finds people in the register books of the city. Who searched and when is logged.',
        )}
      </p>
      <form class="measure stack mb5" method="post" action={PEOPLE} novalidate>
        <Csrf token={csrf} />
        {PERSON_FIELDS.map((field) => (
          <FormField field={field} context={context} />
        ))}
        <button class="btn">{t('Tìm', 'Search')}</button>
      </form>
      {found ? <Found {...search} found={found} /> : null}
    </div>
  )
}

function Found({ found, city }: Pick<Search, 'city'> & { found: readonly Candidate[] }) {
  const t = useSay()
  if (found.length === 0)
    return (
      <p role="status">
        {t(
          'Không tìm thấy ai. Ông/bà thử họ tên đầy đủ, hoặc chỉ năm sinh.',
          'Nobody was found. Try the full name, or the year of birth alone.',
        )}
      </p>
    )
  return (
    <>
      <p class="mb4" role="status">
        {t(
          `Tìm thấy ${found.length} người, giống nhất trước.`,
          `Found: ${found.length}, likest first.`,
        )}
      </p>
      <ol class="stack">
        {found.map((one) => (
          <FoundPerson one={one} city={city} />
        ))}
      </ol>
    </>
  )
}

function FoundPerson({ one, city }: { one: Candidate; city: City }) {
  const { person, facts, band, reasons } = one
  const t = useSay()
  const lang = useLang()
  const parents = [
    person.motherName && `${t('mẹ', 'mother')} ${person.motherName}`,
    person.fatherName && `${t('cha', 'father')} ${person.fatherName}`,
  ].filter(Boolean)
  const entries = facts.map((fact) => entryText(fact, city, lang)).filter(Boolean)
  return (
    <li class="panel">
      <a href={`/can-bo/nguoi/${person.id}`}>
        <b>{personText(person, lang)}</b>
      </a>
      <p class="sm">{[...parents, ...entries].join('; ')}</p>
      <p class="sm muted">
        {bandText(band, lang)}: {reasonsText(reasons, lang)}
      </p>
    </li>
  )
}

/** Everything recorded of one person. */
export function PersonPage({ person, city }: { person: WholePerson; city: City }) {
  const t = useSay()
  const lang = useLang()
  return (
    <div class="wrap page">
      <Back href={PEOPLE}>{t('Tra cứu người', 'Look up a person')}</Back>
      <h1 class="mb4">{t('Người đã ghi nhận', 'A person recorded')}</h1>
      <p class="mb4">
        <strong>{personText(person, lang)}</strong>
      </p>
      {person.isLocked ? (
        <p class="mb4">
          {t(
            'Người này đã chết: thông tin hộ tịch đã khóa.',
            'This person has died: the civil-status data are locked.',
          )}
        </p>
      ) : null}
      <Pairs
        pairs={[
          { term: t('Giới tính', 'Sex'), value: sexText(person.sex, lang) },
          { term: t('Ngày sinh', 'Born'), value: birthText(person) },
          { term: t('Mẹ', 'Mother'), value: person.motherName ?? '' },
          { term: t('Cha', 'Father'), value: person.fatherName ?? '' },
          { term: t('Số định danh', 'Personal number'), value: numberText(person.number) },
        ].filter(({ value }) => value !== '')}
      />
      <h2 class="mt5 mb4">{t('Đã ghi nhận', 'Recorded')}</h2>
      <FactTable facts={person.facts} city={city} />
    </div>
  )
}

/** What was recorded, oldest first; what was annulled says so. */
export function FactTable({ facts, city }: { facts: WholePerson['facts']; city: City }) {
  const t = useSay()
  const lang = useLang()
  const standing = new Set(standingFacts(facts).map(({ no }) => no))
  return (
    <Table
      caption={t('Những điều đã ghi nhận', 'What was recorded')}
      columns={[
        { key: 'kind', title: t('Việc', 'What') },
        { key: 'on', title: t('Ngày', 'Day') },
        { key: 'where', title: t('Ghi ở đâu', 'Where') },
        { key: 'noted', title: t('Ghi nhận ngày', 'Noted on') },
      ]}
      rows={facts
        .filter(({ kind }) => kind !== 'annulled')
        .map((fact) => ({
          kind: (
            <span class="nw">
              {factName(fact.kind, lang)}
              {standing.has(fact.no) ? '' : ` (${t('đã hủy', 'annulled')})`}
            </span>
          ),
          on: fact.happenedOn ? longDay(fact.happenedOn) : '',
          where: [entryText(fact, city, lang), fact.detail?.['address'], fact.detail?.['number']]
            .filter(Boolean)
            .join('; '),
          noted: longDay(legalDay(fact.notedAt)),
        }))}
    />
  )
}
