import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  askVerification,
  completeStep,
  confirmPreview,
  fold,
  open,
  propose,
  receive,
  viewForStaff,
  type Dossier,
} from '../modules/dossiers/index.ts'
import { setStage } from '../modules/agencies/index.ts'
import type { Answers } from '../modules/forms/index.ts'
import {
  findEntry,
  handOver,
  originalsToCompare,
  register,
  registerLegsPort,
  sign,
  type HandOver,
} from '../modules/registry/index.ts'
import { plainDate } from '../platform/plain-date.ts'
import { newKey, openErrand, refuses, type Errand } from '../testing/errand.ts'
import {
  sampleAgain2016,
  sampleBhytOnly2016,
  sampleInterlinked2016,
  sampleWithPapers2016,
} from './testing-births.ts'

let errand: Errand
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

let phones = 912_700_000
const phone = () => ({ 'contact.phone': `0${++phones}` })

/** Another child each time: a birth notice is for one birth. */
const newborn = () => ({
  ...phone(),
  'notice.number': String(phones),
  'mother.idNumber': String(phones).padStart(9, '0'),
})

/** Drives a filing to its signature, as far as the ward goes. */
async function signed(key: string, answers: Answers): Promise<Dossier> {
  const { core, by, act } = errand
  const { dossier, owner } = await core.filed(key, answers)
  let now = await receive(by('hang'), act(dossier))
  const { definition } = await viewForStaff(by('yen'), now.code)
  for (const { kind } of definition.steps)
    if (kind === 'verify')
      now = await completeStep(by('yen'), { ...act(now), remark: 'Không còn.' })
  now = await propose(by('yen'), { ...act(now), remark: 'Đã so với giấy tờ.' })
  assert.equal(now.state, 'previewing')
  now = await confirmPreview(owner, { dossierId: now.id, requestKey: `c-${newKey()}` })
  await open(by('vinh'), now)
  return sign(by('vinh'), act(now))
}

/** All originals compared, the book signed at a page of its own. */
async function collecting(dossier: Dossier, paperPage: number): Promise<HandOver> {
  const { definition, declarations } = await viewForStaff(errand.by('hang'), dossier.code)
  const compared = originalsToCompare(definition, declarations[0]!.answers).map(({ key }) => key)
  return {
    ...errand.act(dossier),
    compared,
    paperBook: '01/2016',
    paperPage,
    collector: 'Người yêu cầu, Chứng minh nhân dân.',
  }
}

async function ensureFolds(dossier: Dossier): Promise<void> {
  const { events } = await viewForStaff(errand.by('hang'), dossier.code)
  const { state, step, version } = dossier
  assert.deepEqual(fold(events), { state, step, version })
}

async function entryOf(dossier: Dossier) {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = await findEntry(errand.core.system, at)
  assert.equal(entry?.book, 'birth')
  // Written by `sign` from a birth certificate.
  const paper = entry.content.paper as { template: string; data: { remark: string } }
  return { template: paper.template, remark: paper.data.remark, remarks: entry.content.remarks }
}

test('a lost birth is verified, registered again in the book of births, and says so', async () => {
  let dossier = await signed('birth.re_register', sampleAgain2016(phone()))
  assert.deepEqual(await entryOf(dossier), {
    template: 'birth-certificate@1',
    remark: 'Đăng ký lại',
    remarks: ['Đăng ký lại'],
  })
  dossier = await handOver(errand.by('hang'), await collecting(dossier, 3))
  assert.equal(dossier.state, 'handed_over')
  await ensureFolds(dossier)
})

test('it has five working days from receipt, the weekend not counted', async () => {
  const { dossier } = await errand.core.filed('birth.re_register', sampleAgain2016(phone()))
  const received = await receive(errand.by('hang'), errand.act(dossier))
  assert.equal(received.step, 'xac-minh')
  // Received on Friday, 12/08/2016; the fifth working day after is Friday, 19/08.
  assert.equal(received.dueAt?.toISOString().slice(0, 10), '2016-08-19')
})

