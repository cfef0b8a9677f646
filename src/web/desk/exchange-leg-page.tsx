import type { City } from '../../modules/agencies/index.ts'
import type { LegView, MessageLine } from '../../modules/interlink/index.ts'
import { laneWords } from '../citizen/lane-words.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Callout, Csrf, Flash, Table } from '../ui/parts.tsx'
import type { Lang } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import { againUrl, EXCHANGE, legUrl } from './exchange-urls.ts'
import { partyName, serviceName, typeName, whyText } from './exchange-words.ts'
import { moment } from './moments.ts'

type LegProps = { view: LegView; city: City; now: Date; isSent: boolean }

/** One leg as its messages went: their way, never what they say of people. */
export function LegPage({ view, city, now, isSent }: LegProps) {
  const t = useSay()
  const lang = useLang()
  const { leg, messages, acts } = view
  const partner = partyName(city, leg.otherParty, lang)
  return (
    <div class="page">
      <Back href={EXCHANGE}>{t('Trao đổi liên thông', 'Exchange')}</Back>
      {isSent ? (
        <Flash>
          {t('Thông điệp được gửi lại ngay bây giờ.', 'The message is sent again now.')}
        </Flash>
      ) : null}
      <h1>
        {serviceName(leg.service, lang)}, {partner}
      </h1>
      <p class="mb5">
        {stateText(leg.state, lang)}. {t('Hạn', 'Due')} {moment(leg.dueAt, now)}.{' '}
        {leg.otherCode ? `${t('Mã bên đó', 'Their code')}: ${leg.otherCode}. ` : null}
        {leg.dossierId ? (
          <a href={dossierUrl(leg.dossierId)}>{t('Mở hồ sơ', 'Open the dossier')}</a>
        ) : null}
      </p>
      <Table
        caption={t('Thông điệp của phần việc này', 'Messages of this leg')}
        columns={[
          { key: 'way', title: t('Chiều', 'Way') },
          { key: 'type', title: t('Thông điệp', 'Message') },
          { key: 'written', title: t('Viết lúc', 'Written') },
          { key: 'accepted', title: t('Nhận lúc', 'Accepted') },
          { key: 'why', title: t('Ghi chú', 'Note') },
          { key: 'again', title: t('Xử lý', 'Act') },
        ]}
        rows={messages.map((message) => ({
          way: message.direction === 'out' ? t('Gửi đi', 'Sent') : t('Nhận về', 'Taken'),
          type: typeName(message.type, lang),
          written: moment(message.writtenAt, now),
          accepted: message.acceptedAt ? moment(message.acceptedAt, now) : t('chưa', 'not yet'),
          why: whyText(message.deadReason ?? message.lastError, lang),
          again: message.deadAt ? (
            <a class="btn btn--q" href={againUrl(message, message.id)}>
              {t('Gửi lại', 'Send again')}
              <span class="vh">: {typeName(message.type, lang)}</span>
            </a>
          ) : null,
        }))}
      />
      {acts.length > 0 ? (
        <p class="sm muted mt4">
          {t('Đã có người gửi lại:', 'Sent again by a person:')}{' '}
          {acts
            .map(({ doneAt, reason }) => `${moment(doneAt, now)} (${whyText(reason, lang)})`)
            .join('; ')}
        </p>
      ) : null}
    </div>
  )
}

function stateText(state: LegView['leg']['state'], lang: Lang): string {
  const known = laneWords(lang).state[state]
  return typeof known === 'function' ? known(lang === 'en' ? 'The agency' : 'Cơ quan') : known
}

type AgainProps = { message: MessageLine; city: City; now: Date; csrf: string }

/** Asks once more before a stopped message goes again: what it was, and why it stopped. */
export function AgainPage({ message, city, now, csrf }: AgainProps) {
  const t = useSay()
  const lang = useLang()
  const partner = partyName(city, message.party, lang)
  return (
    <div class="wrap page">
      <Back href={legUrl(message)}>{t('Về phần việc', 'Back to the leg')}</Back>
      <div class="measure">
        <h1>{t('Gửi lại thông điệp', 'Send the message again')}</h1>
        <p class="lead mt2 mb5">
          {typeName(message.type, lang)}: {serviceName(message.service, lang)}, {partner}.{' '}
          {t('Viết lúc', 'Written')} {moment(message.writtenAt, now)}.
        </p>
        {message.deadReason ? (
          <Callout kind="soon" icon="warn" title={t('Vì sao đã dừng', 'Why it stopped')}>
            <p>{whyText(message.deadReason, lang)}</p>
          </Callout>
        ) : (
          <p>{t('Thông điệp này không bị dừng.', 'This message has not stopped.')}</p>
        )}
        <p class="mt4">
          {t(
            'Nội dung được gửi đúng như cũ. Nếu bên nhận từ chối vì nội dung, hãy gọi họ trước khi gửi lại.',
            'It is sent as it was. If the other side refused what it says, call them first.',
          )}
        </p>
        <form method="post" action={againUrl(message, message.id)} class="mt4">
          <Csrf token={csrf} />
          <button class="btn">{t('Gửi lại', 'Send again')}</button>
        </form>
      </div>
    </div>
  )
}
