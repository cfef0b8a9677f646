export {
  addWorkingDays,
  calendarFor,
  calendarFromRows,
  dayReason,
  deskClose,
  isKnownYear,
  isWorkingDay,
  receptionOf,
  windowsOf,
  type Calendar,
  type Holiday,
  type OfficeHours,
  type Window,
} from './calendar.ts'
export {
  dueAfter,
  dueFor,
  moveDueDate,
  receiveBy,
  type Due,
  type DueAfter,
  type Extension,
  type History,
  type Moved,
  type Pause,
  type PauseWhy,
} from './due.ts'
export { explain, type ExplainWords } from './explain.ts'
export { explainEn, explainVi } from './explain-words.ts'
export type { Limit } from './limit.ts'
export { reasonKinds, type Reason, type ReasonKind } from './reason.ts'
export { readCalendarTables, seedCalendar } from './seed.ts'
export {
  cancelHoliday,
  cancelOfficeHours,
  loadCalendar,
  saveHoliday,
  saveOfficeHours,
} from './store.ts'
export { timeliness, workingDaysLeft, type Timeliness } from './timeliness.ts'
export {
  isDeskMoment,
  isWorkingMoment,
  nextDeskMoment,
  workingMinutesBetween,
} from './working-time.ts'
