import { ensureMayGuess, recordWrongGuess } from '../../modules/accounts/index.ts'
import { listOwnDossiers, showLookupNo, type Dossier } from '../../modules/dossiers/index.ts'
import { listOwnDrafts, resume } from '../../modules/intake/index.ts'
import { maskPhone, printPhone } from '../../modules/people/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { paths } from '../paths.ts'
import { confirmCode, sendCodeTo } from '../phone-codes.ts'
import { cityDay, type CityDay } from '../public/day-of-request.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Csrf, Section } from '../ui/parts.tsx'
import { say, words } from '../words/index.ts'
import { accountWords } from './account-words.ts'
import { draftPath } from './draft-page.ts'
import { dossierPath } from './file.tsx'
import { filingWords } from './filing-words.ts'
import { moment } from './moments.ts'
import {
  CodeField,
  DemoHint,
  isTrouble,
  PhoneField,
  troubleOf,
  Wrong,
  type PhoneTrouble,
} from './phone.tsx'
import { fieldOf, queryOf, refusalText, type Req } from './request.ts'
import { DraftPanel } from './start.tsx'
import { trackingWords } from './tracking-words.ts'

/** Only back to a page of this site. */
function returnPath(req: Req): string {
  const wanted = fieldOf(req.body, 've') || queryOf(req, 've')
  return /^\/[\w-][\w\-/?=&%.]*$/.test(wanted) ? wanted : req.href(paths.mine)
}

export async function showSignIn(req: Req): Promise<WebReply> {
  if (req.session.phone !== null) return redirect(returnPath(req))
  return signInReply(req, {})
}

type SignInShown = { sentTo?: string; trouble?: PhoneTrouble }

/** The number goes along in the form, never in an address. */
function signInReply(req: Req, { sentTo, trouble }: SignInShown): WebReply {
  const { lang } = req
  const t = accountWords(lang).signIn
  const phone = filingWords(lang).phone
  const back = <input type="hidden" name="ve" value={returnPath(req)} />
  const content = (
    <div class="wrap page">
      <div class="measure">
        <ErrorSummary
          items={trouble ? [{ href: `#${trouble.at}`, text: trouble.text }] : []}
          lang={lang}
        />
        <h1>{t.title}</h1>
        <p class="lead mt2 mb5">{t.lead}</p>
        {sentTo === undefined ? null : (
          <form class="mb5" action={`${req.href(paths.signIn)}/ma`} method="post" novalidate>
            <Csrf token={req.csrf} />
            {back}
            <input type="hidden" name="phone" value={sentTo} />
            <p class="mb4">{phone.sentTo(maskPhone(sentTo))}</p>
            <CodeField lang={lang} {...(trouble?.at === 'code' ? { trouble } : {})} />
            <button class="btn">{t.button}</button>
          </form>
        )}
        <form action={req.href(paths.signIn)} method="post" novalidate>
          <Csrf token={req.csrf} />
          {back}
          {sentTo === undefined ? (
            <PhoneField
              lang={lang}
              value={trouble?.phone ?? ''}
              {...(trouble?.at === 'phone' ? { trouble } : {})}
            />
          ) : (
            <input type="hidden" name="phone" value={sentTo} />
          )}
          <button class={sentTo === undefined ? 'btn' : 'btn btn--2'}>
            {sentTo === undefined ? phone.send : phone.sendAgain}
          </button>
        </form>
        {req.deps.demo ? <DemoHint req={req} /> : null}
      </div>
    </div>
  )
  return page(content, {
    title: t.title,
    ...(trouble ? { hasProblems: true, status: trouble.status } : {}),
  })
}

export async function postSignIn(req: Req): Promise<WebReply> {
  const phone = fieldOf(req.body, 'phone')
  try {
    const sent = await sendCodeTo(req, { draftId: null, phone })
    return signInReply(req, { sentTo: sent.phone })
  } catch (error) {
    if (!(error instanceof Refusal) || !isTrouble(error)) throw error
    return signInReply(req, { trouble: { ...troubleOf(error, req.lang), at: 'phone', phone } })
  }
}

export async function postSignInCode(req: Req): Promise<WebReply> {
  const phone = fieldOf(req.body, 'phone')
  const code = fieldOf(req.body, 'code')
  if (code === '') {
    const text = filingWords(req.lang).phone.missing
    return signInReply(req, { sentTo: phone, trouble: { at: 'code', text, status: 422 } })
  }
  try {
    const confirmed = await confirmCode(req, { draftId: null, phone, code })
    await req.session.confirmPhone(confirmed.phone)
    return redirect(returnPath(req))
  } catch (error) {
    if (!(error instanceof Refusal) || !isTrouble(error)) throw error
    return signInReply(req, { sentTo: phone, trouble: troubleOf(error, req.lang) })
  }
}

