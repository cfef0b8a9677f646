import { findPaperEntries, getPaperEntry, type PaperEntry } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Flash, Table } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { BOOKS, bookTitle } from './book-place.ts'
import { queryText, type DeskRequest } from './desk-request.ts'
import { flashText } from './words.ts'

export const PAPER_BOOKS = '/can-bo/so-giay'

/** Paper books of earlier years: what was copied from them, found by names. */
export const paperBookRoutes: readonly Route[] = [
  route({ method: 'GET', url: PAPER_BOOKS, action: 'register.read', handle: search }),
]

/** The address of one entry's page, or of an act on it. */
export function paperUrl({ agencyId, id }: { agencyId: string; id: string }, tail = ''): string {
  return `${PAPER_BOOKS}/${id}${tail && `/${tail}`}?cq=${agencyId}`
}

/** Which entry the address names. Refuses `not-found`. */
export function paperKeyIn(req: DeskRequest): { agencyId: string; id: string } {
  const { actor } = req.ctx
  const id = req.params['id'] ?? ''
  if (actor.kind !== 'staff' || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('not-found')
  return { agencyId: queryText(req, 'cq') || actor.agencyId, id }
}

export function paperEntryIn(req: DeskRequest) {
  return getPaperEntry(req.ctx, paperKeyIn(req))
}

type Shown = {
  text: string
  entries: readonly PaperEntry[]
  isKeeper: boolean
  flash: string | undefined
}

async function search(req: DeskRequest): Promise<WebReply> {
  const { ctx, lang } = req
  const text = queryText(req, 'q').slice(0, 100)
  const shown: Shown = {
    text,
    entries: await findPaperEntries(ctx, text),
    isKeeper: ctx.actor.kind === 'staff' && ctx.actor.roles.includes('civilStatusOfficer'),
    flash: flashText(queryText(req, 'vua'), lang),
  }
  return page(<SearchPage {...shown} />, {
    title: lang === 'en' ? 'Paper books of earlier years' : 'Sổ giấy các năm trước',
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
  })
}

function SearchPage({ text, entries, isKeeper, flash }: Shown) {
  const t = useSay()
  return (
    <div class="page pad">
      {flash ? <Flash>{flash}</Flash> : null}
      <Back href={BOOKS}>{t('Sổ hộ tịch', 'Register books')}</Back>
      <h1>{t('Sổ giấy các năm trước', 'Paper books of earlier years')}</h1>
      <form class="row mb4" method="get" action={PAPER_BOOKS} role="search">
        <div>
          <label for="q">
            {t('Họ tên, tên cha mẹ, năm hoặc số', 'Name, parents’ names, year or number')}
          </label>
          <input class="in" id="q" name="q" value={text} autocomplete="off" />
        </div>
        <button class="btn btn--2">{t('Tìm', 'Search')}</button>
        {isKeeper ? (
          <a class="btn" href={`${PAPER_BOOKS}/nhap`}>
            {t('Nhập từ sổ giấy', 'Copy from a paper book')}
          </a>
        ) : null}
      </form>
      {entries.length === 0 ? (
        <p>{t('Không tìm thấy.', 'Nothing was found.')}</p>
      ) : (
        <Found entries={entries} />
      )}
    </div>
  )
}

function Found({ entries }: { entries: readonly PaperEntry[] }) {
  const t = useSay()
  const lang = useLang()
  return (
    <Table
      caption={t('Nhập từ sổ giấy, tối đa 50 dòng', 'Copied from paper books, at most 50')}
      columns={[
        { key: 'number', title: t('Số', 'No.') },
        { key: 'name', title: t('Họ tên', 'Name') },
        { key: 'born', title: t('Ngày sinh', 'Born') },
        { key: 'parents', title: t('Mẹ, cha', 'Mother, father') },
        { key: 'book', title: t('Sổ', 'Book') },
        { key: 'place', title: t('Quyển, trang', 'Book, page') },
      ]}
      rows={entries.map((entry) => ({
        number: (
          <a href={paperUrl(entry)}>
            {entry.no}/{entry.year}
          </a>
        ),
        name: entry.content['name'] ?? '',
        born: entry.content['birthDate'] ?? '',
        parents: [entry.content['mother.name'], entry.content['father.name']]
          .filter(Boolean)
          .join(', '),
        book: say(bookTitle(entry), lang),
        place: `${entry.paperBook}, ${t('trang', 'page')} ${entry.paperPage}`,
      }))}
    />
  )
}
