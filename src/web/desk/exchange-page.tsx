import type { ComponentChildren } from 'preact'
import type { City } from '../../modules/agencies/index.ts'
import type { LegLine, Line, MessageLine, RefusalRow } from '../../modules/interlink/index.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { Table } from '../ui/parts.tsx'
import { DueChip } from '../ui/progress-parts.tsx'
import { againUrl, EXCHANGE, legUrl } from './exchange-urls.ts'
import { partyName, serviceName, typeName, whyText } from './exchange-words.ts'
import { moment } from './moments.ts'

export type Tab = 'waiting' | 'stopped' | 'refused' | 'parties'

export type ExchangeShown = {
  tab: Tab
  city: City
  /** The partner filtered by; '' for all. */
  party: string
  parties: readonly string[]
  now: Date
  /** Messages that nobody tries any more. */
  stopped: number
  legs: readonly LegLine[]
  messages: readonly MessageLine[]
  refusals: readonly RefusalRow[]
  lines: readonly Line[]
  next: string | null
  isFirst: boolean
}

const keys: Readonly<Record<Tab, string>> = {
  waiting: 'cho',
  stopped: 'dung',
  refused: 'tu-choi',
  parties: 'doi-tac',
}

function urlOf(tab: Tab, party: string, after?: string): string {
  const pairs = [
    ['xem', keys[tab]],
    ...(party ? [['doi-tac', party]] : []),
    ...(after ? [['sau', after]] : []),
  ]
  return `${EXCHANGE}?${new URLSearchParams(pairs as [string, string][]).toString()}`
}

export function ExchangePage({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const { tab, stopped, party } = shown
  const names: readonly [Tab, string][] = [
    ['waiting', t('Đang chờ gửi', 'Waiting')],
    ['stopped', t(`Đã dừng ${stopped}`, `Stopped ${stopped}`)],
    ['refused', t('Bị từ chối', 'Refused')],
    ['parties', t('Tình trạng kết nối', 'Partners')],
  ]
  return (
    <div class="page">
      <div class="bar">
        <h1>{t('Trao đổi liên thông', 'Exchange with other agencies')}</h1>
        <div class="seg" role="group" aria-label={t('Xem', 'View')}>
          {names.map(([key, text]) => (
            <a href={urlOf(key, party)} aria-current={key === tab ? 'true' : undefined}>
              {text}
            </a>
          ))}
        </div>
      </div>
      {tab === 'waiting' || tab === 'stopped' ? <Filter shown={shown} /> : null}
      <Body shown={shown} />
      <Pages shown={shown} />
    </div>
  )
}

function Filter({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const lang = useLang()
  return (
    <form class="filters mb4" action={EXCHANGE} method="get">
      <input type="hidden" name="xem" value={keys[shown.tab]} />
      <div>
        <label for="doi-tac">{t('Cơ quan', 'Agency')}</label>
        <select class="in" id="doi-tac" name="doi-tac">
          <option value="">{t('Mọi cơ quan', 'All')}</option>
          {shown.parties.map((party) => (
            <option value={party} selected={party === shown.party}>
              {partyName(shown.city, party, lang)}
            </option>
          ))}
        </select>
      </div>
      <button class="btn btn--q">{t('Lọc', 'Filter')}</button>
    </form>
  )
}

function Body({ shown }: { shown: ExchangeShown }) {
  if (shown.tab === 'waiting') return <Waiting shown={shown} />
  if (shown.tab === 'stopped') return <Stopped shown={shown} />
  if (shown.tab === 'refused') return <RefusedList shown={shown} />
  return <Parties shown={shown} />
}

function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{children}</p>
    </div>
  )
}