export async function postSignOut(req: Req): Promise<WebReply> {
  await req.session.signOut()
  return redirect(req.href('/'))
}

/** Own drafts and dossiers: of this browser, and of the confirmed phone. */
export async function showMine(req: Req): Promise<WebReply> {
  const { lang } = req
  const t = accountWords(lang).mine
  const [today, drafts, dossiers] = await Promise.all([
    cityDay(req),
    listOwnDrafts(req.ctx),
    listOwnDossiers(req.ctx),
  ])
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <div>
          <h1>{t.title}</h1>
          <div class="between mt2">
            <p class="muted">{t.phone(printPhone(req.session.phone ?? ''))}</p>
            <form action="/dang-xuat" method="post">
              <Csrf token={req.csrf} />
              <button class="btn btn--link">{words(lang).signOut}</button>
            </form>
          </div>
        </div>
        {drafts.length > 0 ? (
          <Section id="do" title={t.drafts}>
            <div class="stack">
              {drafts.map((draft) => (
                <DraftPanel req={req} today={today} draft={draft} />
              ))}
            </div>
          </Section>
        ) : null}
        <Section id="da-nop" title={t.dossiers}>
          {dossiers.length === 0 ? <p>{t.none}</p> : null}
          <div class="stack">
            {dossiers.map((dossier) => (
              <DossierCard req={req} today={today} dossier={dossier} />
            ))}
          </div>
        </Section>
        <p>
          <a href={req.href(paths.resume)}>{t.resume}</a>
        </p>
      </div>
    </div>
  )
  return page(content, { title: t.title })
}

function DossierCard({ req, today, dossier }: { req: Req; today: CityDay; dossier: Dossier }) {
  const { lang } = req
  const { numbers, state } = trackingWords(lang)
  const t = accountWords(lang).mine
  const definition = today.procedures.revision(dossier.procedureKey, dossier.revision)
  const name = definition ? say(definition.name, lang) : dossier.procedureKey
  return (
    <section class="panel" aria-labelledby={`h-${dossier.id}`}>
      <h2 id={`h-${dossier.id}`}>
        <a href={req.href(dossierPath(dossier.id))}>
          {name}: {dossier.subjectName}
        </a>
      </h2>
      <p>
        <strong>{state[dossier.state]}</strong>
      </p>
      <p class="sm muted">
        {numbers.lookup} <span class="code">{showLookupNo(dossier.lookupNo)}</span>.{' '}
        {t.filedAt(moment(dossier.filedAt, lang))}.
      </p>
    </section>
  )
}

export async function showResume(req: Req): Promise<WebReply> {
  return resumeReply(req, {})
}

/** Opens a draft by its resume code on this device; wrong tries are counted by address. */
export async function postResume(req: Req): Promise<WebReply> {
  const code = fieldOf(req.body, 'code')
  if (code === '') return resumeReply(req, { text: accountWords(req.lang).resume.missing })
  const guess = { what: 'resume', ip: req.ip }
  try {
    await ensureMayGuess(req.ctx, guess)
    const draft = await resume(req.ctx, { code })
    if (draft.sealedAt !== null) throw new Refusal('draft-already-filed')
    await req.session.addDraft(draft.id)
    return redirect(req.href(draftPath(draft.id)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'resume-code-unknown') await recordWrongGuess(req.ctx, guess)
    const { title, detail } = refusalText(error, req.lang)
    const status = error.code === 'guesses-throttled' ? 429 : 422
    return resumeReply(req, { text: `${title}. ${detail}`, code, status })
  }
}

function resumeReply(
  req: Req,
  { text, code = '', status = 422 }: { text?: string; code?: string; status?: number },
): WebReply {
  const { lang } = req
  const t = accountWords(lang).resume
  const content = (
    <div class="wrap page">
      <div class="measure">
        <ErrorSummary items={text ? [{ href: '#code', text }] : []} lang={lang} />
        <h1>{t.title}</h1>
        <p class="lead mt2 mb5">{t.lead}</p>
        <form action={req.href(paths.resume)} method="post" novalidate>
          <Csrf token={req.csrf} />
          <div class={text ? 'field field--err' : 'field'}>
            <label for="code">{t.box}</label>
            <p class="hint" id="code-hint">
              {t.hint}
            </p>
            {text ? <Wrong id="code-error" text={text} /> : null}
            <input
              type="text"
              class={`in in--12${text ? ' in--err' : ''}`}
              id="code"
              name="code"
              value={code}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby={text ? 'code-hint code-error' : 'code-hint'}
              aria-invalid={text ? 'true' : undefined}
            />
          </div>
          <button class="btn">{t.button}</button>
        </form>
        <p class="sm mt5">
          <a href={req.href(paths.signIn)}>{t.lost}</a>
        </p>
      </div>
    </div>
  )
  return page(content, { title: t.title, ...(text ? { hasProblems: true, status } : {}) })
}
