import type { DossierView, World } from '../dossiers/index.ts'
import type { AmendmentExtractData } from '../papers/index.ts'
import type { Amendment } from './amendment-store.ts'
import { entryPaper } from './entry-paper.ts'
import type { ExtractHead } from './make-extract.ts'
import { decisionText } from './margin-notes.ts'
import type { ResultFacts, ResultPaper } from './results.ts'
import type { EntryWithAct } from './store.ts'

type Given = {
  /** As it stood before. */
  entry: EntryWithAct
  amendment: Amendment
  head: ExtractHead
  signer: ResultFacts['signer']
}

/** Trích lục cải chính: who, where registered, what changed and on what it rests. */
export function amendmentPaper(
  world: World,
  view: DossierView,
  { entry, amendment, head, signer }: Given,
): ResultPaper {
  const { fields, decision } = amendment.facts
  const { subject, event, registered } = ofPaper(entryPaper(world, view, { entry, as: 'copy' }))
  return {
    template: 'amendment-extract@1',
    data: {
      ...head,
      signer,
      subject,
      event,
      registered,
      amended: fields.map(({ label, before, after }) => ({ label, before, after })),
      decision: decision ? decisionText(decision) : '',
      reason: amendment.reason,
      verification: null,
    },
  }
}

type OfPaper = Pick<AmendmentExtractData, 'subject' | 'event' | 'registered'>

function ofPaper(paper: ResultPaper): OfPaper {
  switch (paper.template) {
    case 'birth-certificate@1':
    case 'birth-certificate@2': {
      const { child, registeredAt, number, registeredOn } = paper.data
      const { fullName, birthDate, sex, personalNumber } = child
      return {
        subject: { fullName, birthDate, sex, personalNumber },
        event: 'khai sinh',
        registered: { at: registeredAt, number, on: registeredOn },
      }
    }
    case 'death-extract@1':
    case 'death-extract@2': {
      const { deceased, registered } = paper.data
      const { fullName, birthDate, sex, identityPaper } = deceased
      const subject = { fullName, birthDate, sex, personalNumber: identityPaper }
      return { subject, event: 'khai tử', registered }
    }
    default:
      throw new Error(`no correction of ${paper.template}`)
  }
}
