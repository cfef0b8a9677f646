import type { DeskSpan } from '../../modules/agencies/index.ts'
import type { Lang } from '../words/index.ts'

const DAYS: Record<Lang, readonly string[]> = {
  vi: ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** "thứ Hai – thứ Sáu: 8:00–11:30, 13:30–16:30; thứ Bảy: 8:00–11:30". */
export function hoursInWords(spans: readonly DeskSpan[], lang: Lang): string {
  const runs: { from: number; to: number; hours: string }[] = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = spans
      .filter((span) => span.weekday === weekday)
      .map((span) => `${clock(span.from)}–${clock(span.to)}`)
      .join(', ')
    if (hours === '') continue
    const last = runs.at(-1)
    if (last !== undefined && last.hours === hours && last.to === weekday - 1) last.to = weekday
    else runs.push({ from: weekday, to: weekday, hours })
  }
  return runs.map((run) => `${daysOf(run, lang)}: ${run.hours}`).join('; ')
}

function daysOf({ from, to }: { from: number; to: number }, lang: Lang): string {
  const [first, last] = [DAYS[lang][from] ?? '', DAYS[lang][to] ?? '']
  return from === to ? first : `${first} – ${last}`
}

function clock(time: string): string {
  return time.replace(/^0/, '')
}
