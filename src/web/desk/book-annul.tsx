import { annulEntry, getEntry, noteEntry, type EntryWithAct } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { route, type Route, type WebReply } from '../http/route.ts'
import { useSay } from '../ui/lang.tsx'
import { actOnEntry, entryForm, EntryHidden, formKey, ReasonText } from './book-act.tsx'
import { DecisionInputs, readDecision, type TypedDay } from './book-decision.tsx'
import { BOOKS, entryIn, entryUrl } from './book-place.ts'
import { textIn, type DeskRequest } from './desk-request.ts'

const ANNUL = `${BOOKS}/:year/:book/:no/huy`
const NOTE = `${BOOKS}/:year/:book/:no/ghi-chu`

/** The annulment of a wrong death entry, and a line in the note column. */
export const bookAnnulRoutes: readonly Route[] = [
  route({ method: 'GET', url: ANNUL, action: 'register.amend', handle: (req) => showAnnul(req) }),
  route({ method: 'POST', url: ANNUL, action: 'register.amend', handle: annul }),
  route({ method: 'GET', url: NOTE, action: 'register.amend', handle: (req) => showNote(req) }),
  route({ method: 'POST', url: NOTE, action: 'register.amend', handle: note }),
]

function annul(req: DeskRequest): Promise<WebReply> {
  return actOnEntry(req, {
    told: 'de-nghi',
    run: (entry) =>
      annulEntry(req.ctx, {
        entry,
        decision: readDecision(req),
        reason: textIn(req.body, 'ly-do'),
        requestKey: formKey(req),
      }),
    show: (refusal) => showAnnul(req, refusal),
  })
}

async function showAnnul(req: DeskRequest, refusal?: Refusal): Promise<WebReply> {
  const entry = await getEntry(req.ctx, entryIn(req))
  if (entry.book !== 'death') throw new Refusal('annulment-only-of-deaths')
  const title = { vi: 'Hủy việc khai tử ghi sai', en: 'Annul a wrong death entry' }
  const shown = { entry, decision: readDecision(req), reason: textIn(req.body, 'ly-do') }
  return entryForm(
    req,
    { entry, title, refusal },
    <AnnulForm {...shown} csrf={req.csrf} formKey={formKey(req)} />,
  )
}

type FormProps = { entry: EntryWithAct; csrf: string; formKey: string }

function AnnulForm(props: FormProps & { decision: TypedDay; reason: string }) {
  const t = useSay()
  return (
    <form class="measure stack" id="viec" method="post" action={entryUrl(props.entry, 'huy')}>
      <EntryHidden csrf={props.csrf} formKey={props.formKey} />
      <p>
        {t(
          'Sau khi lãnh đạo ký, việc khai tử hết hiệu lực và thông tin của người này được mở lại.',
          'Once the head has signed, the death no longer holds and the person is unlocked.',
        )}
      </p>
      <DecisionInputs typed={props.decision} />
      <ReasonText id="ly-do" label={t('Lý do', 'Reason')} value={props.reason} />
      <button class="btn btn--danger" data-key="F8">
        {t('Trình lãnh đạo ký', 'Send to the head for signature')} <kbd>F8</kbd>
      </button>
    </form>
  )
}

function note(req: DeskRequest): Promise<WebReply> {
  return actOnEntry(req, {
    told: 'ghi-chu',
    run: (entry) =>
      noteEntry(req.ctx, { entry, text: textIn(req.body, 'ghi-chu'), requestKey: formKey(req) }),
    show: (refusal) => showNote(req, refusal),
  })
}

async function showNote(req: DeskRequest, refusal?: Refusal): Promise<WebReply> {
  const entry = await getEntry(req.ctx, entryIn(req))
  const title = { vi: 'Ghi chú vào Sổ', en: 'Note beside the entry' }
  const shown = { entry, text: textIn(req.body, 'ghi-chu') }
  return entryForm(
    req,
    { entry, title, refusal },
    <NoteForm {...shown} csrf={req.csrf} formKey={formKey(req)} />,
  )
}

function NoteForm(props: FormProps & { text: string }) {
  const t = useSay()
  return (
    <form class="measure stack" id="viec" method="post" action={entryUrl(props.entry, 'ghi-chu')}>
      <EntryHidden csrf={props.csrf} formKey={props.formKey} />
      <ReasonText
        id="ghi-chu"
        label={t(
          'Nội dung ghi chú, kèm số và ngày của văn bản',
          'What to note, with number and day of the paper; in Vietnamese',
        )}
        value={props.text}
      />
      <button class="btn" data-key="F8">
        {t('Ghi chú', 'Note it')} <kbd>F8</kbd>
      </button>
    </form>
  )
}
