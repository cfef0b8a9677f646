import type { Draft } from '../../modules/intake/index.ts'
import { maskPhone, printPhone } from '../../modules/people/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { confirmCode, sendCodeTo } from '../phone-codes.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { words, type Lang } from '../words/index.ts'
import { CHECK_PAGE, draftPath, openDraft, type OpenDraft } from './draft-page.ts'
import { filingWords } from './filing-words.ts'
import { formOptions } from './form-page.tsx'
import { fieldOf, refusalText, type Req } from './request.ts'

/** What is wrong on a page that asks for a phone or its code. */
export type PhoneTrouble = { at: 'phone' | 'code'; text: string; status: number; phone?: string }

export async function showPhone(req: Req): Promise<WebReply> {
  return phoneReply(req, await openDraft(req))
}

/** Sends a one-time code to the number; what refuses it is told at the field. */
export async function postPhone(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const phone = fieldOf(req.body, 'phone')
  try {
    await sendCodeTo(req, { draftId: open.draft.id, phone })
  } catch (error) {
    if (!(error instanceof Refusal) || !isTrouble(error)) throw error
    return phoneReply(req, open, { ...troubleOf(error, req.lang), at: 'phone', phone })
  }
  return redirect(req.href(draftPath(open.draft.id, 'so-dien-thoai')))
}

/** Checks the code; then the browser also lists what else this phone has filed. */
export async function postCode(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const { draft } = open
  if (draft.phone === null) return redirect(req.href(draftPath(draft.id, 'so-dien-thoai')))
  const code = fieldOf(req.body, 'code')
  if (code === '') {
    const text = filingWords(req.lang).phone.missing
    return phoneReply(req, open, { at: 'code', text, status: 422 })
  }
  try {
    const { phone } = await confirmCode(req, { draftId: draft.id, phone: draft.phone, code })
    await req.session.confirmPhone(phone)
  } catch (error) {
    if (!(error instanceof Refusal) || !isTrouble(error)) throw error
    return phoneReply(req, open, troubleOf(error, req.lang))
  }
  return redirect(req.href(draftPath(draft.id, 'nop')))
}

/** Refusals that are told at the field. */
export function isTrouble({ code }: Refusal): boolean {
  return code.startsWith('code-') || code === 'phone-not-a-mobile' || code.endsWith('-throttled')
}

export function troubleOf(refusal: Refusal, lang: Lang): PhoneTrouble {
  const { title, detail } = refusalText(refusal, lang)
  const ofPhone = ['phone-not-a-mobile', 'code-too-many-sent', 'codes-throttled']
  const at = ofPhone.includes(refusal.code) ? 'phone' : 'code'
  const status = refusal.code.endsWith('-throttled') ? 429 : 422
  return { at, text: `${title}. ${detail}`, status }
}

function phoneReply(req: Req, open: OpenDraft, trouble?: PhoneTrouble): WebReply {
  const { lang } = req
  const { draft, definition } = open
  const t = filingWords(lang).phone
  const isSent = draft.phone !== null && draft.phoneConfirmedAt === null
  const content = (
    <div class="wrap page">
      <Back href={req.href(draftPath(draft.id, CHECK_PAGE))}>{words(lang).back}</Back>
      <div class="measure">
        <ErrorSummary
          items={trouble ? [{ href: `#${trouble.at}`, text: trouble.text }] : []}
          lang={lang}
        />
        <h1>{t.title}</h1>
        <p class="lead mt2 mb5">{t.lead}</p>
        {isSent ? <CodeForm req={req} draft={draft} {...(trouble ? { trouble } : {})} /> : null}
        <PhoneForm
          req={req}
          open={open}
          isSent={isSent}
          {...(trouble?.at === 'phone' ? { trouble } : {})}
        />
        {req.deps.demo ? <DemoHint req={req} /> : null}
        <p class="sm muted mt5">{t.noPhone}</p>
      </div>
    </div>
  )
  const options = formOptions({ title: t.title, definition, lang })
  return page(
    content,
    trouble ? { ...options, hasProblems: true, status: trouble.status } : options,
  )
}

