import type { EntryWithAct, MarginNote } from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import { bookGroups, paperSigner } from './book-lines.ts'
import { bookTitle } from './book-place.ts'
import { dayOnPaper } from '../../modules/slips/index.ts'
import { longDay } from './moments.ts'

/**
 * Laid out like a page of the paper book, so that it is copied from top to bottom in a minute: what
 * is copied is Vietnamese in both languages. The note column stands where the book has it.
 */
export function BookEntry(props: { entry: EntryWithAct; notes: readonly MarginNote[] }) {
  const { entry, notes } = props
  const { no, act } = entry
  const t = useSay()
  const lang = useLang()
  const title = say(bookTitle(entry), lang)
  const inVietnamese = lang === 'en' ? 'vi' : undefined
  const signer = paperSigner(entry)
  return (
    <section class="bk" aria-labelledby="bk">
      <h2 id="bk">{t(`${title}: số ${no}`, `${title}: no. ${no}`)}</h2>
      <p lang={inVietnamese}>{capital(dayOnPaper(legalDay(entry.preparedAt)))}</p>
      {act?.kind === 'registered' ? (
        <p>
          {t('Quyển', 'Book')} <b>{act.paperBook}</b>, {t('trang', 'page')} <b>{act.paperPage}</b>
        </p>
      ) : null}
      <div class="bk__2">
        <div>
          {bookGroups(entry).map(({ title: group, lines }) => (
            <>
              <h3>{say(group, lang)}</h3>
              <dl class="bk__l">
                {lines.map(([term, value]) => (
                  <div>
                    <dt>{say(term, lang)}</dt>
                    <dd lang={inVietnamese}>{value || '–'}</dd>
                  </div>
                ))}
              </dl>
            </>
          ))}
          <p>
            {t('Người ký', 'Signer')}: <b lang={inVietnamese}>{entry.signerTitle}</b>
            {signer && `, ${signer}`}
          </p>
        </div>
        <Notes notes={notes} />
      </div>
    </section>
  )
}

/** The column "Ghi chú": what the law noted at first, then what happened since. */
function Notes({ notes }: { notes: readonly MarginNote[] }) {
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  return (
    <div class="bk__n">
      <h3>{t('Ghi chú', 'Notes')}</h3>
      {notes.length === 0 ? <p>–</p> : null}
      <ul lang={inVietnamese}>
        {notes.map(({ on, text }) => (
          <li>
            <small>{longDay(on)}</small> {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
