import { primaryCareFacilities } from '../../modules/agencies/index.ts'
import { worldOf, type World } from '../../modules/dossiers/index.ts'
import {
  parseInput,
  resolveAddresses,
  toInput,
  type Answers,
  type Problem,
} from '../../modules/forms/index.ts'
import { ethnicGroupNames, nationalityNames } from '../../modules/people/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import {
  correctableFields,
  correctEntry,
  entryState,
  getEntry,
  viewOfEntry,
  type Correctable,
  type EntryWithAct,
} from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { route, type Route, type WebReply } from '../http/route.ts'
import { summaryOf } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { actOnEntry, entryForm, EntryHidden, formKey, ReasonText } from './book-act.tsx'
import { DecisionInputs, readDecision, type TypedDay } from './book-decision.tsx'
import { BOOKS, entryIn, entryUrl } from './book-place.ts'
import { listIn, textIn, type DeskRequest } from './desk-request.ts'

const URL = `${BOOKS}/:year/:book/:no/cai-chinh`

/** A correction of what the book says: first which fields, then what is right. */
export const bookCorrectRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.amend', handle: (req) => show(req, {}) }),
  route({ method: 'POST', url: URL, action: 'register.amend', handle: send }),
]

const TITLES = {
  registered: { vi: 'Cải chính', en: 'Correct the entry' },
  prepared: { vi: 'Sửa sai sót trước khi trao', en: 'Put a mistake right before collection' },
}

/** Fields chosen by the address, and sent back by the form. */
function chosenIn(req: DeskRequest): readonly string[] {
  const asked = req.query['muc']
  const inQuery = Array.isArray(asked)
    ? asked.map(String)
    : typeof asked === 'string'
      ? [asked]
      : []
  return [...new Set([...inQuery, ...listIn(req.body, 'muc')])]
}

type AtEntry = { entry: EntryWithAct; fields: readonly Correctable[]; world: World }

async function entryAt(req: DeskRequest): Promise<AtEntry> {
  const entry = await getEntry(req.ctx, entryIn(req))
  const world = await worldOf(req.ctx.db)
  const view = await viewOfEntry(req.ctx.db, world, entry)
  return { entry, world, fields: correctableFields(world, view, entry) }
}

async function send(req: DeskRequest): Promise<WebReply> {
  const at = await entryAt(req)
  const chosen = chosenIn(req)
  const { set, problems } = readValues(req, at, chosen)
  if (problems.length > 0) return show(req, { problems })
  const isRegistered = entryState(at.entry.acts) === 'registered'
  return actOnEntry(req, {
    told: 'de-nghi',
    run: (entry) =>
      correctEntry(req.ctx, {
        entry,
        set,
        reason: textIn(req.body, 'ly-do'),
        ...(isRegistered ? { decision: readDecision(req) } : {}),
        requestKey: formKey(req),
      }),
    show: (refusal) => show(req, { refusal }),
  })
}

type Values = { set: Record<string, Answers[string]>; problems: readonly Problem[] }

function readValues(req: DeskRequest, at: AtEntry, chosen: readonly string[]): Values {
  const set: Record<string, Answers[string]> = {}
  const problems: Problem[] = []
  const forms = formWorldOf(at.world.city, legalDay(at.entry.preparedAt))
  for (const { field } of at.fields.filter(({ field: { key } }) => chosen.includes(key))) {
    const parsed = parseInput(field, req.body)
    problems.push(...parsed.problems)
    if (parsed.value === undefined) continue
    const form = { pages: [{ key: 'muc', title: field.label, fields: [field] }] }
    const resolved = resolveAddresses(form, { [field.key]: parsed.value }, forms)[field.key]
    if (resolved !== undefined) set[field.key] = resolved
  }
  return { set, problems }
}

async function show(
  req: DeskRequest,
  given: { refusal?: Refusal; problems?: readonly Problem[] },
): Promise<WebReply> {
  const { entry, fields } = await entryAt(req)
  const state = entryState(entry.acts)
  if (state !== 'registered' && state !== 'prepared') throw new Refusal('entry-not-registered')
  const chosen = fields.filter(({ field }) => chosenIn(req).includes(field.key))
  const { problems = [], refusal } = given
  const definitions = chosen.map(({ field }) => field)
  const form = { entry, title: TITLES[state], refusal }
  const summary = summaryOf(problems, definitions, req.lang)
  return entryForm(
    req,
    { ...form, problems: summary },
    chosen.length === 0 ? (
      <ChooseForm entry={entry} fields={fields} />
    ) : (
      <CorrectForm
        entry={entry}
        chosen={chosen}
        problems={problems}
        body={req.method === 'POST' ? req.body : {}}
        reason={textIn(req.body, 'ly-do')}
        decision={state === 'registered' ? readDecision(req) : undefined}
        csrf={req.csrf}
        formKey={formKey(req)}
      />
    ),
  )
}

/** Which fields: a form of its own, so that it works without scripts. */
function ChooseForm({ entry, fields }: { entry: EntryWithAct; fields: readonly Correctable[] }) {
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  return (
    <form class="stack" id="viec" method="get" action={entryUrl(entry, 'cai-chinh')}>
      <input type="hidden" name="cq" value={entry.agencyId} />
      <fieldset>
        <legend>{t('Mục cần sửa', 'Fields to correct')}</legend>
        {fields.map(({ field, label, printed }) => (
          <label class="pick" lang={inVietnamese}>
            <input type="checkbox" class="cb" name="muc" value={field.key} /> {label}:{' '}
            <b>{printed}</b>
          </label>
        ))}
      </fieldset>
      <button class="btn" data-key="F8">
        {t('Ghi nội dung đúng', 'Enter what is right')} <kbd>F8</kbd>
      </button>
    </form>
  )
}

function CorrectForm(props: {
  entry: EntryWithAct
  chosen: readonly Correctable[]
  problems: readonly Problem[]
  body: DeskRequest['body']
  reason: string
  decision: TypedDay | undefined
  csrf: string
  formKey: string
}) {
  const { entry, chosen, problems, body, decision } = props
  const t = useSay()
  const lang = useLang()
  return (
    <form class="measure stack" id="viec" method="post" action={entryUrl(entry, 'cai-chinh')}>
      <EntryHidden csrf={props.csrf} formKey={props.formKey} />
      {chosen.map(({ field, printed, value }) => (
        <div>
          <input type="hidden" name="muc" value={field.key} />
          <p class="sm">
            {t('Trong Sổ', 'In the book')}: <b lang={lang === 'en' ? 'vi' : undefined}>{printed}</b>
          </p>
          <FormField
            field={field}
            context={{
              lang,
              raw: { ...toInput(field, value), ...body },
              problems,
              lists: {
                ethnicities: ethnicGroupNames,
                nationalities: nationalityNames,
                facilities: primaryCareFacilities(),
              },
            }}
          />
        </div>
      ))}
      {decision ? <DecisionInputs typed={decision} /> : null}
      <ReasonText id="ly-do" label={t('Lý do', 'Reason')} value={props.reason} />
      <button class="btn" data-key="F8">
        {t('Trình lãnh đạo ký', 'Send to the head for signature')} <kbd>F8</kbd>
      </button>
    </form>
  )
}