test('the commune that registered it is asked: five days to answer, three more to finish', async () => {
  const { core, by, act } = errand
  const { dossier } = await core.filed('birth.re_register', sampleAgain2016(phone()))
  const received = await receive(by('hang'), act(dossier))
  const asked = await askVerification(by('yen'), {
    ...act(received),
    agencyId: 'ubnd-00505-2008',
    question: 'Sổ đăng ký khai sinh năm 1968 còn lưu tại xã không?',
  })
  const { inquiries } = await viewForStaff(by('yen'), asked.code)
  assert.equal(inquiries[0]?.place, 'UBND xã Cổ Loa')
  assert.equal(inquiries[0]?.answerBy.toISOString().slice(0, 10), '2016-08-19')
  assert.equal(asked.dueAt?.toISOString().slice(0, 10), '2016-08-24')
  await assert.rejects(completeStep(by('yen'), act(asked)), refuses('inquiry-waiting'))
})

test('a person who has papers is registered by them, late in the book, not on the paper', async () => {
  let dossier = await signed('birth.register_with_papers', sampleWithPapers2016(phone()))
  assert.deepEqual(await entryOf(dossier), {
    template: 'birth-certificate@1',
    remark: '',
    remarks: ['Đăng ký quá hạn'],
  })
  dossier = await handOver(errand.by('hang'), await collecting(dossier, 4))
  assert.equal(dossier.state, 'handed_over')
  await ensureFolds(dossier)
})

test('a birth with residence and card is registered first, the rest handed over together', async () => {
  const hang = errand.by('hang')
  let dossier = await signed('birth.interlinked', sampleInterlinked2016(newborn()))
  await assert.rejects(handOver(hang, await collecting(dossier, 5)), refuses('legs-still-open'))
  dossier = await register(hang, await collecting(dossier, 5))
  assert.equal(dossier.state, 'interlinking')
  assert.equal(dossier.endedAt, null, 'the clock of the filing ends when the partners have')
  await ensureFolds(dossier)
  // As when the police and social insurance have returned theirs.
  registerLegsPort(async () => false)
  const given = { ...errand.act(dossier), compared: [], collector: 'Mẹ của trẻ.' }
  dossier = await handOver(hang, given)
  assert.equal(dossier.state, 'handed_over')
  await ensureFolds(dossier)
})

test('the household book, HK02 and TK1-TS are kept with the file, and must have been seen', async () => {
  const dossier = await signed('birth.interlinked', sampleInterlinked2016(newborn()))
  const given = await collecting(dossier, 6)
  const without = given.compared.filter((key) => key !== 'so-ho-khau')
  await assert.rejects(
    register(errand.by('hang'), { ...given, compared: without }),
    refuses('originals-not-compared'),
  )
  for (const key of ['so-ho-khau', 'phieu-hk02', 'to-khai-tk1-ts'])
    assert.ok(given.compared.includes(key), key)
})

test('a birth that the law refuses is not filed', async () => {
  const { core } = errand
  const refused: [string, Answers][] = [
    ['birth.re_register', sampleAgain2016({ ...phone(), 'previous.date': '2016-01-01' })],
    ['birth.register_with_papers', sampleWithPapers2016({ ...phone(), 'birth.registered': true })],
    ['birth.interlinked', sampleInterlinked2016({ ...newborn(), 'child.birthDate': '2010-08-12' })],
  ]
  for (const [key, answers] of refused)
    await assert.rejects(core.filed(key, answers), refuses('law-refuses'))
})

test('without residence it is filed nowhere until a ward takes it up, then to the hand-over', async () => {
  const { core } = errand
  const key = 'birth.interlinked_bhyt_only'
  await assert.rejects(core.filed(key, sampleBhytOnly2016(newborn())), refuses('agency-not-online'))
  await setStage(core.system, {
    procedureKey: key,
    agencyId: 'ubnd-00187-2008',
    fromDay: plainDate('2016-08-12'),
    stage: 'official',
    source: 'test',
  })
  let dossier = await signed(key, sampleBhytOnly2016(newborn()))
  dossier = await register(errand.by('hang'), await collecting(dossier, 7))
  assert.equal(dossier.state, 'interlinking')
  await ensureFolds(dossier)
})
