import { checkCertificate, type Checked } from '../../modules/registry/index.ts'
import { loadCity } from '../../modules/agencies/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountWords } from '../citizen/account-words.ts'
import { longDay } from '../citizen/moments.ts'
import { paramOf, type Req } from '../citizen/request.ts'
import { page, type WebReply } from '../http/route.ts'
import { Callout, Pairs } from '../ui/parts.tsx'
import { say } from '../words/index.ts'

const looks = {
  valid: { kind: 'info', icon: 'check' },
  'not-yet-collected': { kind: 'soon', icon: 'clock' },
  replaced: { kind: 'act', icon: 'stop' },
  corrected: { kind: 'act', icon: 'stop' },
  'crossed-out': { kind: 'act', icon: 'stop' },
} as const

/** What the QR of a certificate tells anybody: kind, agency, day, whether it holds. No names. */
export async function showCertificateCheck(req: Req): Promise<WebReply> {
  const { lang } = req
  const t = accountWords(lang).check
  const checked = await findChecked(req)
  if (checked === undefined) {
    const content = (
      <div class="wrap page">
        <div class="measure">
          <h1>{t.unknown}</h1>
          <p class="lead mt4">{t.unknownLead}</p>
        </div>
      </div>
    )
    return page(content, { title: t.unknown, status: 404 })
  }
  const { verdict } = checked
  const city = await loadCity(req.deps.db)
  const pairs = [
    { term: t.kind, value: say(checked.kind, lang) },
    {
      term: t.agency,
      value: <span lang="vi">{city.agency(checked.agencyId)?.fullName ?? ''}</span>,
    },
    { term: t.day, value: longDay(checked.day, lang) },
  ]
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <h1>{t.title}</h1>
        <Callout {...looks[verdict]} id="ket-luan" title={t[verdict]}>
          <p>{t[`${verdict}Lead`]}</p>
        </Callout>
        <Pairs pairs={pairs} />
        <p class="sm muted">{t.noNames}</p>
      </div>
    </div>
  )
  return page(content, { title: t.title })
}

/** Anything but a certificate's token, well formed or not, is simply not there. */
async function findChecked(req: Req): Promise<Checked | undefined> {
  try {
    return await checkCertificate(req.ctx, paramOf(req, 'token'))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'certificate-unknown') return undefined
    throw error
  }
}
