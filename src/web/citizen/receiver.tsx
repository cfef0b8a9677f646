import type { Agency } from '../../modules/agencies/index.ts'
import { hoursInWords } from '../public/hours.ts'
import { Radios } from '../ui/field-shell.tsx'
import { Callout, Csrf } from '../ui/parts.tsx'
import type { Lang } from '../words/index.ts'
import type { CheckedDraft } from './check.ts'
import { CHECK_PAGE, draftPath, type OpenDraft } from './draft-page.ts'
import { filingWords } from './filing-words.ts'
import { capitalised } from './moments.ts'
import type { Req } from './request.ts'

export type Shown = { req: Req; open: OpenDraft; checked: CheckedDraft }

/** Who receives it, and the way on. */
export function Receiver(props: Shown & { isWrong: boolean }) {
  const { req, open, checked } = props
  const { lang } = req
  const t = filingWords(lang)
  const { competent, chosen, left } = checked.receivers
  const action = req.href(draftPath(open.draft.id, CHECK_PAGE))
  return (
    <section class="sec" aria-labelledby="noi-nhan">
      <h2 id="noi-nhan">{t.where}</h2>
      <form action={action} method="post" novalidate>
        <Csrf token={req.csrf} />
        {competent.length === 0 ? (
          <Callout kind="soon" title={t.whereNone}>
            <p>{t.whereNoneLead}</p>
          </Callout>
        ) : (
          <>
            {left ? (
              <div class="mb4">
                <Callout kind="soon" icon="warn" title={t.whereMoved}>
                  <p>{t.whereMovedLead(left.name)}</p>
                </Callout>
              </div>
            ) : null}
            {competent.length > 1 ? (
              <AgencyChoice {...props} />
            ) : (
              <OneAgency req={req} open={open} checked={checked} agency={competent[0]!} />
            )}
          </>
        )}
        <Onward
          req={req}
          open={open}
          checked={checked}
          canMove={left !== null && chosen === null}
        />
      </form>
    </section>
  )
}

function Onward({ req, open, checked, canMove }: Shown & { canMove: boolean }) {
  const t = filingWords(req.lang)
  const { competent, isOnline, chosen } = checked.receivers
  const only = competent.length === 1 ? competent[0] : undefined
  if (canMove && only)
    return (
      <p class="mt5">
        <button class="btn" name="_move" value="1">
          {t.move(only.name)}
        </button>
      </p>
    )
  const isBlocked =
    checked.open.length > 0 || checked.findings.some(({ severity }) => severity === 'refuse')
  const receivable = chosen ? isOnline(chosen) : competent.some((agency) => isOnline(agency))
  if (isBlocked || !receivable) return null
  return (
    <p class="mt5">
      <button class="btn btn--big">
        {open.draft.phoneConfirmedAt === null ? t.continuePhone : t.continueFile}
      </button>
    </p>
  )
}

function AgencyChoice({ req, checked, isWrong }: Shown & { isWrong: boolean }) {
  const t = filingWords(req.lang)
  const { competent, chosen, isOnline } = checked.receivers
  const items = competent.map((agency) => ({
    value: agency.id,
    text: agency.name,
    lang: 'vi' as const,
    ...(isOnline(agency) ? {} : { hint: t.notOnlineOption }),
  }))
  return (
    <div class={isWrong ? 'field field--err' : 'field'}>
      <fieldset>
        <legend>{t.whereMany}</legend>
        {isWrong ? <p class="err">{t.chooseProblem}</p> : null}
        <Radios name="agency" items={items} chosen={chosen?.id ?? ''} isInline={false} />
      </fieldset>
    </div>
  )
}

function OneAgency({ req, open, checked, agency }: Shown & { agency: Agency }) {
  const { lang } = req
  const t = filingWords(lang)
  const isOnline = checked.receivers.isOnline(agency)
  return (
    <>
      <input type="hidden" name="agency" value={agency.id} />
      {isOnline ? (
        <div class="panel panel--paper">
          <p>
            {t.whereOne} <strong lang="vi">{agency.name}</strong>
          </p>
          <Counter open={open} agency={agency} lang={lang} />
          {checked.receivers.isTrial(agency) ? <p class="sm mt2">{t.trial}</p> : null}
        </div>
      ) : (
        <Callout kind="soon" title={t.notOnlineTitle(agency.name)}>
          <p>{t.notOnline}</p>
          <Counter open={open} agency={agency} lang={lang} />
        </Callout>
      )}
    </>
  )
}

/** Address and hours of a counter, as far as the data knows them. */
export function Counter(props: { open: Pick<OpenDraft, 'city'>; agency: Agency; lang: Lang }) {
  const { open, agency, lang } = props
  const { address, phone } = agency.desk
  return (
    <p class="sm">
      {address ?? filingWords(lang).noAddress}
      {phone ? `, ${phone}` : ''}
      <br />
      {capitalised(hoursInWords(open.city.deskHours(agency.id), lang))}
    </p>
  )
}
