import type { SupplementItem, SupplementRequest } from '../../modules/dossiers/index.ts'
import { findField } from '../../modules/forms/index.ts'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Icon } from '../ui/icons.tsx'
import { fieldLabel } from './alike.ts'
import { printed } from './declared.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { moment } from './moments.ts'
import { componentName } from './papers-shown.ts'

/** What was asked for and what the citizen answered, newest request first. */
export function SupplementAnswers({ facts }: { facts: DossierFacts }) {
  const { supplements } = facts.view
  if (supplements.length === 0) return null
  return (
    <>
      <h2>Bổ sung</h2>
      <div class="body">
        {supplements.map((request) => (
          <>
            <p class="xs muted">
              Lần {request.no}, yêu cầu {moment(request.requestedAt, facts.now)}
              {request.answeredAt
                ? `, trả lời ${moment(request.answeredAt, facts.now)}`
                : ', chưa trả lời'}
            </p>
            <ul class="law">
              {request.items.map((item) => (
                <li>
                  <Icon name={iconOf(request, item)} />
                  <span>
                    <b>{itemName(facts, item)}</b> {item.reason}
                    {proposedText(facts, item)} <small>{answerText(request, item)}</small>
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

export function itemName({ view }: DossierFacts, { kind, about }: SupplementItem): string {
  if (kind === 'other' || about === null) return ''
  return kind === 'paper'
    ? `${componentName(view, about)}:`
    : `${fieldLabel(view.definition, about)}:`
}

/** Both values stay: what was declared is in the declaration, this is what the officer proposes. */
export function proposedText(facts: DossierFacts, { about, proposed }: SupplementItem): string {
  const field = about === null ? undefined : findField(facts.view.definition.form, about)
  if (proposed === undefined || !field) return ''
  const world = formWorldOf(facts.world.city, legalDay(facts.now))
  const value = printed(field, { [field.key]: proposed }, { world, unmasked: false })
  return ` Đề nghị ghi: ${value}.`
}

function answerOf(request: SupplementRequest, { id }: SupplementItem) {
  return request.answers?.find(({ itemId }) => itemId === id)
}

function iconOf(request: SupplementRequest, item: SupplementItem): 'check' | 'warn' | 'clock' {
  const answer = answerOf(request, item)
  if (!answer) return 'clock'
  return answer.accepted ? 'check' : 'warn'
}

function answerText(request: SupplementRequest, item: SupplementItem): string {
  const answer = answerOf(request, item)
  if (!answer) return request.answers ? 'Không trả lời.' : 'Chờ người nộp.'
  const remark = answer.remark ? ` “${answer.remark}”` : ''
  return `${answer.accepted ? 'Người nộp đã làm.' : 'Người nộp không đồng ý.'}${remark}`
}
