export { issueSlips } from './issue.ts'
export { listSlips, type Slip, type SlipKind } from './store.ts'
