import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { foundlingAnswers } from '../../../tests/journeys/turn-pages.ts'
import { openDepartment } from '../../testing/department.ts'
import { newKey } from '../../testing/errand.ts'
import type { Actor, Ctx } from '../../platform/ctx.ts'
import {
  answerSupplement,
  completeStep,
  receive,
  type Dossier,
} from '../../modules/dossiers/index.ts'
import { listMessagesOf } from '../../modules/notifications/index.ts'
import { openWard, url } from './testing.ts'

const ward = await openWard()
after(() => ward.close())
const { world, clerk, officer, chairman, received, stateOf } = ward

const reason = 'Việc sinh đã được đăng ký tại nơi khác.'

test('a refusal is proposed, read by the head with the officer’s words, and signed', async () => {
  const { dossier } = await received()
  assert.match((await officer.get(url(dossier))).html, /Đề nghị từ chối giải quyết/)
  const empty = await officer.send(url(dossier, 'de-nghi-tu-choi'), 'de-nghi-tu-choi', {
    reason: ' ',
  })
  assert.equal(empty.status, 422)
  const proposed = await officer.send(url(dossier, 'de-nghi-tu-choi'), 'de-nghi-tu-choi', {
    reason,
  })
  assert.equal(proposed.status, 303)
  assert.equal(await stateOf(dossier), 'refusing')
  const queue = await chairman.get('/can-bo/ho-so?hang=signing')
  assert.ok(queue.html.includes(dossier.code))
  const page = await chairman.get(url(dossier, 'tu-choi-giai-quyet'))
  assert.ok(page.html.includes(reason))
  assert.equal((await clerk.get(url(dossier, 'tu-choi-giai-quyet'))).status, 403)
  const signed = await chairman.send(url(dossier, 'tu-choi-giai-quyet'), 'tu-choi-giai-quyet', {
    reason,
  })
  assert.equal(signed.status, 303)
  assert.equal(await stateOf(dossier), 'refused')
  const told = await listMessagesOf(world.deps.db, dossier.id)
  assert.ok(told.some(({ template }) => template === 'refused'))
})

test('what was to be seen the first time goes to the head, who lets it out with a reason', async () => {
  const { dossier, owner } = await received()
  const first = { _chon: 'field.mother.birthYear', '_ly.field.mother.birthYear': '3' }
  assert.equal((await officer.send(url(dossier, 'bo-sung'), 'bo-sung', first)).status, 303)
  await answerSupplement(owner, {
    dossierId: dossier.id,
    requestKey: `t-${newKey()}`,
    answers: [],
    files: [],
    set: { 'mother.birthYear': 1977 },
  })
  const again = {
    _chon: 'field.child.sex',
    '_ly.field.child.sex': '3',
    '_lan-nua': 'Mới thấy trên Giấy chứng sinh.',
  }
  const form = await officer.get(url(dossier, 'bo-sung'))
  assert.match(form.html, /không đổi từ lần trước/)
  const refused = await officer.send(url(dossier, 'bo-sung'), 'bo-sung', again)
  assert.equal(refused.status, 422)
  assert.match(refused.html, /Cần ý kiến lãnh đạo|Trình lãnh đạo cho gửi/)
  const asked = await officer.send(url(dossier, 'bo-sung'), 'bo-sung', { ...again, _trinh: '1' })
  assert.equal(asked.status, 303)
  assert.ok((await chairman.get('/can-bo/ho-so?hang=attention')).html.includes(dossier.code))
  assert.match((await chairman.get(url(dossier, 'bo-sung-lan-nua'))).html, /Mới thấy trên Giấy/)
  const silent = await chairman.send(url(dossier, 'bo-sung-lan-nua'), 'bo-sung-lan-nua', {
    reason: '',
  })
  assert.equal(silent.status, 422)
  const sent = await chairman.send(url(dossier, 'bo-sung-lan-nua'), 'bo-sung-lan-nua', {
    reason: 'Sai giới tính thì phải sửa.',
    'y-kien': 'dong-y',
  })
  assert.equal(sent.status, 303)
  assert.equal(await stateOf(dossier), 'supplementing')
})

/** A procedure of the ward that verifies; the birth of a child does not. */
async function verifying(): Promise<Dossier> {
  const as = (actor: Actor): Ctx => ({ ...world.ctx, actor })
  const core = {
    database: world.database,
    clock: world.clock,
    files: world.deps.files,
    system: world.ctx,
    as,
    citizen: (draftIds: readonly string[], phone: string | null = null) =>
      as({ kind: 'citizen', phone, draftIds }),
  }
  const agencyId = 'ubnd-00187-2008'
  const desk = await openDepartment(
    core,
    {
      key: 'test.verified',
      slug: 'co-xac-minh',
      agencyKind: 'commune',
      jurisdiction: { rule: 'unit', params: { codes: ['00187'] } },
      steps: [
        { key: 'kiem-tra', kind: 'check', role: 'civilStatusOfficer' },
        { key: 'xac-minh', kind: 'verify', role: 'civilStatusOfficer' },
        { key: 'trinh', kind: 'propose', role: 'civilStatusOfficer' },
        { key: 'ky', kind: 'sign', role: 'chairman' },
      ].map((step) => ({ ...step, name: { vi: 'Bước', en: 'Step' }, limit: null })) as never,
    },
    agencyId,
  )
  const { dossier } = await desk.filed()
  const yen = desk.officer('civilStatusOfficer')
  const act = ({ code, version }: Dossier) => ({ code, version, requestKey: `t-${newKey()}` })
  return completeStep(yen, act(await receive(yen, act(dossier))))
}

