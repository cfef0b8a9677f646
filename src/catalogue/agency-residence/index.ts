import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { deleteDeceased } from './delete-deceased.ts'
import { registerChild } from './register-child.ts'

/** What the police do for interlinked filings: a child's residence, a deceased's struck out. */
export const revisions: readonly ProcedureDefinition[] = [...registerChild, ...deleteDeceased]