export function DemoHint({ req }: { req: Pick<Req, 'lang' | 'href'> }) {
  const t = filingWords(req.lang).phone
  return (
    <p class="sm mt5">
      {t.demo}
      <a href="/hop-thu-demo">{t.demoLink}</a>.
    </p>
  )
}

function CodeForm({ req, draft, trouble }: { req: Req; draft: Draft; trouble?: PhoneTrouble }) {
  const t = filingWords(req.lang).phone
  return (
    <form action={req.href(draftPath(draft.id, 'so-dien-thoai/ma'))} method="post" novalidate>
      <Csrf token={req.csrf} />
      <p class="mb4">{t.sentTo(maskPhone(draft.phone ?? ''))}</p>
      <CodeField lang={req.lang} {...(trouble?.at === 'code' ? { trouble } : {})} />
      <p class="mb5">
        <button class="btn">{t.confirm}</button>
      </p>
    </form>
  )
}

export function CodeField({ lang, trouble }: { lang: Lang; trouble?: PhoneTrouble }) {
  const t = filingWords(lang).phone
  return (
    <div class={trouble ? 'field field--err' : 'field'}>
      <label for="code">{t.code}</label>
      <p class="hint" id="code-hint">
        {t.codeHint}
      </p>
      {trouble ? <Wrong id="code-error" text={trouble.text} /> : null}
      <input
        type="text"
        class={`in in--12${trouble ? ' in--err' : ''}`}
        id="code"
        name="code"
        inputMode="numeric"
        autocomplete="one-time-code"
        aria-describedby={trouble ? 'code-hint code-error' : 'code-hint'}
        aria-invalid={trouble ? 'true' : undefined}
      />
    </div>
  )
}

export function Wrong({ id, text }: { id: string; text: string }) {
  return (
    <p class="err" id={id}>
      <Icon name="stop" />
      <span>{text}</span>
    </p>
  )
}

function PhoneForm(props: { req: Req; open: OpenDraft; isSent: boolean; trouble?: PhoneTrouble }) {
  const { req, open, isSent, trouble } = props
  const { draft, definition, answers } = open
  const t = filingWords(req.lang).phone
  const declared = answers[definition.roles.phone]
  const known = draft.phone ?? (typeof declared === 'string' ? declared : '')
  const form = (
    <form action={req.href(draftPath(draft.id, 'so-dien-thoai'))} method="post" novalidate>
      <Csrf token={req.csrf} />
      <PhoneField
        lang={req.lang}
        value={trouble?.phone ?? printPhone(known)}
        {...(trouble ? { trouble } : {})}
      />
      <button class={isSent ? 'btn btn--2' : 'btn'}>{isSent ? t.sendAgain : t.send}</button>
    </form>
  )
  if (!isSent) return form
  return (
    <details open={trouble !== undefined}>
      <summary>{t.again}</summary>
      <div class="mt4">{form}</div>
    </details>
  )
}

export function PhoneField(props: { lang: Lang; value: string; trouble?: PhoneTrouble }) {
  const { lang, value, trouble } = props
  const t = filingWords(lang).phone
  return (
    <div class={trouble ? 'field field--err' : 'field'}>
      <label for="phone">{t.number}</label>
      <p class="hint" id="phone-hint">
        {t.hint}
      </p>
      {trouble ? <Wrong id="phone-error" text={trouble.text} /> : null}
      <input
        type="text"
        class={`in in--12${trouble ? ' in--err' : ''}`}
        id="phone"
        name="phone"
        value={value}
        inputMode="tel"
        autocomplete="tel"
        aria-describedby={trouble ? 'phone-hint phone-error' : 'phone-hint'}
        aria-invalid={trouble ? 'true' : undefined}
      />
    </div>
  )
}
