import type { SupplementItem, SupplementRequest } from '../../modules/dossiers/index.ts'
import { findField } from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Icon } from '../ui/icons.tsx'
import { sayIn, useSay, type Say } from '../ui/lang.tsx'
import type { Lang } from '../words/index.ts'
import { fieldLabel } from './alike.ts'
import { printed } from './declared.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { moment } from './moments.ts'
import { componentName } from './papers-shown.ts'

/** What was asked for and what the citizen answered, newest request first. */
export function SupplementAnswers({ facts }: { facts: DossierFacts }) {
  const { supplements } = facts.view
  const { lang } = facts
  const t = useSay()
  const isAgency = facts.view.dossier.channel === 'interlink'
  if (supplements.length === 0) return null
  return (
    <>
      <h2>{t('Bổ sung', 'Supplement')}</h2>
      <div class="body">
        {supplements.map((request) => (
          <>
            <p class="xs muted">
              {t('Lần', 'Request')} {request.no}, {t('yêu cầu', 'sent')}{' '}
              {moment(request.requestedAt, facts.now)},{' '}
              {request.answeredAt
                ? `${t('trả lời', 'answered')} ${moment(request.answeredAt, facts.now)}`
                : t('chưa trả lời', 'not answered yet')}
            </p>
            <ul class="law">
              {request.items.map((item) => (
                <li>
                  <Icon name={iconOf(request, item)} />
                  <span>
                    <b>{itemName(facts, item, lang)}</b> {item.reason}
                    {proposedText(facts, item, lang)}{' '}
                    <small>{answerText(request, item, { t, isAgency })}</small>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ))}
      </div>
    </>
  )
}

/** In Vietnamese unless said otherwise: the slips print it. */
export function itemName(
  { view }: DossierFacts,
  { kind, about }: Omit<SupplementItem, 'id'>,
  lang: Lang = 'vi',
): string {
  if (kind === 'other' || about === null) return ''
  return kind === 'paper'
    ? `${componentName(view, about, lang)}:`
    : `${fieldLabel(view.definition, about, lang)}:`
}

/** Both values stay: what was declared is in the declaration, this is what the officer proposes. */
export function proposedText(
  facts: DossierFacts,
  { about, proposed }: Omit<SupplementItem, 'id'>,
  lang: Lang = 'vi',
): string {
  const field = about === null ? undefined : findField(facts.view.definition.form, about)
  if (proposed === undefined || !field) return ''
  const world = formWorldOf(facts.world.city, legalDay(facts.now))
  const value = printed(field, { [field.key]: proposed }, { world, lang, unmasked: false })
  return ` ${sayIn(lang)('Đề nghị ghi:', 'Proposed:')} ${value}.`
}

function answerOf(request: SupplementRequest, { id }: SupplementItem) {
  return request.answers?.find(({ itemId }) => itemId === id)
}

function iconOf(request: SupplementRequest, item: SupplementItem): 'check' | 'warn' | 'clock' {
  const answer = answerOf(request, item)
  if (!answer) return 'clock'
  return answer.accepted ? 'check' : 'warn'
}

function answerText(
  request: SupplementRequest,
  item: SupplementItem,
  { t, isAgency }: { t: Say; isAgency: boolean },
): string {
  const answer = answerOf(request, item)
  if (!answer)
    return request.answers
      ? t('Không trả lời.', 'Not answered.')
      : isAgency
        ? t('Chờ cơ quan chủ trì.', 'Waiting for the lead agency.')
        : t('Chờ người nộp.', 'Waiting for the submitter.')
  const remark = answer.remark ? ` “${answer.remark}”` : ''
  // An agency corrects or explains: it agrees to nothing.
  if (isAgency && !answer.accepted) return t('Đã trả lời.', 'Answered.') + remark
  const said = isAgency
    ? t('Cơ quan chủ trì đã làm.', 'The lead agency did it.')
    : answer.accepted
      ? t('Người nộp đã làm.', 'The submitter did it.')
      : t('Người nộp không đồng ý.', 'The submitter does not agree.')
  return `${said}${remark}`
}
