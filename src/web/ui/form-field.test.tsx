import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import {
  inputNames,
  type FieldDefinition,
  type Problem,
  type RawInputs,
} from '../../modules/forms/index.ts'
import { summaryOf, targetOf } from './error-summary.tsx'
import type { FieldContext } from './field-shell.tsx'
import { sizeInWords } from './field-file.tsx'
import { FormField, FormFields } from './form-field.tsx'

const label = { vi: 'Câu hỏi' }
const every: FieldDefinition[] = [
  { type: 'text', key: 'a.text', label, lengthMax: 50 },
  { type: 'name', key: 'a.name', label, partsShown: true },
  { type: 'date', key: 'a.date', label, inWords: true },
  { type: 'year', key: 'a.year', label, yearMin: 1900 },
  { type: 'time', key: 'a.time', label },
  { type: 'choice', key: 'a.choice', label, options: [{ value: 'x', label }] },
  { type: 'ethnicity', key: 'a.ethnicity', label },
  { type: 'nationality', key: 'a.nationality', label },
  { type: 'address', key: 'a.address', label, scopes: ['city', 'elsewhere', 'abroad'] },
  { type: 'personalNumber', key: 'a.number', label, kinds: ['12'] },
  { type: 'phone', key: 'a.phone', label },
  { type: 'money', key: 'a.money', label, dongMax: 9 },
  { type: 'number', key: 'a.count', label, min: 0, max: 9 },
  { type: 'yesNo', key: 'a.yes', label },
  { type: 'undertaking', key: 'a.undertaking', label, text: { vi: 'Tôi cam đoan' } },
]

function context(raw: RawInputs = {}, problems: readonly Problem[] = []): FieldContext {
  const lists = { ethnicities: ['Kinh', 'H’Mông'], nationalities: ['Việt Nam'] }
  return { lang: 'vi', raw, problems, lists }
}

const draw = (field: FieldDefinition, of = context()) =>
  render(<FormField field={field} context={of} />)

test('every field sends inputs that the forms engine knows', () => {
  for (const field of every) {
    const names = [...draw(field).matchAll(/\bname="([^"]+)"/g)].map(([, name]) => name)
    assert.ok(names.length > 0, field.key)
    const known = inputNames(field)
    assert.deepEqual(
      names.filter((name) => !known.includes(name ?? '')),
      [],
      field.key,
    )
  }
})

test('every input has a label of its own', () => {
  const html = render(<FormFields fields={every} context={context()} />)
  for (const [tag] of html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    if (tag.includes('type="hidden"')) continue
    const id = /\bid="([^"]+)"/.exec(tag)?.[1]
    assert.match(html, new RegExp(`<label[^>]* for="${id}"|<label for="${id}"`), tag)
  }
})

test('no field carries inline styles or handlers', () => {
  const html = render(<FormFields fields={every} context={context()} />)
  assert.doesNotMatch(html, /\sstyle=|\son[a-z]+=/)
})

test('every problem leads to an input that is on the page', () => {
  const parts = [undefined, 'surname', 'middle', 'given', 'day', 'month', 'year', 'unit', 'line']
  for (const field of every)
    for (const part of parts) {
      const problem: Problem = { field: field.key, code: 'x', message: { vi: 'Sửa' }, part }
      const known = inputNames(field).includes(`${field.key}.${part}`)
      if (part !== undefined && !known) continue
      const html = draw(field, context({}, [problem]))
      assert.match(html, new RegExp(`\\bid="${targetOf(problem, [field])}"`), field.key)
    }
})

test('the same words stand in the summary and at the field', () => {
  const problem: Problem = {
    field: 'a.text',
    code: 'missing',
    message: { vi: 'Nhập tên của trẻ' },
  }
  const [line] = summaryOf([problem], every, 'vi')
  assert.equal(line?.text, 'Nhập tên của trẻ')
  assert.match(draw(every[0]!, context({}, [problem])), /Nhập tên của trẻ/)
})

test('what was typed comes back as it was, escaped', () => {
  const html = draw(every[0]!, context({ 'a.text': 'Y Blŏk "Niê" <H’Đok>' }))
  assert.match(html, /value="Y Blŏk &quot;Niê&quot; &lt;H’Đok>"/)
})

