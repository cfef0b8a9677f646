import type { Dossier } from '../../src/modules/dossiers/index.ts'
import { askedByPolice, registeredWithLegs, stopEntry, tellHousehold } from './interlinked-world.ts'
import { both, one, type Visit } from './pages.ts'
import type { World } from './world.ts'

export type WithLegs = {
  /** Other agencies work; the police ask the ward, the household is to come and sign. */
  asked: Dossier
  /** A leg with a message that has stopped. */
  stopped: { agencyId: string; leg: string; messageId: string }
}

export async function legsMade(world: World): Promise<WithLegs> {
  const { dossier } = await registeredWithLegs(world, {
    'contact.phone': '0912799031',
    'child.name': { full: 'Nguyễn Bảo Châu' },
    'mother.name': { full: 'Lê Thị Cúc' },
    'mother.idNumber': '012345777',
    'notice.number': '7001',
  })
  const asked = await tellHousehold(world, await askedByPolice(world, dossier))
  return { asked, stopped: await stopEntry(world, asked) }
}

/** Lanes for the citizen and for anybody; what the ward answers; the exchange with its tabs. */
export function legPages({ asked, stopped }: WithLegs): Visit[] {
  const exchange = '/can-bo/lien-thong'
  const leg = `${exchange}/${stopped.agencyId}/${stopped.leg}`
  const answer = `/can-bo/ho-so/${asked.code}/lien-thong/thuong-tru`
  const tabs = ['', '?xem=dung', '?xem=tu-choi', '?xem=doi-tac', '?xem=dung&doi-tac=bo-tu-phap']
  return [
    ...both('citizen', '/ho-so/:dossierId', `/ho-so/${asked.id}`),
    ...both('anyone', '/tra-cuu', `/tra-cuu?ma=${asked.lookupNo}`),
    one('hang', '/can-bo/ho-so/:dossierId', `/can-bo/ho-so/${asked.code}`),
    one('hang', '/can-bo/ho-so', '/can-bo/ho-so?hang=asked'),
    ...(['hang', 'hangEnglish'] as const).flatMap((who) => [
      one(who, '/can-bo/ho-so/:dossierId/lien-thong/:legKey', answer),
      ...tabs.map((tab) => one(who, exchange, `${exchange}${tab}`)),
      one(who, `${exchange}/:agencyId/:leg`, leg),
    ]),
    one(
      'yen',
      `${exchange}/:agencyId/:leg/gui-lai/:messageId`,
      `${leg}/gui-lai/${stopped.messageId}`,
    ),
  ]
}
