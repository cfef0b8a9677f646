import { Icon } from '../ui/icons.tsx'
import { Flash } from '../ui/parts.tsx'
import { DueChip, Rail } from '../ui/progress-parts.tsx'
import { fullMoment } from './moments.ts'
import { listUrl, type Filters, type WorklistFacts, type WorklistRow } from './worklist-facts.ts'
import { words } from '../words/index.ts'
import { channels, queueGroups, queueNames } from './words.ts'

/** Mock 05: the rail of queues, filters, the table sorted by due, what can be done with several. */
export function WorklistPage({ facts, flash }: { facts: WorklistFacts; flash?: string }) {
  const { filters } = facts
  const plain: Filters = {
    ...{ queue: filters.queue, text: '', procedureKey: '', due: '', mine: false, channel: '' },
  }
  return (
    <div class="wl">
      <Rail
        label="Hàng đợi hồ sơ"
        groups={queueGroups.map(({ title, queues }) => ({
          title,
          links: queues.map((queue) => ({
            text: queueNames[queue],
            href: listUrl(plain, { queue }),
            count: facts.counts[queue],
            isCurrent: queue === filters.queue,
            isHot: queue === 'overdue',
          })),
        }))}
      />
      <div class="wl__main">
        {flash ? <Flash>{flash}</Flash> : null}
        <Head facts={facts} />
        <FilterForm facts={facts} />
        {facts.rows.length === 0 ? <Nothing facts={facts} /> : <List facts={facts} />}
        <Foot facts={facts} />
      </div>
    </div>
  )
}

function Head({ facts }: { facts: WorklistFacts }) {
  const { filters, channelCounts } = facts
  const all = Object.values(channelCounts).reduce((sum, count) => sum + count, 0)
  const shown = (['online', 'counter', 'assisted', 'post'] as const).filter(
    (channel) => channelCounts[channel] || channel !== 'post',
  )
  return (
    <div class="bar">
      <h1>
        {queueNames[filters.queue]}{' '}
        <small>
          {facts.total} hồ sơ, {fullMoment(facts.now)}
        </small>
      </h1>
      <div class="seg" role="group" aria-label="Kênh nộp">
        <a
          href={listUrl(filters, { channel: '' })}
          aria-current={filters.channel === '' ? 'true' : undefined}
        >
          Tất cả {all}
        </a>
        {shown.map((channel) => (
          <a
            href={listUrl(filters, { channel })}
            aria-current={filters.channel === channel ? 'true' : undefined}
          >
            <Icon name={channels[channel].icon} />
            {channels[channel].name} {channelCounts[channel] ?? 0}
          </a>
        ))}
      </div>
    </div>
  )
}

