import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  completeStep,
  confirmPreview,
  fold,
  open,
  propose,
  receive,
  viewForStaff,
  type Dossier,
} from '../../modules/dossiers/index.ts'
import type { Answers } from '../../modules/forms/index.ts'
import {
  findEntry,
  findPaperOf,
  handOver,
  previewPaper,
  sign,
} from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import {
  langThuong,
  sampleAgain2016,
  sampleDeath2016,
  sampleInterlinked2016,
  sampleNotice2016,
} from '../testing-death.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

let phones = 912_800_000
/** A telephone and a deceased of one's own: a death is registered once. */
const phone = () => ({
  'contact.phone': `0${++phones}`,
  'deceased.idNumber': String(10_045_000 + (phones % 1000)).padStart(9, '0'),
})

/** Drives a filing to its signature; what is proposed is confirmed where there is a preview. */
async function signed(key: string, answers: Answers): Promise<Dossier> {
  const { core, by, act } = errand
  const { dossier, owner } = await core.filed(key, answers)
  let now = await receive(by('hang'), act(dossier))
  const view = await viewForStaff(by('yen'), now.code)
  if (view.definition.steps[0]?.kind === 'verify') now = await completeStep(by('yen'), act(now))
  now = await propose(by('yen'), { ...act(now), remark: 'Đã so với giấy tờ.' })
  if (now.state === 'previewing') now = await confirmed(owner, now)
  await open(by('vinh'), now)
  return sign(by('vinh'), act(now))
}

function confirmed(owner: Ctx, dossier: Dossier): Promise<Dossier> {
  return confirmPreview(owner, { dossierId: dossier.id, requestKey: `c-${newKey()}` })
}

async function ensureFolds(dossier: Dossier): Promise<void> {
  const { events } = await viewForStaff(errand.by('hang'), dossier.code)
  const { state, step, version } = dossier
  assert.deepEqual(fold(events), { state, step, version })
}

/** A register entry of the book of deaths, whose paper is the extract. */
async function entryOf(dossier: Dossier) {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = await findEntry(errand.core.system, at)
  assert.equal(entry?.book, 'death')
  const { paper, remarks } = entry.content
  // Written by `sign` from a death-extract.
  const { template, data } = paper as { template: string; data: { remark: string; number: string } }
  return { entry, template, data, remarks }
}

test('a death goes from the draft to the extract in the hand of the family', async () => {
  let dossier = await signed('death.register', sampleDeath2016(phone()))
  const { entry, template, data, remarks } = await entryOf(dossier)
  assert.equal(template, 'death-extract@1')
  assert.equal(data.number, `${entry.no}/TLKT`)
  assert.deepEqual([data.remark, remarks], ['', []])
  dossier = await handOver(errand.by('hang'), await errand.collecting(dossier, 3))
  assert.equal(dossier.state, 'handed_over')
  await ensureFolds(dossier)
})

test('a death declared on day 16 is marked late in the book and not on the extract', async () => {
  const late = { 'death.date': '2016-07-27', 'notice.day': '2016-07-27' }
  const dossier = await signed('death.register', sampleDeath2016({ ...phone(), ...late }))
  const { data, remarks } = await entryOf(dossier)
  assert.deepEqual(remarks, ['Đăng ký quá hạn'])
  assert.equal(data.remark, '')
})

test('a death is verified, registered again in the same book, and says so', async () => {
  let dossier = await signed('death.re_register', sampleAgain2016(phone()))
  const { template, data } = await entryOf(dossier)
  assert.deepEqual([template, data.remark], ['death-extract@1', 'Đăng ký lại'])
  dossier = await handOver(errand.by('hang'), await errand.collecting(dossier, 4))
  assert.equal(dossier.state, 'handed_over')
  await ensureFolds(dossier)
})

test('a death with deletion of residence is signed while the police have yet to work', async () => {
  const dossier = await signed('death.interlinked', sampleInterlinked2016(phone()))
  const { template } = await entryOf(dossier)
  assert.equal(template, 'death-extract@1')
  // The clock of the filing ends when the police have.
  assert.equal(dossier.endedAt, null)
  await ensureFolds(dossier)
})

test('a death that the law refuses is not filed', async () => {
  const stillborn = sampleDeath2016({ ...phone(), 'deceased.kind': 'stillborn' })
  await assert.rejects(errand.core.filed('death.register', stillborn), refuses('law-refuses'))
})

/** A death at home that cites a notice of the ward. */
const atHome = (number: string, change: Parameters<typeof sampleDeath2016>[0] = {}) =>
  sampleDeath2016({
    ...phone(),
    'death.circumstance': 'home',
    'death.facility': undefined,
    'notice.issuer': undefined,
    'notice.commune': langThuong,
    'notice.number': number,
    'notice.day': '2016-08-12',
    ...change,
  })

test('before the ward numbers its notices here, any number is filed and compared by eye', async () => {
  const { dossier } = await errand.core.filed('death.register', atHome('99/2016'))
  assert.equal(dossier.state, 'filed')
})

test('a death at home begins with the notice of the ward, numbered without a register', async () => {
  const { core, by, act } = errand
  let dossier = await signed('death_notice.issue', sampleNotice2016(phone()))
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  assert.equal(await findEntry(core.system, at), undefined)
  const paper = await findPaperOf(core.database.db, at, 'deathNotice')
  assert.deepEqual([paper?.no, paper?.year], [1, 2016])
  const view = await viewForStaff(by('hang'), dossier.code)
  const { template } = await previewPaper(by('hang'), view)
  assert.equal(template, 'death-notice@1')
  const collector = 'Người yêu cầu.'
  const compared = ['giay-to-tuy-than']
  dossier = await handOver(by('hang'), { ...act(dossier), compared, collector })
  assert.equal(dossier.state, 'handed_over')
  await ensureFolds(dossier)
})

test('notices are numbered one after another', async () => {
  const dossier = await signed('death_notice.issue', sampleNotice2016(phone()))
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  assert.equal((await findPaperOf(errand.core.database.db, at, 'deathNotice'))?.no, 2)
})

const cited: [what: string, answers: () => Answers, isKnown: boolean][] = [
  ['the first notice', () => atHome('1/2016'), true],
  ['the first notice, written with zeros', () => atHome('01/2016'), true],
  ['a number the ward never gave', () => atHome('3/2016'), false],
  ['a number of another year', () => atHome('1/2015'), false],
  ['words in place of a number', () => atHome('số một'), false],
  [
    'the notice of somebody else',
    () => atHome('1/2016', { 'deceased.name': { full: 'Đặng Thị Lụa' } }),
    false,
  ],
  [
    'a notice of the day before the ward numbered them here',
    () => atHome('77/2016', { 'notice.day': '2016-08-11' }),
    true,
  ],
  [
    'a notice of another province',
    () =>
      atHome('3/2016', {
        'notice.commune': { scope: 'elsewhere', place: 'xã Đại Đồng, tỉnh Bắc Ninh', line: '' },
      }),
    true,
  ],
]

for (const [what, answers, isKnown] of cited)
  test(`a death that cites ${what} is ${isKnown ? 'filed' : 'refused, and nothing kept'}`, async () => {
    const filing = errand.core.filed('death.register', answers())
    if (!isKnown) return assert.rejects(filing, refuses('cited-paper-unknown'))
    assert.equal((await filing).dossier.state, 'filed')
  })
