import type { TypedDecision } from '../../modules/registry/index.ts'
import { useSay } from '../ui/lang.tsx'
import { TextLine } from './book-act.tsx'
import { textIn, type DeskRequest } from './desk-request.ts'

/** A decision as typed: the day as officers write it, `20/08/2016`. */
export type TypedDay = TypedDecision & { typedDay: string }

/** Reads number, day and who decided; a day that is none stays as typed and is refused later. */
export function readDecision(req: DeskRequest): TypedDay {
  const typedDay = textIn(req.body, 'qd-ngay')
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typedDay) ?? []
  const isOthers = textIn(req.body, 'qd-ai') === 'khac'
  return {
    no: textIn(req.body, 'qd-so'),
    day: year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    by: isOthers ? textIn(req.body, 'qd-co-quan') : '',
    typedDay,
  }
}

/** On which decision it rests: our own, or another agency's that has told us. */
export function DecisionInputs({ typed }: { typed: TypedDay }) {
  const t = useSay()
  return (
    <fieldset class="stack">
      <legend>{t('Quyết định', 'Decision')}</legend>
      <TextLine id="qd-so" label={t('Số quyết định', 'Number')} value={typed.no} />
      <TextLine
        id="qd-ngay"
        label={t('Ngày quyết định', 'Day')}
        hint={t('Ví dụ: 20/08/2016.', 'For example 20/08/2016.')}
        value={typed.typedDay}
      />
      <label class="pick">
        <input type="radio" name="qd-ai" value="phuong" checked={typed.by === ''} />{' '}
        {t('Cơ quan này quyết định', 'This agency decided')}
      </label>
      <label class="pick">
        <input type="radio" name="qd-ai" value="khac" checked={typed.by !== ''} />{' '}
        {t('Cơ quan khác quyết định', 'Another agency decided')}
      </label>
      <TextLine
        id="qd-co-quan"
        label={t('Tên cơ quan khác (nếu có)', 'Name of the other agency (if any)')}
        value={typed.by}
      />
    </fieldset>
  )
}