test('the name is previewed as it will be printed', () => {
  const raw = { 'a.name.surname': 'Nguyễn', 'a.name.middle': 'Minh', 'a.name.given': 'An' }
  assert.match(draw(every[1]!, context(raw)), />NGUYỄN MINH AN<\/output>/)
})

test('a full name that differs from its parts is kept and shown', () => {
  const raw = { 'a.name.surname': 'Y', 'a.name.given': 'Blŏk', 'a.name.full': 'Y Blŏk Niê' }
  const html = draw(every[1]!, context(raw))
  assert.match(html, /type="hidden" name="a\.name\.full" value="Y Blŏk Niê"/)
  assert.match(html, />Y BLŎK NIÊ<\/output>/)
})

test('a date is echoed in words once it is a day, and not before', () => {
  const of = (day: string) => ({ 'a.date.day': day, 'a.date.month': '8', 'a.date.year': '2016' })
  assert.match(
    draw(every[2]!, context(of('12'))),
    /ngày mười hai tháng tám năm hai nghìn không trăm mười sáu/,
  )
  assert.doesNotMatch(draw(every[2]!, context(of('32'))), /bằng chữ/)
})

test('a commune name that means several is offered as choices, and the box is emptied', () => {
  const problem: Problem = {
    field: 'a.address',
    part: 'unit',
    code: 'unit-unclear',
    message: { vi: 'Chọn phường' },
    candidates: [
      { value: '00187@2008-08-01', label: 'phường Láng Thượng, quận Đống Đa' },
      { value: '00199@2008-08-01', label: 'phường Láng Hạ, quận Đống Đa' },
    ],
  }
  const raw = { 'a.address.scope': 'city', 'a.address.unitText': 'Láng' }
  const html = draw(every[8]!, context(raw, [problem]))
  assert.match(html, /type="radio" name="a\.address\.unit" id="a-address-unit"/)
  assert.doesNotMatch(/<input[^>]*unitText[^>]*>/.exec(html)![0], /Láng/)
  assert.equal(targetOf(problem, every), 'a-address-unit')
})

test('a group repeats its questions and can be added to and taken from', () => {
  const group: FieldDefinition = {
    type: 'group',
    key: 'heirs',
    label,
    fields: [{ type: 'text', key: 'who', label, lengthMax: 9 }],
    timesMin: 1,
    timesMax: 3,
    itemLabel: { vi: 'Người' },
  }
  const two = draw(group, context({ 'heirs.0.who': 'A', 'heirs.1.who': 'B' }))
  assert.match(two, /name="heirs\.1\.who" value="B"|value="B"[^>]*name="heirs\.1\.who"/)
  assert.match(two, /name="_addItem" value="heirs"/)
  assert.match(two, /name="_removeItem" value="heirs\.0"/)
  const full = draw(group, context({ 'heirs.2.who': 'C', 'heirs.9.who': 'no' }))
  assert.equal([...full.matchAll(/<legend>Người/g)].length, 3)
  assert.doesNotMatch(full, /_addItem/)
})

test('uploaded files are listed with their size and can be taken away', () => {
  const file: FieldDefinition = {
    type: 'file',
    key: 'notice',
    label,
    component: 'notice',
    accept: ['image/jpeg'],
    filesMax: 1,
    sizeBytesMax: 10_000_000,
  }
  const files = { notice: [{ id: 'f1', name: 'giấy.jpg', sizeBytes: 1_234_000, href: '/f/1' }] }
  const html = draw(file, { ...context(), files })
  assert.match(html, /1,2 MB/)
  assert.match(html, /name="_removeFile" value="notice:f1"/)
  assert.doesNotMatch(html, /type="file"/, 'the limit is reached')
  assert.match(draw(file), /type="file"/)
})

test('sizes are told in units people know', () => {
  assert.deepEqual([999, 1000, 999_499, 1_000_000, 1_250_000].map(sizeInWords), [
    '999 byte',
    '1 KB',
    '999 KB',
    '1,0 MB',
    '1,3 MB',
  ])
})
