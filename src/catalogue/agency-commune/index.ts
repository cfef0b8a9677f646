import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { answerInquiry } from './answer-inquiry.ts'
import { takeNotice } from './take-notice.ts'

/** What a commune does for another: answers about its old books, takes note of a registration. */
export const revisions: readonly ProcedureDefinition[] = [...answerInquiry, ...takeNotice]
