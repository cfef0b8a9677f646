import { comeBy, type Lane } from '../../modules/interlink/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { useSay } from '../ui/lang.tsx'
import { Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { clockTime, moment, shortDay, weekdayName } from './moments.ts'

type Props = { facts: DossierFacts; lane: Lane; action: string }

/**
 * What only the citizen can give, a signature or an original: the ward tells them before which hour
 * to come. It answers the agency itself, afterwards.
 */
export function CitizenTaskForm({ facts, lane, action }: Props) {
  const t = useSay()
  const { view, queue, lang, now, world } = facts
  const by = comeBy(world, view.dossier.agencyId, now)
  const day = `${weekdayName(legalDay(by), lang)} ${shortDay(legalDay(by), legalDay(now))}`
  // What the ward prints and the family signs; else the first.
  const usual = view.definition.components.find(
    ({ submit, present }) => !submit && present === 'keep',
  )?.key
  const told = facts.tasks.filter(({ leg, endedAt }) => leg === lane.leg && endedAt === null)
  return (
    <section class="mt6" aria-labelledby="moi-nguoi-dan">
      <h2 id="moi-nguoi-dan">
        {t('Cần người dân ký hoặc mang giấy tờ', 'The citizen must sign or bring something')}
      </h2>
      {told.map((task) => (
        <p class="sm">
          {t('Đã mời lúc', 'Told at')} {moment(task.toldAt, now)}:{' '}
          {task.kind === 'sign' ? t('ký', 'sign') : t('mang', 'bring')}{' '}
          {componentName(facts, task.component)}, {t('trước', 'before')} {moment(task.by, now)}.
        </p>
      ))}
      <p class="mb4">
        {t(
          `Người dân nhận tin nhắn ngay, đến phường trước ${clockTime(by)} ${day}. Phường trả lời cơ quan sau khi họ đến.`,
          `They get a message at once and come before ${clockTime(by)} ${day}. The ward answers the agency afterwards.`,
        )}
      </p>
      <form method="post" action={dossierUrl(view.dossier.code, { tail: action, queue })}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="version" value={view.dossier.version} />
        <input type="hidden" name="key" value={`${facts.key}m`} />
        <div class="field">
          <label for="ai-den">{t('Ai đến', 'Who comes')}</label>
          <select class="in" id="ai-den" name="ai">
            <option value="chu-ho">{t('Chủ hộ', 'Head of the household')}</option>
            <option value="nguoi-nop">{t('Người nộp hồ sơ', 'Submitter')}</option>
          </select>
        </div>
        <div class="field">
          <label for="viec-lam">{t('Việc cần làm', 'What for')}</label>
          <select class="in" id="viec-lam" name="viec">
            <option value="ky">{t('Ký', 'To sign')}</option>
            <option value="mang">{t('Mang bản chính', 'To bring the original')}</option>
          </select>
        </div>
        <div class="field">
          <label for="giay-nao">{t('Giấy tờ', 'Paper')}</label>
          <select class="in in--full" id="giay-nao" name="giay">
            {view.definition.components.map(({ key, name }) => (
              <option value={key} selected={key === usual}>
                {say(name, lang)}
              </option>
            ))}
          </select>
        </div>
        <p>
          <button class="btn btn--2">{t('Nhắn người dân', 'Tell the citizen')}</button>
        </p>
      </form>
    </section>
  )
}

function componentName({ view, lang }: DossierFacts, key: string): string {
  const component = view.definition.components.find((known) => known.key === key)
  return component ? say(component.name, lang) : key
}
