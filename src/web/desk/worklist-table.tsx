import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { DueChip } from '../ui/progress-parts.tsx'
import { words } from '../words/index.ts'
import type { WorklistFacts, WorklistRow } from './worklist-facts.ts'
import { channelName, channels, queueName } from './words.ts'

const columns: readonly (readonly [string, string])[] = [
  ['Mã hồ sơ', 'Code'],
  ['Thủ tục', 'Procedure'],
  ['Người được đăng ký', 'Subject'],
  ['Người nộp', 'Submitter'],
  ['Kênh', 'Channel'],
  ['Bước', 'Step'],
  ['Người xử lý', 'Handler'],
]

/** The table sorted by due, and what can be done with several of its rows. */
export function List({ facts }: { facts: WorklistFacts }) {
  const { filters } = facts
  const t = useSay()
  const lang = useLang()
  const sorted = t('xếp theo hạn gần nhất', 'soonest due first')
  return (
    <form class="wl__f" action="/can-bo/ho-so/chuyen" method="post">
      <input type="hidden" name="_csrf" value={facts.csrf} />
      <input type="hidden" name="key" value={facts.key} />
      <input type="hidden" name="hang" value={filters.queue} />
      <div
        class="tw"
        role="region"
        aria-label={t('Danh sách hồ sơ', 'List of dossiers')}
        tabIndex={0}
      >
        <table class="tb" data-worklist>
          <caption class="vh">
            {queueName(filters.queue, lang)}, {sorted}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <input type="checkbox" class="cb" aria-label={t('Chọn tất cả', 'Select all')} />
              </th>
              <th scope="col" aria-sort="ascending">
                {t('Hạn trả', 'Due')} <span aria-hidden="true">▲</span>
              </th>
              {columns.map(([vi, en]) => (
                <th scope="col">{t(vi, en)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.rows.map((row) => (
              <Row row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Bulk facts={facts} />
    </form>
  )
}

function Row({ row }: { row: WorklistRow }) {
  const t = useSay()
  const lang = useLang()
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          class="cb"
          name="h"
          value={`${row.code}~${row.version}`}
          aria-label={t(`Chọn hồ sơ ${row.short}`, `Select dossier ${row.short}`)}
        />
      </td>
      <td>
        <DueChip state={row.due.state} text={row.due.text} />
      </td>
      <th scope="row">
        <a href={row.href}>{row.short}</a>
        {row.isTrial ? <span class="t2">{words(lang).trial}</span> : null}
      </th>
      <td class="nm">{row.procedure}</td>
      <td class="nm">{row.subject}</td>
      <td class="nm">{row.requester}</td>
      <td>
        <span class="ch">
          <Icon name={channels[row.channel].icon} />
          {channelName(row.channel, lang)}
        </span>
      </td>
      <td class="nw">{row.step}</td>
      <td class={row.handler === null ? 'nw muted' : 'nw'}>
        {row.handler ?? t('Chưa phân công', 'Unassigned')}
      </td>
    </tr>
  )
}

/** What can be done with several at once; at the bottom, so that rows never jump. */
function Bulk({ facts }: { facts: WorklistFacts }) {
  const maySignThese = facts.maySign && facts.filters.queue === 'signing'
  const t = useSay()
  return (
    <div class="bulk" data-bulk>
      <span role="status">
        <b data-bulk-n>0</b> {t('hồ sơ đã chọn', 'selected')}
      </span>
      {maySignThese ? (
        <button class="btn" formaction="/can-bo/ho-so/ky" data-key="F8">
          {t('Ký các hồ sơ đã mở xem', 'Sign those I have opened')} <kbd>F8</kbd>
        </button>
      ) : null}
      <label for="bn">{t('Người xử lý mới', 'New handler')}</label>
      <select class="in" id="bn" name="nguoi">
        {facts.colleagues.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <button class="btn">{t('Chuyển người xử lý', 'Change handler')}</button>
      <button class="btn btn--link" type="reset">
        {t('Bỏ chọn', 'Clear selection')}
      </button>
    </div>
  )
}
