import {
  answerSupplement,
  askSupplementAgain,
  postNotice,
  proposeRefusal,
  receive,
  requestSupplement,
  type DeskAct,
  type Dossier,
} from '../../src/modules/dossiers/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { legalDay } from '../../src/platform/plain-date.ts'
import { fileBirth } from './desk-world.ts'
import type { Made } from './pages.ts'
import { foundlingAnswers } from './turn-pages.ts'
import type { World } from './world.ts'

type Officers = Readonly<Record<'hang' | 'yen', Ctx>>

let keys = 0
const act = ({ code, version }: Dossier): DeskAct => ({
  code,
  version,
  requestKey: `turn-${++keys}`,
})

/** One dossier at each of the turns that has pages of its own. */
export async function turnsMade(
  world: World,
  officers: Officers,
): Promise<Pick<Made, 'refusing' | 'asking' | 'foundling'>> {
  const { hang, yen } = officers
  const refused = await fileBirth(world, {
    'contact.phone': '0912799003',
    'child.name': { full: 'Nguyễn Thùy Linh' },
  })
  return {
    refusing: await proposeRefusal(yen, {
      ...act(await receive(hang, act(refused.dossier))),
      reason: 'Việc sinh đã được đăng ký.',
    }),
    asking: await askedAgain(world, officers),
    foundling: await postedNotice(world, officers),
  }
}

/** An abandoned child: the notice hangs, so nothing is proposed yet. */
async function postedNotice(world: World, { hang, yen }: Officers): Promise<Dossier> {
  const { dossier } = await fileBirth(world, foundlingAnswers)
  const received = await receive(hang, act(dossier))
  const given = { place: 'Trụ sở UBND phường', fromDay: legalDay(world.clock.now()) }
  return postNotice(yen, { ...act(received), ...given })
}

/** Answered once; an officer asks to request again what was to be seen the first time. */
async function askedAgain(world: World, { hang, yen }: Officers): Promise<Dossier> {
  const { dossier, owner } = await fileBirth(world, {
    'contact.phone': '0912799004',
    'child.name': { full: 'Nguyễn Văn Ước' },
  })
  const received = await receive(hang, act(dossier))
  const item = {
    kind: 'field',
    about: 'mother.birthYear',
    reason: 'Khác Giấy chứng sinh.',
  } as const
  const asked = await requestSupplement(yen, { ...act(received), items: [item] })
  const answered = await answerSupplement(owner, {
    dossierId: asked.id,
    requestKey: `turn-${++keys}`,
    answers: [],
    files: [],
    set: { 'mother.birthYear': 1992 },
  })
  return askSupplementAgain(yen, {
    ...act(answered),
    items: [{ ...item, about: 'child.sex' }],
    againBecause: 'Lần trước chưa mở Giấy chứng sinh.',
  })
}
