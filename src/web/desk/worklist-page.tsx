import { Icon } from '../ui/icons.tsx'
import { Flash } from '../ui/parts.tsx'
import type { Queue } from '../../modules/dossiers/index.ts'
import { Rail, type RailGroup } from '../ui/progress-parts.tsx'
import { EXCHANGE } from './exchange-urls.ts'
import { fullMoment } from './moments.ts'
import { listUrl, type Filters, type WorklistFacts } from './worklist-facts.ts'
import { List } from './worklist-table.tsx'
import { useLang, useSay, type Say } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import { channelName, channels, counted, queueGroups, queueName } from './words.ts'

/** Mock 05: the rail of queues, filters, the table sorted by due, what can be done with several. */
export function WorklistPage({ facts, flash }: { facts: WorklistFacts; flash?: string }) {
  const { filters } = facts
  const t = useSay()
  const lang = useLang()
  const plain: Filters = {
    queue: filters.queue,
    text: '',
    procedureKey: '',
    due: '',
    mine: false,
    channel: '',
  }
  return (
    <div class="wl">
      <Rail
        label={t('Hàng đợi hồ sơ', 'Queues of dossiers')}
        groups={[
          ...queueGroups.map(({ title, queues }) => ({
            title: say(title, lang),
            links: queues.map((queue) => queueLink(facts, plain, queue)),
          })),
          ...(facts.stopped > 0 ? [stoppedGroup(facts.stopped, t)] : []),
        ]}
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

/** Told only when something has stopped: nobody need look for it. */
function stoppedGroup(count: number, t: Say): RailGroup {
  const text = t('Thông điệp bị dừng', 'Stopped messages')
  const title = t('Cơ quan khác', 'Other agencies')
  return { title, links: [{ text, href: `${EXCHANGE}?xem=dung`, count, isHot: true }] }
}

/** A queue of the rail with how many stand in it. */
function queueLink(facts: WorklistFacts, plain: Filters, queue: Queue): RailGroup['links'][number] {
  return {
    text: queueName(queue, facts.lang),
    href: listUrl(plain, { queue }),
    count: facts.counts[queue],
    isCurrent: queue === facts.filters.queue,
    isHot: queue === 'overdue',
  }
}

function Head({ facts }: { facts: WorklistFacts }) {
  const { filters, channelCounts, total } = facts
  const t = useSay()
  const lang = useLang()
  // One long English word cannot be broken: with icons the row is wider than a 320 px screen.
  const hasIcons = lang === 'vi'
  const all = Object.values(channelCounts).reduce((sum, count) => sum + count, 0)
  const shown = (['online', 'counter', 'assisted', 'post', 'interlink'] as const).filter(
    (channel) => channelCounts[channel] || !['post', 'interlink'].includes(channel),
  )
  return (
    <div class="bar">
      <h1>
        {queueName(filters.queue, lang)}{' '}
        <small>
          {t(`${total} hồ sơ`, counted(total, 'dossier'))}, {fullMoment(facts.now, lang)}
        </small>
      </h1>
      <div class="seg" role="group" aria-label={t('Kênh nộp', 'How it was filed')}>
        <a
          href={listUrl(filters, { channel: '' })}
          aria-current={filters.channel === '' ? 'true' : undefined}
        >
          {t('Tất cả', 'All')} {all}
        </a>
        {shown.map((channel) => (
          <a
            href={listUrl(filters, { channel })}
            aria-current={filters.channel === channel ? 'true' : undefined}
          >
            {hasIcons ? <Icon name={channels[channel].icon} /> : null}
            {channelName(channel, lang)} {channelCounts[channel] ?? 0}
          </a>
        ))}
      </div>
    </div>
  )
}

function FilterForm({ facts }: { facts: WorklistFacts }) {
  const { filters } = facts
  const t = useSay()
  return (
    <form class="filters" action="/can-bo/ho-so" method="get">
      <input type="hidden" name="hang" value={filters.queue} />
      {filters.channel ? <input type="hidden" name="kenh" value={filters.channel} /> : null}
      <div class="q">
        <label for="fq">
          {t('Tìm mã hồ sơ, mã tra cứu, họ tên', 'Find a code, look-up number or name')}
        </label>
        <input class="in" id="fq" name="q" type="search" value={filters.text} data-search />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <div>
        <label for="ft">{t('Thủ tục', 'Procedure')}</label>
        <select class="in" id="ft" name="tt">
          <option value="">{t('Tất cả thủ tục', 'All procedures')}</option>
          {facts.procedures.map(({ key, name }) => (
            <option value={key} selected={key === filters.procedureKey}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="fh">{t('Hạn trả', 'Due date')}</label>
        <select class="in" id="fh" name="han">
          <option value="">{t('Mọi hạn', 'Any')}</option>
          <option value="qua-han" selected={filters.due === 'overdue'}>
            {t('Quá hạn', 'Overdue')}
          </option>
          <option value="hom-nay" selected={filters.due === 'today'}>
            {t('Hôm nay', 'Today')}
          </option>
        </select>
      </div>
      <div>
        <label for="fn">{t('Người xử lý', 'Handler')}</label>
        <select class="in" id="fn" name="nguoi">
          <option value="">{t('Cả bộ phận', 'The whole desk')}</option>
          <option value="toi" selected={filters.mine}>
            {t('Tôi và chưa phân công', 'Me and unassigned')}
          </option>
        </select>
      </div>
      <button class="btn btn--q">{t('Lọc', 'Filter')}</button>
    </form>
  )
}

function Nothing({ facts }: { facts: WorklistFacts }) {
  const { filters } = facts
  const t = useSay()
  const isFiltered =
    filters.text !== '' || filters.procedureKey !== '' || filters.due !== '' || filters.mine
  return (
    <div class="empty">
      <p>
        <strong>
          {isFiltered
            ? t('Không có hồ sơ nào khớp.', 'No dossier matches.')
            : t('Không có hồ sơ nào trong hàng đợi này.', 'No dossier in this queue.')}
        </strong>
      </p>
      {isFiltered ? (
        <p>
          {t('Thử bớt điều kiện lọc, hoặc', 'Try fewer filters, or')}{' '}
          <a href={listUrl(filters, { text: '', procedureKey: '', due: '', mine: false })}>
            {t('xem cả hàng đợi', 'see the whole queue')}
          </a>
          {t(
            '. Tìm theo mã tra cứu thì gõ đủ mười số.',
            '. For a look-up number type all ten digits.',
          )}
        </p>
      ) : (
        <p>
          {t(
            'Hồ sơ mới nộp qua mạng sẽ hiện ở đây. Tải lại trang để xem.',
            'Dossiers filed online will appear here. Reload the page to see them.',
          )}
        </p>
      )}
    </div>
  )
}

const keys: readonly [readonly string[], string, string][] = [
  [['↑', '↓'], 'di chuyển', 'move'],
  [['Enter'], 'mở', 'open'],
  [['X'], 'chọn', 'select'],
  [['/'], 'tìm', 'find'],
]

function Foot({ facts }: { facts: WorklistFacts }) {
  const t = useSay()
  const next = facts.next && listUrl(facts.filters, { after: facts.next })
  return (
    <div class="foot">
      <ul class="keys" aria-label={t('Phím tắt', 'Keyboard shortcuts')}>
        {keys.map(([caps, vi, en]) => (
          <li>
            {caps.map((cap) => (
              <>
                <kbd>{cap}</kbd>{' '}
              </>
            ))}
            {t(vi, en)}
          </li>
        ))}
        <li>
          <a href="/can-bo/vang-mat">{t('Vắng mặt', 'Absences')}</a>
        </li>
        <li>
          <a href={EXCHANGE}>{t('Trao đổi liên thông', 'Exchange with agencies')}</a>
        </li>
        <li>
          <a href="/can-bo/tro-giup">
            <kbd>?</kbd> {t('tất cả phím', 'all keys')}
          </a>
        </li>
      </ul>
      <p class="pg">
        {facts.rows.length} {t('trong', 'of')} {facts.total}
        {facts.isFirstPage ? null : (
          <a href={listUrl(facts.filters, {})}>{t('Về đầu', 'To the first page')}</a>
        )}
        {next ? <a href={next}>{t('Trang sau', 'Next page')}</a> : null}
      </p>
    </div>
  )
}
