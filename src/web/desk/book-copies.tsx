import {
  COPIES_MAX,
  getEntry,
  issueCopies,
  listSigners,
  readExtract,
  type ExtractSeries,
  type SignerOnPaper,
} from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, route, type Route, type WebReply } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { actOnEntry, entryForm, EntryHidden, formKey, TextLine } from './book-act.tsx'
import { BOOKS, entryIn, entryUrl } from './book-place.ts'
import { queryText, textIn, type DeskRequest } from './desk-request.ts'

const URL = `${BOOKS}/:year/:book/:no/ban-sao`

/** Copies of an entry for whoever asks, and every extract that was made of the books. */
export const bookCopyRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.copy', handle: (req) => show(req, {}) }),
  route({ method: 'POST', url: URL, action: 'register.copy', handle: send }),
  route({
    method: 'GET',
    url: '/can-bo/trich-luc/:series/:year/:no',
    action: 'register.read',
    handle: download,
  }),
]

export type TypedCopies = { count: string; askedBy: string; signerId: string }

export function typedCopies(req: DeskRequest): TypedCopies {
  return {
    count: textIn(req.body, 'so-ban') || '1',
    askedBy: textIn(req.body, 'nguoi-xin'),
    signerId: textIn(req.body, 'nguoi-ky'),
  }
}

function send(req: DeskRequest): Promise<WebReply> {
  const typed = typedCopies(req)
  return actOnEntry(req, {
    told: 'ban-sao',
    run: (entry) =>
      issueCopies(req.ctx, {
        entry,
        ...typed,
        count: Number(typed.count),
        requestKey: formKey(req),
      }),
    show: (refusal) => show(req, { refusal }),
  })
}

async function show(req: DeskRequest, given: { refusal?: Refusal }): Promise<WebReply> {
  const entry = await getEntry(req.ctx, entryIn(req))
  const signers = await listSigners(req.ctx)
  const typed = typedCopies(req)
  const title = { vi: 'Cấp bản sao trích lục', en: 'Give copies' }
  const action = entryUrl(entry, 'ban-sao')
  const form = { action, signers, typed, csrf: req.csrf, formKey: formKey(req) }
  return entryForm(req, { entry, title, refusal: given.refusal }, <CopiesForm {...form} />)
}

/** Who asks, how many, who signs; the fee is the city's to decide. */
export function CopiesForm(props: {
  action: string
  signers: readonly SignerOnPaper[]
  typed: TypedCopies
  csrf: string
  formKey: string
}) {
  const { action, signers, typed } = props
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  if (signers.length === 0)
    return (
      <p>
        {t(
          'Hôm nay chưa có người được ký. Lãnh đạo phân công người ký rồi cấp bản sao.',
          'Nobody may sign today. Copies are given once a signer is assigned.',
        )}
      </p>
    )
  return (
    <form class="measure stack" id="viec" method="post" action={action}>
      <EntryHidden csrf={props.csrf} formKey={props.formKey} />
      <TextLine
        id="nguoi-xin"
        label={t('Người yêu cầu', 'Who asks')}
        hint={t('Họ tên và quan hệ.', 'Name and relation.')}
        value={typed.askedBy}
      />
      <TextLine
        id="so-ban"
        label={t('Số bản sao', 'Number of copies')}
        hint={t(`Từ 1 đến ${COPIES_MAX}.`, `1 to ${COPIES_MAX}.`)}
        value={typed.count}
        isNumeric
      />
      <div>
        <label for="nguoi-ky">{t('Người ký', 'Signer')}</label>
        <select class="in" id="nguoi-ky" name="nguoi-ky" lang={inVietnamese}>
          {signers.map(({ staffId, fullName, titleLines }) => (
            <option value={staffId} selected={staffId === typed.signerId}>
              {titleLines.join(' ')} {fullName}
            </option>
          ))}
        </select>
      </div>
      <p class="sm">
        {t(
          'Lệ phí: theo mức HĐND Thành phố quy định.',
          'Fee: as the City’s People’s Council decides.',
        )}
      </p>
      <button class="btn" data-key="F8">
        <Icon name="print" />
        {t('Cấp bản sao', 'Give the copies')} <kbd>F8</kbd>
      </button>
    </form>
  )
}

const seriesOf: Readonly<Record<string, ExtractSeries>> = {
  'khai-sinh': 'birthCopy',
  'khai-tu': 'deathCopy',
  'cai-chinh': 'amendment',
}

/** The address of an extract's PDF. */
export function extractUrl(key: {
  agencyId: string
  series: ExtractSeries
  year: number
  no: number
}): string {
  const slug = Object.entries(seriesOf).find(([, series]) => series === key.series)?.[0]
  return `/can-bo/trich-luc/${slug}/${key.year}/${key.no}?cq=${key.agencyId}`
}

async function download(req: DeskRequest): Promise<WebReply> {
  const { actor } = req.ctx
  const series = seriesOf[req.params['series'] ?? '']
  const [year, no] = [Number(req.params['year']), Number(req.params['no'])]
  const isKey = Number.isSafeInteger(year) && Number.isSafeInteger(no) && no > 0
  if (actor.kind !== 'staff' || !series || !isKey || year > 9999) throw new Refusal('not-found')
  const key = { agencyId: queryText(req, 'cq') || actor.agencyId, series, year, no }
  const pdf = await readExtract(req.ctx, req.deps.files, key)
  return bytes(pdf, { type: 'application/pdf', filename: 'trich-luc.pdf', inline: true })
}
