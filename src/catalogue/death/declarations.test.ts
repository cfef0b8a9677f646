// needs: poppler-utils
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Answers, FormWorld } from '../../modules/forms/index.ts'
import { renderPaper, type DeclarationData } from '../../modules/papers/index.ts'
import { asFile, run, SAMPLE_DAY } from '../../modules/papers/testing.ts'
import {
  blankDeclaration,
  filledDeclaration,
  type DeclarationForm,
  type ProcedureDefinition,
} from '../../modules/procedures/index.ts'
import { filedOn2016, filedOnToday, world2016, worldToday } from '../testing.ts'
import {
  deathAgainOn,
  deathInterlinkedOn,
  deathNoticeOn,
  deathOn,
  sampleAgain2016,
  sampleAgainToday,
  sampleDeath2016,
  sampleDeathToday,
  sampleInterlinked2016,
  sampleInterlinkedToday,
  sampleNotice2016,
} from '../testing-death.ts'
import { registerDeathDeclarations } from './declarations.ts'

registerDeathDeclarations()

type Sample = [definition: ProcedureDefinition, answers: Answers, world: FormWorld]

const samples: readonly Sample[] = [
  [deathOn(filedOn2016), sampleDeath2016(), world2016],
  [deathOn(filedOnToday), sampleDeathToday(), worldToday],
  [deathAgainOn(filedOn2016), sampleAgain2016(), world2016],
  [deathAgainOn(filedOnToday), sampleAgainToday(), worldToday],
  [deathInterlinkedOn(filedOn2016), sampleInterlinked2016(), world2016],
  [deathInterlinkedOn(filedOnToday), sampleInterlinkedToday(), worldToday],
  [deathNoticeOn(filedOn2016), sampleNotice2016(), world2016],
]

const formsOf = (definition: ProcedureDefinition): readonly DeclarationForm[] => [
  definition.declaration,
  ...(definition.furtherDeclarations ?? []),
]

async function print(data: DeclarationData): Promise<{ text: string; pages: number }> {
  const path = asFile(await renderPaper('declaration@1', data, { createdAt: SAMPLE_DAY }))
  const { output } = await run('pdftotext', ['-layout', path, '-'])
  const { output: info } = await run('pdfinfo', [path])
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
  return { text: output.replace(/\s+/g, ' '), pages }
}

const AT = { agency: 'UBND phường Láng Thượng', place: 'Hà Nội', date: 'ngày 12 tháng 08 năm 2016' }

for (const [definition, answers, world] of samples)
  for (const form of formsOf(definition)) {
    const name = `“${form.title.vi}” of ${definition.key}, ${definition.validFrom}`
    const isOwn = !form.template.startsWith('declaration@')

    test(`${name} is a blank of ${isOwn ? 'one page' : 'as many pages as it asks'}`, async () => {
      const { text, pages } = await print(blankDeclaration(definition, form))
      assert.ok(text.includes(form.title.vi.toLocaleUpperCase('vi')))
      if (isOwn) assert.equal(pages, 1)
      assert.doesNotMatch(text, /Ngoãn|NGOÃN|Thịnh/)
    })

    test(`${name} prints what was declared on one page`, async () => {
      const { text, pages } = await print(
        filledDeclaration({ ...AT, definition, form, answers, world }),
      )
      const { full } = answers['deceased.name'] as { full: string } // a name
      assert.ok(text.toLocaleUpperCase('vi').includes(full.toLocaleUpperCase('vi')), text)
      if (isOwn) assert.equal(pages, 1)
    })
  }

test('the declaration of 2016 has every line of the law filled in', async () => {
  const definition = deathOn(filedOn2016)
  const form = definition.declaration
  const answers = sampleDeath2016()
  const { text } = await print(
    filledDeclaration({ ...AT, definition, form, answers, world: world2016 }),
  )
  for (const expected of [
    'Kính gửi: UBND phường Láng Thượng',
    'tên người yêu cầu: Nguyễn Đắc Phúc',
    'Giấy tờ tùy thân (2): Chứng minh nhân dân số 010045902, Công an Thành phố Hà Nội, cấp ngày 05/03/2009',
    'Quan hệ với người đã chết: Con',
    'Họ, chữ đệm, tên: ĐẶNG THỊ NGOÃN',
    'Ngày, tháng, năm sinh: năm 1931',
    'Giới tính: Nữ Dân tộc: Kinh Quốc tịch: Việt Nam',
    'Đã chết vào lúc (giờ, phút, ngày, tháng, năm): 04 giờ 15 phút, ngày 10/08/2016',
    'Nơi chết: Bệnh viện Bạch Mai, Số 78 đường Giải Phóng',
    'Nguyên nhân chết: Suy hô hấp do viêm phổi',
    'cơ quan cấp, ngày cấp: 218/2016 do Bệnh viện Bạch Mai cấp ngày 10/08/2016',
    'Đề nghị cấp bản sao: 3 bản',
  ])
    assert.ok(text.includes(expected), `${expected} not in ${text}`)
})

test('registered again names the earlier registration; the police form what changes', async () => {
  const again = deathAgainOn(filedOn2016)
  const { text } = await print(
    filledDeclaration({
      ...AT,
      definition: again,
      form: again.declaration,
      answers: sampleAgain2016(),
      world: world2016,
    }),
  )
  assert.match(text, /Tại: UBND phường Láng Thượng, quận Đống Đa/)
  assert.match(text, /Ngày, tháng, năm: năm 1994 Số: 31 Quyển số:/)
  const both = deathInterlinkedOn(filedOn2016)
  const { text: police } = await print(
    filledDeclaration({
      ...AT,
      definition: both,
      form: both.furtherDeclarations![0]!,
      answers: sampleInterlinked2016(),
      world: world2016,
    }),
  )
  assert.match(police, /Số sổ hộ khẩu: 110203456/)
  assert.match(police, /Xóa đăng ký thường trú của người đã chết/)
})