function FilterForm({ facts }: { facts: WorklistFacts }) {
  const { filters } = facts
  return (
    <form class="filters" action="/can-bo/ho-so" method="get">
      <input type="hidden" name="hang" value={filters.queue} />
      {filters.channel ? <input type="hidden" name="kenh" value={filters.channel} /> : null}
      <div class="q">
        <label for="fq">Tìm mã hồ sơ, mã tra cứu, họ tên</label>
        <input class="in" id="fq" name="q" type="search" value={filters.text} data-search />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <div>
        <label for="ft">Thủ tục</label>
        <select class="in" id="ft" name="tt">
          <option value="">Tất cả thủ tục</option>
          {facts.procedures.map(({ key, name }) => (
            <option value={key} selected={key === filters.procedureKey}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="fh">Hạn trả</label>
        <select class="in" id="fh" name="han">
          <option value="">Mọi hạn</option>
          <option value="qua-han" selected={filters.due === 'overdue'}>
            Quá hạn
          </option>
          <option value="hom-nay" selected={filters.due === 'today'}>
            Hôm nay
          </option>
        </select>
      </div>
      <div>
        <label for="fn">Người xử lý</label>
        <select class="in" id="fn" name="nguoi">
          <option value="">Cả bộ phận</option>
          <option value="toi" selected={filters.mine}>
            Tôi và chưa phân công
          </option>
        </select>
      </div>
      <button class="btn btn--q">Lọc</button>
    </form>
  )
}

const columns = [
  'Mã hồ sơ',
  'Thủ tục',
  'Người được đăng ký',
  'Người nộp',
  'Kênh',
  'Bước',
  'Người xử lý',
]

function List({ facts }: { facts: WorklistFacts }) {
  const { filters } = facts
  return (
    <form class="wl__f" action="/can-bo/ho-so/chuyen" method="post">
      <input type="hidden" name="_csrf" value={facts.csrf} />
      <input type="hidden" name="key" value={facts.key} />
      <input type="hidden" name="hang" value={filters.queue} />
      <div class="tw" role="region" aria-label="Danh sách hồ sơ" tabIndex={0}>
        <table class="tb" data-worklist>
          <caption class="vh">{queueNames[filters.queue]}, xếp theo hạn gần nhất</caption>
          <thead>
            <tr>
              <th scope="col">
                <input type="checkbox" class="cb" aria-label="Chọn tất cả" />
              </th>
              <th scope="col" aria-sort="ascending">
                Hạn trả <span aria-hidden="true">▲</span>
              </th>
              {columns.map((title) => (
                <th scope="col">{title}</th>
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
  const { icon, name } = channels[row.channel]
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          class="cb"
          name="h"
          value={`${row.code}~${row.version}`}
          aria-label={`Chọn hồ sơ ${row.short}`}
        />
      </td>
      <td>
        <DueChip state={row.due.state} text={row.due.text} />
      </td>
      <th scope="row">
        <a href={row.href}>{row.short}</a>
        {row.isTrial ? <span class="t2">{words('vi').trial}</span> : null}
      </th>
      <td class="nm">{row.procedure}</td>
      <td class="nm">{row.subject}</td>
      <td class="nm">{row.requester}</td>
      <td>
        <span class="ch">
          <Icon name={icon} />
          {name}
        </span>
      </td>
      <td class="nw">{row.step}</td>
      <td class={row.handler === null ? 'nw muted' : 'nw'}>{row.handler ?? 'Chưa phân công'}</td>
    </tr>
  )
}

/** What can be done with several at once; at the bottom, so that rows never jump. */
function Bulk({ facts }: { facts: WorklistFacts }) {
  const maySignThese = facts.maySign && facts.filters.queue === 'signing'
  return (
    <div class="bulk" data-bulk>
      <span role="status">
        <b data-bulk-n>0</b> hồ sơ đã chọn
      </span>
      {maySignThese ? (
        <button class="btn" formaction="/can-bo/ho-so/ky" data-key="F8">
          Ký các hồ sơ đã mở xem <kbd>F8</kbd>
        </button>
      ) : null}
      <label for="bn">Người xử lý mới</label>
      <select class="in" id="bn" name="nguoi">
        {facts.colleagues.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <button class="btn">Chuyển người xử lý</button>
      <button class="btn btn--link" type="reset">
        Bỏ chọn
      </button>
    </div>
  )
}

function Nothing({ facts }: { facts: WorklistFacts }) {
  const { filters } = facts
  const isFiltered =
    filters.text !== '' || filters.procedureKey !== '' || filters.due !== '' || filters.mine
  return (
    <div class="empty">
      <p>
        <strong>
          {isFiltered ? 'Không có hồ sơ nào khớp.' : 'Không có hồ sơ nào trong hàng đợi này.'}
        </strong>
      </p>
      {isFiltered ? (
        <p>
          Thử bớt điều kiện lọc, hoặc{' '}
          <a href={listUrl(filters, { text: '', procedureKey: '', due: '', mine: false })}>
            xem cả hàng đợi
          </a>
          . Tìm theo mã tra cứu thì gõ đủ mười số.
        </p>
      ) : (
        <p>Hồ sơ mới nộp qua mạng sẽ hiện ở đây. Tải lại trang để xem.</p>
      )}
    </div>
  )
}

const keys: readonly [readonly string[], string][] = [
  [['↑', '↓'], 'di chuyển'],
  [['Enter'], 'mở'],
  [['X'], 'chọn'],
  [['/'], 'tìm'],
]

function Foot({ facts }: { facts: WorklistFacts }) {
  return (
    <div class="foot">
      <ul class="keys" aria-label="Phím tắt">
        {keys.map(([caps, what]) => (
          <li>
            {caps.map((cap) => (
              <>
                <kbd>{cap}</kbd>{' '}
              </>
            ))}
            {what}
          </li>
        ))}
        <li>
          <a href="/can-bo/tro-giup">
            <kbd>?</kbd> tất cả phím
          </a>
        </li>
      </ul>
      <p class="pg">
        {facts.rows.length} trong {facts.total}
        {facts.isFirstPage ? null : <a href={listUrl(facts.filters, {})}>Về đầu</a>}
        {facts.next ? <a href={listUrl(facts.filters, { after: facts.next })}>Trang sau</a> : null}
      </p>
    </div>
  )
}