test('an officer asks another ward, records its answer, and the citizen is told the later date', async () => {
  const dossier = await verifying()
  const page = await officer.get(url(dossier))
  assert.match(page.html, /Hỏi xác minh nơi khác/)
  const ask = (fields: Record<string, string>) =>
    officer.send(url(dossier, 'xac-minh'), 'hoi-xac-minh', fields)
  const place = { 'noi.scope': 'city', 'noi.unit': '00199@2008-08-01', 'noi.unitText': '' }
  const empty = await ask({ ...place, 'cau-hoi': ' ' })
  assert.equal(empty.status, 422)
  const nowhere = await ask({
    'noi.scope': 'city',
    'noi.unitText': 'Xứ Đoài',
    'cau-hoi': 'Còn sổ?',
  })
  assert.equal(nowhere.status, 422)
  const sent = await ask({ ...place, 'cau-hoi': 'Còn lưu Sổ hộ tịch năm 1994 không?' })
  assert.equal(sent.status, 303)
  const shown = await officer.get(url(dossier, 'xac-minh'))
  assert.match(shown.html, /UBND phường Láng Hạ/)
  const done = await officer.send(url(dossier), 'xong-buoc', { remark: 'Không chờ.' })
  assert.match(done.html, /Còn chờ trả lời xác minh/)
  const answer = { so: '1', 'tra-loi': 'Công văn 12: không còn sổ.' }
  const kept = await officer.send(url(dossier, 'xac-minh'), 'tra-loi-xac-minh', answer)
  assert.equal(kept.status, 303)
  assert.equal((await officer.send(url(dossier), 'xong-buoc')).status, 303)
  const told = await listMessagesOf(world.deps.db, dossier.id)
  assert.ok(told.some(({ template }) => template === 'verificationAsked'))
})

test('who is away is recorded at the desk, with the deputy; a colleague cannot for another', async () => {
  const given = { 'tu.day': '15', 'tu.month': '8', 'tu.year': '2016' }
  const days = { ...given, 'den.day': '16', 'den.month': '8', 'den.year': '2016' }
  const back = { 'den.day': '1', 'den.month': '8', 'den.year': '2016' }
  const wrong = await clerk.send('/can-bo/vang-mat', 'vang-mat', { ...given, ...back })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Ngày cuối không trước ngày đầu/)
  assert.equal((await clerk.send('/can-bo/vang-mat', 'vang-mat', days)).status, 303)
  const list = await clerk.get('/can-bo/vang-mat')
  assert.match(list.html, /15\/08\/2016/)
  const { rows } = await world.deps.db.query<{ id: string }>(
    `select id from staff where login = 'vinh'`,
  )
  const forHead = await clerk.send('/can-bo/vang-mat', 'vang-mat', { ...days, ai: rows[0]!.id })
  assert.equal(forHead.status, 403)
  const lan = /name="lan" value="([^"]+)"/.exec(list.html)![1]!
  assert.equal((await clerk.send('/can-bo/vang-mat', 'huy', { lan })).status, 303)
  assert.match((await clerk.get('/can-bo/vang-mat')).html, /Không có ai vắng mặt/)
})

test('what differs from the papers is already ticked in a request, with what the paper says', async () => {
  const { dossier } = await received()
  await officer.send(url(dossier, 'doi-chieu?muc=mother.birthYear'), 'doi-chieu', {
    ghi: '1991',
    'ket-luan': '',
  })
  const { html } = await officer.get(url(dossier, 'bo-sung'))
  assert.match(html, /Giấy tờ ghi “1991”\. Xem lại và sửa cho khớp\./)
  assert.match(
    html,
    /checked[^>]*value="field\.mother\.birthYear"|value="field\.mother\.birthYear"[^>]*checked/,
  )
})

test('the notice of an abandoned child is recorded at the desk and seen by whoever brought it', async () => {
  const { dossier } = await received({ ...foundlingAnswers, 'contact.phone': '0912799002' })
  const early = await officer.send(url(dossier), 'trinh')
  assert.match(early.html, /Chưa niêm yết thông báo/)
  const page = url(dossier, 'niem-yet')
  const day = { 'tu.day': '12', 'tu.month': '8', 'tu.year': '2016' }
  assert.equal((await officer.send(page, 'niem-yet', { noi: '', ...day })).status, 422)
  const posted = await officer.send(page, 'niem-yet', { noi: 'UBND phường', ...day })
  assert.equal(posted.status, 303)
  assert.match((await officer.get(url(dossier))).html, /từ 12\/08\/2016 đến hết 19\/08\/2016/)
  const soon = await officer.send(url(dossier), 'trinh', { remark: 'Đủ.' })
  assert.match(soon.html, /Chưa hết thời gian niêm yết/)
  const known = await received()
  assert.equal((await officer.get(url(known.dossier, 'niem-yet'))).status, 409)
})
