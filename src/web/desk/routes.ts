import type { Route } from '../http/route.ts'
import { absenceRoutes } from './absences.tsx'
import { actRoutes } from './acts.ts'
import { blankRoutes } from './blanks.tsx'
import { amendmentRoutes } from './amendments.tsx'
import { bookAnnulRoutes } from './book-annul.tsx'
import { bookCopyRoutes } from './book-copies.tsx'
import { bookCorrectRoutes } from './book-correct.tsx'
import { bookCheckRoutes } from './book-check.tsx'
import { bookCloseRoutes } from './book-close.tsx'
import { bookSheetRoutes } from './book-sheet.tsx'
import { bookRoutes } from './book.tsx'
import { compareDossierRoutes } from './compare-dossiers.tsx'
import { compareFieldRoutes } from './compare-field.tsx'
import { comparePersonRoutes } from './compare-person.tsx'
import { counterRoutes } from './counter.tsx'
import { dossierRegisterRoutes } from './dossier-register.tsx'
import { exchangeRoutes } from './exchange.tsx'
import { fileRoutes } from './files.ts'
import { handOverRoutes } from './hand-over.tsx'
import { helpRoutes } from './help.tsx'
import { inquiryRoutes } from './inquiries.tsx'
import { languageRoutes } from './language.ts'
import { legAnswerRoutes } from './leg-answer.tsx'
import { moveDueRoutes } from './move-due.tsx'
import { noticeRoutes } from './notice.tsx'
import { peopleRoutes } from './people.tsx'
import { reasonRoutes } from './reason-page.tsx'
import { secondRequestRoutes } from './second-request.tsx'
import { paperBookRoutes } from './paper-books.tsx'
import { paperCopyRoutes } from './paper-copies.tsx'
import { paperEntryRoutes } from './paper-entry.tsx'
import { replaceRoutes } from './replace-page.tsx'
import { slipRoutes } from './slips.tsx'
import { supplementRoutes } from './supplement.tsx'
import { worklistRoutes } from './worklist.tsx'

/** The officers' pages, besides sign-in. */
export const deskRoutes: readonly Route[] = [
  ...worklistRoutes,
  ...counterRoutes,
  ...actRoutes,
  ...compareFieldRoutes,
  ...compareDossierRoutes,
  ...comparePersonRoutes,
  ...supplementRoutes,
  ...secondRequestRoutes,
  ...inquiryRoutes,
  ...noticeRoutes,
  ...reasonRoutes,
  ...moveDueRoutes,
  ...slipRoutes,
  ...exchangeRoutes,
  ...fileRoutes,
  ...handOverRoutes,
  ...blankRoutes,
  ...replaceRoutes,
  ...bookRoutes,
  ...bookSheetRoutes,
  ...bookCheckRoutes,
  ...bookCloseRoutes,
  ...bookCopyRoutes,
  ...bookCorrectRoutes,
  ...bookAnnulRoutes,
  ...amendmentRoutes,
  ...paperBookRoutes,
  ...paperEntryRoutes,
  ...paperCopyRoutes,
  ...dossierRegisterRoutes,
  ...peopleRoutes,
  ...absenceRoutes,
  ...helpRoutes,
  ...languageRoutes,
  ...legAnswerRoutes,
]
