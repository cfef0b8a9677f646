import type { LegState } from '../modules/interlink/index.ts'
import type { PartnerLeg } from './partner.ts'
import type { PartnerKind } from './services.ts'
import { modes, numberSettings, type Settings } from './settings.ts'

const titles: Readonly<Record<PartnerKind, { vi: string; en: string }>> = {
  police: { vi: 'Công an (mô phỏng)', en: 'Police (simulated)' },
  insurance: { vi: 'Bảo hiểm xã hội (mô phỏng)', en: 'Social insurance (simulated)' },
  justice: { vi: 'Hộ tịch Bộ Tư pháp (mô phỏng)', en: 'Ministry of Justice (simulated)' },
}

const stateWords: Readonly<Record<LegState, string>> = {
  notSent: 'vừa nhận',
  sent: 'vừa nhận',
  received: 'đã nhận',
  supplementRequested: 'đang hỏi phường',
  processing: 'đang làm',
  cancelling: 'đang hủy',
  done: 'xong',
  refused: 'từ chối',
  cancelled: 'đã hủy',
}

/** How many legs the page shows, newest first. */
const LEGS_MAX = 50

export type ControlFacts = {
  kind: PartnerKind
  settings: Settings
  legs: readonly PartnerLeg[]
  wrong: readonly string[]
}

/** The page that makes a simulated partner slow, down, forgetful or rude. No names of people. */
export function controlPage({ kind, settings, legs, wrong }: ControlFacts): string {
  const { vi, en } = titles[kind]
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${vi}</title></head><body>
<main>
<h1>${vi}</h1>
<p lang="en">${en}</p>
<p><strong>Đây là chương trình mô phỏng, không phải cơ quan thật.</strong> Chương trình chỉ nói
chuyện với Một Cửa bằng giao thức công khai. <span lang="en">A simulator, not a real agency.</span></p>
${wrong.length > 0 ? `<p role="alert">Không đọc được: ${wrong.map(escape).join(', ')}.</p>` : ''}
<form method="post" action="/">
<fieldset><legend>Trạng thái / State</legend>
${Object.entries(modes)
  .map(([mode, text]) => radio(mode, text, settings.mode === mode))
  .join('\n')}
</fieldset>
${Object.entries(numberSettings)
  .map(([name, { vi: label, en: english, min, max }]) =>
    numberField({ name, label: `${label} / ${english}`, min, max, value: valueOf(settings, name) }),
  )
  .join('\n')}
<p><button>Áp dụng / Apply</button></p>
</form>
<h2>Hồ sơ gần đây / Recent legs</h2>
${legs.length === 0 ? '<p>Chưa có hồ sơ nào được chuyển đến.</p>' : legTable(legs)}
</main></body></html>`
}

function radio(mode: string, text: { vi: string; en: string }, isOn: boolean): string {
  const id = `mode-${mode}`
  const checked = isOn ? ' checked' : ''
  return `<p><input type="radio" name="mode" id="${id}" value="${mode}"${checked}>
<label for="${id}">${text.vi} / ${text.en}</label></p>`
}

type NumberField = { name: string; label: string; min: number; max: number; value: number }

function numberField({ name, label, min, max, value }: NumberField): string {
  return `<p><label for="${name}">${label}</label><br>
<input type="number" id="${name}" name="${name}" min="${min}" max="${max}" value="${value}"></p>`
}

function valueOf(settings: Settings, name: string): number {
  // The names are those of the number settings, whose values are numbers.
  return settings[name as keyof typeof numberSettings]
}

function legTable(legs: readonly PartnerLeg[]): string {
  const rows = legs.slice(-LEGS_MAX).toReversed().map(legRow).join('\n')
  return `<table><thead><tr><th scope="col">Mã của cơ quan này</th><th scope="col">Hồ sơ của phường</th>
<th scope="col">Việc</th><th scope="col">Trạng thái</th><th scope="col">Chờ gửi</th></tr></thead>
<tbody>${rows}</tbody></table>`
}

function legRow(leg: PartnerLeg): string {
  const waiting = leg.outbox.map(
    ({ message, refused }) => message.type + (refused ? ` (${refused})` : ''),
  )
  const cells = [
    leg.code,
    leg.leadCode,
    leg.opened.service,
    stateWords[leg.state],
    waiting.join(', '),
  ]
  return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What came from another system is shown as text, whatever it holds. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
}
