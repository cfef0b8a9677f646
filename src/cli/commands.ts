import { agencyCommand } from './agency.ts'
import { benchCommand } from './bench.ts'
import { booksCommand } from './books.ts'
import type { Command } from './command.ts'
import { interlinkCommand } from './interlink.ts'
import { migrateCommand } from './migrate.ts'
import { partnerCheckCommand } from './partner-check.ts'
import { procedureCommand } from './procedure.ts'
import { reconcileCommand } from './reconcile.ts'
import { simulateCommand } from './simulate.ts'
import { staffCommand } from './staff.ts'
import { startCommand } from './start.ts'
import { unitsCommand } from './units.ts'
import { verifyCommand } from './verify.ts'

/** Every command of `motcua`, one file each. */
export const commands: readonly Command[] = [
  startCommand,
  migrateCommand,
  unitsCommand,
  agencyCommand,
  staffCommand,
  procedureCommand,
  booksCommand,
  verifyCommand,
  interlinkCommand,
  reconcileCommand,
  partnerCheckCommand,
  simulateCommand,
  benchCommand,
]
