import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { issueChildCard } from './issue-child-card.ts'

/** What social insurance does for interlinked filings: the health card of a child under six. */
export const revisions: readonly ProcedureDefinition[] = issueChildCard
