import { resultFactsOf } from '../../modules/dossiers/index.ts'
import type { ResultFactDefinition } from '../../modules/procedures/index.ts'
import { useSay } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import type { Typed } from './acts-pane.tsx'
import type { DossierFacts } from './dossier-facts.ts'

/** What an officer enters with a proposal. */
export function ProposeInputs({ facts, typed }: { facts: DossierFacts; typed: Typed }) {
  const t = useSay()
  const isUnusual =
    facts.view.alike.length > 0 || facts.view.marks.some(({ verdict }) => verdict === 'differs')
  return (
    <>
      {facts.view.definition.register?.givesNumber ? <NumberInput typed={typed} /> : null}
      {(facts.view.definition.result.facts ?? []).map((fact) => (
        <FactInput fact={fact} facts={facts} typed={typed} />
      ))}
      <Remark
        label={
          isUnusual
            ? t(
                'Ý kiến trình (cần ghi vì có chỗ khác thường)',
                'Remark of the proposal (needed: something is unusual)',
              )
            : t('Ý kiến trình (nếu có)', 'Remark of the proposal (if any)')
        }
        value={typed['remark'] ?? ''}
      />
    </>
  )
}

function NumberInput({ typed }: { typed: Typed }) {
  const t = useSay()
  return (
    <div>
      <label for="number">
        {t('Số định danh cá nhân đã cấp', 'Personal number issued')} <kbd aria-hidden="true">N</kbd>
      </label>
      <input
        class="in"
        id="number"
        name="number"
        inputMode="numeric"
        autocomplete="off"
        value={typed['number'] ?? ''}
        aria-describedby="number-hint"
        data-key="N"
      />
      <small class="muted" id="number-hint">
        {t(
          '12 chữ số; để trống nếu mất kết nối, giấy ghi “Chờ cấp số định danh”.',
          '12 digits; empty without a connection: the paper then says “Chờ cấp số định danh”.',
        )}
      </small>
    </div>
  )
}

/** Names of the inputs of `result.facts` begin with this. */
export const FACT_INPUT = 'fact-'

type FactProps = { fact: ResultFactDefinition; facts: DossierFacts; typed: Typed }

/** What this result says beside the declaration; what was entered before stands. */
function FactInput({ fact, facts, typed }: FactProps) {
  const { view, lang } = facts
  const id = `${FACT_INPUT}${fact.key}`
  const kept = resultFactsOf(view.definition, view.notes)[fact.key] ?? ''
  const optional = fact.optional ? ` (${lang === 'en' ? 'if any' : 'nếu có'})` : ''
  return (
    <div>
      <label for={id}>
        {say(fact.name, lang)}
        {optional}
      </label>
      <input
        class="in"
        id={id}
        name={id}
        autocomplete="off"
        maxLength={500}
        value={typed[id] ?? kept}
        aria-describedby={fact.hint ? `${id}-hint` : undefined}
      />
      {fact.hint ? (
        <small class="muted" id={`${id}-hint`}>
          {say(fact.hint, lang)}
        </small>
      ) : null}
    </div>
  )
}

export function Remark({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <label for="remark">
        {label} <kbd aria-hidden="true">G</kbd>
      </label>
      <textarea class="in in--area" id="remark" name="remark" rows={2} data-key="G">
        {value}
      </textarea>
    </div>
  )
}
