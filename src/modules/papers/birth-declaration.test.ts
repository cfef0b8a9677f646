// needs: poppler-utils, qpdf
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FORM_LETTERS } from './form-font.ts'
import { blankBirthDeclaration, renderPaper, type BirthBlank } from './index.ts'
import { objectsOfType, readPdf } from './pdf-document.ts'
import { textString, withEntries } from './pdf-syntax.ts'
import { appendUpdate, valueObject } from './pdf-update.ts'
import { asFile, run, SAMPLE_DAY } from './testing.ts'

const options = { createdAt: SAMPLE_DAY }

async function textIn(pdf: Uint8Array): Promise<string> {
  return (await run('pdftotext', ['-layout', asFile(pdf), '-'])).output
}

const blanks: readonly BirthBlank[] = (['first', 'again', 'with-papers'] as const).flatMap((kind) =>
  (['residence', 'number'] as const).map((asks) => ({ kind, asks })),
)

for (const blank of blanks)
  test(`the blank for a birth ${blank.kind} that asks the ${blank.asks} is one page to fill in`, async () => {
    const pdf = await renderPaper('declaration@1', blankBirthDeclaration(blank), options)
    const path = asFile(pdf)
    assert.equal((await run('qpdf', ['--check', path])).code, 0)
    const { output } = await run('qpdf', [
      '--json',
      '--json-key=acroform',
      '--json-key=pages',
      path,
    ])
    const json = JSON.parse(output) as {
      pages: unknown[]
      acroform: { hasacroform: boolean; fields: { fullname: string; fieldtype: string }[] }
    }
    assert.equal(json.pages.length, 1)
    assert.equal(json.acroform.hasacroform, true)
    const names = json.acroform.fields.map((field) => field.fullname)
    assert.equal(new Set(names).size, names.length)
    assert.ok(names.length >= 23, names.join())
    assert.ok(json.acroform.fields.every((field) => field.fieldtype === '/Tx'))
    const text = await textIn(pdf)
    assert.equal(/Số định danh/.test(text), blank.asks === 'number')
    const isParents = blank.kind === 'first' && blank.asks === 'residence'
    assert.equal(/Người cha\n|Người cha +Người/.test(text), isParents)
    assert.equal(/Đã đăng ký khai sinh tại/.test(text), blank.kind === 'again')
    assert.equal(/Giấy tờ cá nhân hiện có/.test(text), blank.kind === 'with-papers')
  })

test('what is typed into a blank shows with every Vietnamese letter', async () => {
  const data = blankBirthDeclaration({ kind: 'first', asks: 'residence' })
  const pdf = await renderPaper('declaration@1', data, options)
  const document = readPdf(pdf)
  const words = ["H'Hen Niê", 'Đoàn Thị Ỷ', ...FORM_LETTERS.match(/\S{1,12}/gu)!]
  const typed = objectsOfType(document, 'Annot').map(({ number, value }, index) =>
    valueObject(number, withEntries(value, { V: textString(words[index] ?? '') })),
  )
  const path = asFile(appendUpdate(document, typed))
  const { output } = await run('pdftotext', ['-layout', path, '-'])
  assert.ok(!output.includes("couldn't find a font"), output)
  for (const word of words.slice(0, typed.length)) assert.ok(output.includes(word), word)
})
