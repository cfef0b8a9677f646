import {
  answersWithFiles,
  getOwnDraft,
  listOwnDraftFiles,
  type Draft,
  type DraftFile,
} from '../../modules/intake/index.ts'
import {
  journey,
  validatePage,
  type Answers,
  type FormWorld,
  type PageDefinition,
} from '../../modules/forms/index.ts'
import { forCounter, worldOf, type World } from '../../modules/dossiers/index.ts'
import { formWorldOf, type ProcedureDefinition } from '../../modules/procedures/index.ts'
import { legalDay, legalTime, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { paramOf, type Req } from './request.ts'

/** A draft as its pages need it. `answers` hold the ids of its files under their fields. */
export type OpenDraft = World & {
  /** The legal day of the request, and its time: `14:05`. */
  day: PlainDate
  time: string
  draft: Draft
  definition: ProcedureDefinition
  files: readonly DraftFile[]
  answers: Answers
  world: FormWorld
}

/**
 * The draft of the path, with the revision it was opened under. Refuses `not-found`,
 * `draft-already-filed` (the caller leads on to the dossier) and `draft-expired`.
 */
export async function openDraft(req: Req): Promise<OpenDraft> {
  const known = await worldOf(req.deps.db)
  const now = req.ctx.clock.now()
  const day = legalDay(now)
  const draft = await getOwnDraft(req.ctx, paramOf(req, 'draftId'))
  if (draft.sealedAt !== null) throw new Refusal('draft-already-filed', { draftId: draft.id })
  if (draft.expiresAt <= now) throw new Refusal('draft-expired')
  const published = known.procedures.revision(draft.procedureKey, draft.revision)
  if (published === undefined) throw new Refusal('procedure-unknown')
  const definition = draft.counterAgencyId === null ? published : forCounter(published)
  const files = await listOwnDraftFiles(req.ctx, draft.id)
  return {
    ...known,
    day,
    time: legalTime(now),
    draft,
    definition,
    files,
    answers: answersWithFiles(draft.answers, files),
    world: formWorldOf(known.city, day),
  }
}

export function draftPath(draftId: string, page = ''): string {
  return `/to-khai/${draftId}${page === '' ? '' : `/${page}`}`
}

/** At the counter nobody's phone is asked for; a citizen confirms theirs before the filing. */
export function needsPhone({ draft }: Pick<OpenDraft, 'draft'>): boolean {
  return draft.counterAgencyId === null && draft.phoneConfirmedAt === null
}

/** "Kiểm tra và nộp" ends the path of every form. */
export const CHECK_PAGE = 'kiem-tra'

/** Keys of the pages with something still to answer or to correct. */
export function openPages(open: Pick<OpenDraft, 'definition' | 'answers' | 'world'>): string[] {
  const { definition, answers, world } = open
  return journey(definition.form, answers)
    .filter(({ key }) => validatePage(definition.form, key, answers, world).length > 0)
    .map(({ key }) => key)
}

/** The page after this one on the journey these answers lead to. */
export function nextPage(
  open: Pick<OpenDraft, 'definition' | 'answers'>,
  page: PageDefinition,
): string {
  const pages = journey(open.definition.form, open.answers)
  const at = pages.findIndex(({ key }) => key === page.key)
  return pages[at + 1]?.key ?? CHECK_PAGE
}

/** The law changed since the draft was opened: it is filed under the revision in force today. */
export function isOutdated({ procedures, draft, day }: OpenDraft): boolean {
  const filedOn = draft.trulyFiledAt ? legalDay(draft.trulyFiledAt) : day
  const inForce = procedures.revisionOn(draft.procedureKey, filedOn)
  return inForce !== undefined && inForce.revision !== draft.revision
}
