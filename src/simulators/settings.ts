/** How a simulated partner behaves, as its control page sets it. Shares are percent, 0–100. */
export type Settings = {
  /** `working` answers; `down` closes every connection; `silent` takes messages and does nothing. */
  mode: 'working' | 'down' | 'silent'
  /** Before each HTTP answer. */
  delayMs: number
  /** From taking a leg to its result. */
  workMs: number
  supplementPercent: number
  refusePercent: number
  /** Sends its own messages twice. */
  duplicatePercent: number
  /** Sends a later message of a leg before an earlier one. */
  reorderPercent: number
  /** Answers 200 with something that is no acknowledgement. */
  garbagePercent: number
  /** What its clock is ahead, negative: behind. */
  clockOffsetSeconds: number
}

export const defaultSettings: Settings = {
  mode: 'working',
  delayMs: 0,
  workMs: 3000,
  supplementPercent: 0,
  refusePercent: 0,
  duplicatePercent: 0,
  reorderPercent: 0,
  garbagePercent: 0,
  clockOffsetSeconds: 0,
}

type NumberSetting = Exclude<keyof Settings, 'mode'>

/** The numbers of the control page, with their bounds. */
export const numberSettings: Readonly<
  Record<NumberSetting, { min: number; max: number; vi: string; en: string }>
> = {
  delayMs: { min: 0, max: 60_000, vi: 'Trả lời chậm (mili giây)', en: 'Slow answers (ms)' },
  workMs: {
    min: 0,
    max: 86_400_000,
    vi: 'Thời gian làm (mili giây)',
    en: 'Time to do the work (ms)',
  },
  supplementPercent: { min: 0, max: 100, vi: 'Yêu cầu bổ sung (%)', en: 'Asks for more (%)' },
  refusePercent: { min: 0, max: 100, vi: 'Từ chối (%)', en: 'Refuses (%)' },
  duplicatePercent: { min: 0, max: 100, vi: 'Gửi lặp (%)', en: 'Sends twice (%)' },
  reorderPercent: { min: 0, max: 100, vi: 'Gửi đảo thứ tự (%)', en: 'Sends out of order (%)' },
  garbagePercent: {
    min: 0,
    max: 100,
    vi: 'Trả lời vô nghĩa (%)',
    en: 'Answers with garbage (%)',
  },
  clockOffsetSeconds: {
    min: -31_536_000,
    max: 31_536_000,
    vi: 'Đồng hồ lệch (giây)',
    en: 'Clock off by (s)',
  },
}

export const modes: Readonly<Record<Settings['mode'], { vi: string; en: string }>> = {
  working: { vi: 'Hoạt động', en: 'Working' },
  down: { vi: 'Ngừng hoạt động', en: 'Down' },
  silent: { vi: 'Nhận mà không làm', en: 'Takes and does nothing' },
}

/** Reads some settings over the ones that hold; returns the names of those it cannot read. */
export function readSettings(
  given: Readonly<Record<string, unknown>>,
  before: Settings,
): { settings: Settings; wrong: readonly string[] } {
  const settings = { ...before }
  const wrong: string[] = []
  for (const [name, value] of Object.entries(given)) {
    if (name === 'mode' && isMode(value)) settings.mode = value
    else if (isNumberSetting(name) && isWithin(name, value)) settings[name] = Number(value)
    else wrong.push(name)
  }
  return { settings: wrong.length > 0 ? before : settings, wrong }
}

function isMode(value: unknown): value is Settings['mode'] {
  return typeof value === 'string' && Object.hasOwn(modes, value)
}

function isNumberSetting(name: string): name is NumberSetting {
  return Object.hasOwn(numberSettings, name)
}

function isWithin(name: NumberSetting, value: unknown): boolean {
  if (typeof value === 'string' ? !/^-?\d{1,9}$/.test(value) : !Number.isSafeInteger(value))
    return false
  const { min, max } = numberSettings[name]
  return Number(value) >= min && Number(value) <= max
}
