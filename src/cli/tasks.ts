import type { Ctx } from '../platform/ctx.ts'
import { isOver, purgeJobs, type Tasks } from '../platform/jobs.ts'
import { sweepSignIns } from '../modules/accounts/index.ts'
import { expireDrafts } from '../modules/intake/index.ts'
import { listen, planReminders, runDueActions, type Location } from '../modules/dossiers/index.ts'
import {
  handOverToLead,
  joinInterlink,
  sweepExchange,
  type Courier,
  type ToHandOver,
  type WaitingFor,
} from '../modules/interlink/index.ts'
import { notify, notifyCitizen, type Notify } from '../modules/notifications/index.ts'
import {
  checkCitedPaper,
  claimSubject,
  issueCertificate,
  issueExtract,
  lapseUncollected,
  noteNumber,
  type ExtractKey,
} from '../modules/registry/index.ts'
import { issueSlips, keepSlip, type SlipKey } from '../modules/slips/index.ts'
import type { AppDeps } from '../web/http/deps.ts'

/** Modules that listen to a dossier's events, in the order in which they are told. */
export function listenToEvents(deps: Pick<AppDeps, 'files' | 'clock'>): void {
  listen('cited-papers', checkCitedPaper)
  listen('registry', claimSubject)
  listen('personal-numbers', noteNumber)
  listen('reminders', planReminders)
  listen('slips', issueSlips)
  listen('notifications', notifyCitizen)
  joinInterlink(deps)
}

/** Every task of the job queue by name; each is safe to repeat. */
export function makeTasks(deps: AppDeps, courier: Courier): Tasks {
  const ctx = (task: string): Ctx => ({
    db: deps.db,
    clock: deps.clock,
    log: deps.log,
    actor: { kind: 'system', task },
  })
  // Payloads are written by our own verbs; their shapes are those of the types named here.
  return {
    notify: async (payload) => {
      if (isOver(payload, deps.clock.now())) return
      await notify(ctx('notify'), deps.db, payload as Notify)
    },
    'purge-jobs': {
      cron: '*/10 * * * *',
      run: async () => {
        const purged = await purgeJobs(deps.db, deps.clock.now())
        if (purged > 0) deps.log.info({ purged }, 'jobs whose time ran out')
      },
    },
    'issue-certificate': async (payload) =>
      issueCertificate(ctx('issue-certificate'), deps, payload as Location),
    'deliver-messages': async (payload) => courier.wake((payload as WaitingFor).party),
    'hand-over-to-lead': async (payload) =>
      handOverToLead(ctx('hand-over-to-lead'), payload as ToHandOver),
    'deliver-due': { cron: '* * * * *', run: () => courier.wakeAll() },
    'issue-extract': async (payload) =>
      issueExtract(ctx('issue-extract'), deps, payload as ExtractKey),
    'keep-slip': async (payload) => keepSlip(ctx('keep-slip'), deps, payload as SlipKey),
    'due-actions': {
      cron: '*/10 * * * *',
      run: async () => {
        const done = await runDueActions(ctx('due-actions'))
        if (done > 0) deps.log.info({ done }, 'due actions')
      },
    },
    housekeeping: {
      cron: '7 * * * *',
      run: async () => {
        const { warned, removed } = await expireDrafts(ctx('housekeeping'))
        const lapsed = await lapseUncollected(ctx('housekeeping'))
        const swept = await sweepSignIns(ctx('housekeeping'))
        const forgotten = await sweepExchange(ctx('housekeeping'))
        deps.log.info({ warned, removed, lapsed, swept, forgotten }, 'housekeeping')
      },
    },
  }
}
