import { langThuong } from '../../src/catalogue/testing.ts'
import type { Dossier } from '../../src/modules/dossiers/index.ts'
import type { Made, Visit, Visitor } from './pages.ts'

/** Found in the ward, with the minutes; nothing of its parents is declared. */
export const foundlingAnswers = {
  'contact.phone': '0912799001',
  'child.name': { full: 'Hồ Thị Phúc' },
  'child.origin': 'abandoned',
  'requester.relation': 'carer',
  'birth.place': langThuong,
  'minutes.place': langThuong,
  'file.minutes': ['01900000-0000-7000-8000-00000000aaaa'],
  'file.birthNotice': undefined,
  'file.marriage': undefined,
} as const

/** Pages of what can happen to a dossier on its way: refusals, second requests, absences, queues. */
export function turnPages(made: Made): Visit[] {
  const base = '/can-bo/ho-so/:dossierId'
  const at = (who: Visitor, of: Dossier, rest: string): Visit => {
    return { who, route: `${base}${rest}`, path: `/can-bo/ho-so/${of.code}${rest}` }
  }
  const one = (who: Visitor, route: string, path = route): Visit => ({ who, route, path })
  return [
    at('yen', made.processing, '/de-nghi-tu-choi'),
    at('vinh', made.refusing, ''),
    at('vinh', made.refusing, '/tu-choi-giai-quyet'),
    at('vinh', made.asking, '/bo-sung-lan-nua'),
    at('yen', made.asking, '/bo-sung'),
    at('yen', made.processing, '/xac-minh'),
    at('yen', made.foundling, '/niem-yet'),
    at('hang', made.declined, '/da-goi'),
    one('hang', '/can-bo/vang-mat'),
    one('vinh', '/can-bo/vang-mat'),
    one('hangEnglish', '/can-bo/vang-mat'),
    one('vinh', '/can-bo/ho-so', '/can-bo/ho-so?hang=attention'),
    one('hang', '/can-bo/ho-so', '/can-bo/ho-so?hang=unassigned'),
    one('hang', '/can-bo/ho-so', '/can-bo/ho-so?hang=toCall'),
  ]
}
