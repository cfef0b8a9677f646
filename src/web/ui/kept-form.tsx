import type { Kept } from '../http/kept.ts'
import { words, type Lang } from '../words/index.ts'
import { Csrf } from './parts.tsx'

/** What nobody typed: versions, keys, places to return to. */
const TECHNICAL = ['version', 'key', 've', 'hang', 'mark', 'h']

/** Gives back what a refused form held: to read, and to send again once the session is right. */
export function KeptForm({ kept, csrf, lang }: { kept: Kept; csrf: string; lang: Lang }) {
  const t = words(lang).kept
  const typed = kept.fields.filter(
    ([name, value]) => !name.startsWith('_') && !TECHNICAL.includes(name) && value.trim() !== '',
  )
  return (
    <section class="panel panel--paper mt5" aria-labelledby="con-giu">
      <h2 id="con-giu">{t.title}</h2>
      <p class="mt2">{t.lead}</p>
      <form class="mt4" action={kept.action} method="post">
        <Csrf token={csrf} />
        {kept.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="btn">{t.again}</button>
      </form>
      {typed.length > 0 ? (
        <details class="mt4">
          <summary>{t.typed}</summary>
          {typed.map(([, value]) => (
            <blockquote class="inset">{value}</blockquote>
          ))}
        </details>
      ) : null}
    </section>
  )
}
