import type { ExplainWords } from './explain.ts'

export const explainVi: ExplainWords = {
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  skipped: (day, why) => `${day} bỏ qua: ${why}.`,
  holiday: ({ kind, name }) => {
    if (kind === 'swap-off') return 'nghỉ hoán đổi'
    if (kind === 'substitute') return lowerFirst(name ?? 'nghỉ bù')
    return name === undefined ? 'ngày nghỉ' : `nghỉ ${name}`
  },
  undecided: 'dự kiến',
  waits: {
    supplement: 'chờ người nộp bổ sung giấy tờ',
    preview: 'chờ người nộp xác nhận bản xem trước',
    payment: 'chờ người nộp nộp phí, lệ phí',
    consultation: 'chờ ý kiến cơ quan khác',
    verification: 'hỏi xác minh nơi khác',
    notice: 'niêm yết thông báo đủ ngày',
  },
  other: {
    'after-cutoff': ({ day, time }) =>
      `${day} nhận sau ${time} hoặc sau giờ tiếp nhận: chuyển sang ngày làm việc tiếp theo.`,
    'outside-hours': ({ day, weekday }) =>
      `${day} nhận ngoài giờ làm việc (${weekday}): tính từ giờ làm việc tiếp theo.`,
    'moved-to-working-day': ({ day }) =>
      `Ngày cuối là ngày nghỉ: hạn trả chuyển sang ngày làm việc tiếp theo, ${day}.`,
    'moved-to-desk-hours': ({ day }) => `Hạn trả lấy vào giờ tiếp nhận của phường, ${day}.`,
    paused: ({ day, why }) => `Từ ${day} tạm dừng tính thời gian: ${why}.`,
    pausedUntil: ({ day, until, why }) => `${day}–${until} tạm dừng tính thời gian: ${why}.`,
    'pause-too-late': ({ day }) => `${day} tạm dừng khi đã hết hạn: hạn trả không đổi.`,
    restarted: ({ day }) => `${day} nhận đủ giấy tờ bổ sung: thời hạn tính lại từ đầu.`,
    continued: ({ day }) =>
      `${day} nhận giấy tờ bổ sung: thời hạn tính tiếp, những ngày đã dùng vẫn tính.`,
    extended: ({ day, why }) => `Hạn trả thêm thời gian ${why}: đến ${day}.`,
    moved: ({ day, why }) => `Hẹn lại ngày trả ${day}: ${why}.`,
    'swap-work': ({ day, weekday }) => `${day} có tính: ${weekday}, làm bù.`,
    'calendar-provisional': ({ year }) =>
      `Chưa có lịch nghỉ năm ${year}: mới trừ thứ Bảy, Chủ nhật.`,
  },
}

export const explainEn: ExplainWords = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  skipped: (day, why) => `${day} skipped: ${why}.`,
  holiday: ({ kind, code, name }) => {
    if (kind === 'swap-off') return 'day off swapped with a Saturday'
    const english = holidayNames[(code ?? '').replace(/_SUB$/, '')] ?? name ?? 'day off'
    return kind === 'substitute' ? `substitute for ${english}` : english
  },
  undecided: 'expected',
  waits: {
    supplement: 'waiting for papers from the applicant',
    preview: 'waiting for the applicant to confirm the preview',
    payment: 'waiting for the fee',
    consultation: 'waiting for another agency',
    verification: 'an inquiry to another place',
    notice: 'the public notice',
  },
  other: {
    'after-cutoff': ({ day, time }) =>
      `${day} received after ${time} or after the desk closed: goes to the next working day.`,
    'outside-hours': ({ day, weekday }) =>
      `${day} received outside working hours (${weekday}): counts from the next working hour.`,
    'moved-to-working-day': ({ day }) =>
      `The last day is a day off: due on the next working day, ${day}.`,
    'moved-to-desk-hours': ({ day }) => `Due while the desk is open, ${day}.`,
    paused: ({ day, why }) => `Clock stopped from ${day}: ${why}.`,
    pausedUntil: ({ day, until, why }) => `${day}–${until} clock stopped: ${why}.`,
    'pause-too-late': ({ day }) => `${day} stopped after the time had run out: nothing changes.`,
    restarted: ({ day }) => `${day} papers complete: the time limit starts again from zero.`,
    continued: ({ day }) => `${day} papers complete: the time limit goes on, days used count.`,
    extended: ({ day, why }) => `Due date extended to ${day} for ${why}.`,
    moved: ({ day, why }) => `Due date moved to ${day}: ${why}.`,
    'swap-work': ({ day, weekday }) => `${day} counts: ${weekday} worked in place of a day off.`,
    'calendar-provisional': ({ year }) =>
      `No holiday table for ${year} yet: only weekends are left out.`,
  },
}

const holidayNames: Readonly<Record<string, string>> = {
  NEW_YEAR: 'New Year',
  TET: 'Lunar New Year',
  HUNG_KINGS: 'Hùng Kings’ Day',
  REUNIFICATION: 'Reunification Day',
  LABOUR: 'Labour Day',
  NATIONAL: 'National Day',
  NATIONAL_2: 'National Day (second day)',
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