function Waiting({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const lang = useLang()
  const { legs, city, now } = shown
  if (legs.length === 0)
    return (
      <Empty title={t('Không có thông điệp nào chờ gửi.', 'No message waits.')}>
        {t('Mọi cơ quan đã nhận những gì được gửi.', 'Every agency has what was sent.')}
      </Empty>
    )
  return (
    <Table
      caption={t('Thông điệp đang chờ gửi', 'Messages that wait')}
      columns={[
        { key: 'to', title: t('Gửi tới', 'To') },
        { key: 'service', title: t('Việc', 'Service') },
        { key: 'type', title: t('Thông điệp', 'Message') },
        { key: 'since', title: t('Chờ từ', 'Since') },
        { key: 'next', title: t('Gửi lại lúc', 'Next try') },
        { key: 'why', title: t('Vì sao', 'Why') },
      ]}
      rows={legs.map((leg) => ({
        to: <a href={legUrl(leg)}>{partyName(city, leg.otherParty, lang)}</a>,
        service: serviceName(leg.service, lang),
        type: typeName(leg.waitingType, lang),
        since: leg.waitingSince ? moment(leg.waitingSince, now) : '',
        next: leg.deadAt
          ? t('đã dừng', 'stopped')
          : leg.nextAttemptAt
            ? moment(leg.nextAttemptAt, now)
            : '',
        why: `${whyText(leg.deadReason ?? leg.lastError, lang)}${
          leg.attempts ? `, ${t(`lần ${leg.attempts}`, `try ${leg.attempts}`)}` : ''
        }`,
      }))}
    />
  )
}

function Stopped({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const lang = useLang()
  const { messages, city, now } = shown
  if (messages.length === 0)
    return (
      <Empty title={t('Không có thông điệp nào bị dừng.', 'No message has stopped.')}>
        {t(
          'Thông điệp bị từ chối hẳn, hoặc gửi mãi không được, sẽ hiện ở đây.',
          'Messages refused for good, or tried for days, appear here.',
        )}
      </Empty>
    )
  return (
    <Table
      caption={t('Thông điệp đã dừng', 'Stopped messages')}
      columns={[
        { key: 'to', title: t('Gửi tới', 'To') },
        { key: 'service', title: t('Việc', 'Service') },
        { key: 'type', title: t('Thông điệp', 'Message') },
        { key: 'at', title: t('Dừng lúc', 'Stopped at') },
        { key: 'why', title: t('Vì sao', 'Why') },
        { key: 'again', title: t('Xử lý', 'Act') },
      ]}
      rows={messages.map((message) => ({
        to: <a href={legUrl(message)}>{partyName(city, message.party, lang)}</a>,
        service: serviceName(message.service, lang),
        type: typeName(message.type, lang),
        at: message.deadAt ? moment(message.deadAt, now) : '',
        why: whyText(message.deadReason, lang),
        again: (
          <a class="btn btn--q" href={againUrl(message, message.id)}>
            {t('Gửi lại', 'Send again')}
            <span class="vh">: {typeName(message.type, lang)}</span>
          </a>
        ),
      }))}
    />
  )
}

function RefusedList({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const lang = useLang()
  const { refusals, city, now } = shown
  if (refusals.length === 0)
    return (
      <Empty title={t('Chưa từ chối thông điệp nào.', 'No message was refused.')}>
        {t(
          'Thông điệp sai chữ ký, sai cơ quan, sai nội dung bị từ chối và ghi ở đây.',
          'Messages with a wrong signature, sender or content are refused and noted here.',
        )}
      </Empty>
    )
  return (
    <Table
      caption={t('Thông điệp bị từ chối nhận', 'Messages refused here')}
      columns={[
        { key: 'from', title: t('Từ', 'From') },
        { key: 'type', title: t('Thông điệp', 'Message') },
        { key: 'why', title: t('Vì sao', 'Why') },
        { key: 'times', title: t('Số lần', 'Times') },
        { key: 'at', title: t('Lần cuối', 'Last') },
      ]}
      rows={refusals.map(({ party, type, code, times, lastAt }) => ({
        from: <span class="nw">{partyName(city, party, lang)}</span>,
        type: typeName(type, lang),
        why: whyText(code, lang),
        times: String(times),
        at: moment(lastAt, now),
      }))}
    />
  )
}

/** Who does not answer comes first; the rest answer, or nothing was sent to them. */
function Parties({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const lang = useLang()
  const { lines, parties, city, now } = shown
  const silent = new Set(lines.map(({ party }) => party))
  const answering = parties.filter((party) => !silent.has(party))
  if (lines.length + answering.length === 0)
    return (
      <Empty title={t('Chưa trao đổi với cơ quan nào.', 'Nothing was exchanged yet.')}>
        {t('Cơ quan cùng làm một hồ sơ sẽ hiện ở đây.', 'Agencies of a dossier appear here.')}
      </Empty>
    )
  return (
    <Table
      caption={t('Tình trạng kết nối', 'Partners')}
      columns={[
        { key: 'party', title: t('Cơ quan', 'Agency') },
        { key: 'state', title: t('Tình trạng', 'State') },
        { key: 'since', title: t('Từ lúc', 'Since') },
        { key: 'why', title: t('Vì sao', 'Why') },
        { key: 'next', title: t('Thử lại lúc', 'Next try') },
      ]}
      rows={[
        ...lines.map((line) => ({
          party: <span class="nw">{partyName(city, line.party, lang)}</span>,
          state: <DueChip state="late" text={t('Mất kết nối', 'No answer')} />,
          since: moment(line.failingSince, now),
          why: `${whyText(line.lastError, lang)}, ${t(`${line.failures} lần`, `${line.failures} times`)}`,
          next: moment(line.probeAt, now),
        })),
        ...answering.map((party) => ({
          party: <span class="nw">{partyName(city, party, lang)}</span>,
          state: <DueChip state="ok" text={t('Kết nối được', 'Answers')} />,
        })),
      ]}
    />
  )
}

function Pages({ shown }: { shown: ExchangeShown }) {
  const t = useSay()
  const { next, isFirst, tab, party } = shown
  if (next === null && isFirst) return null
  return (
    <p class="pg mt4">
      {isFirst ? null : <a href={urlOf(tab, party)}>{t('Về đầu', 'To the first page')}</a>}{' '}
      {next ? <a href={urlOf(tab, party, next)}>{t('Trang sau', 'Next page')}</a> : null}
    </p>
  )
}
