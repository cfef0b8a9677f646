import assert from 'node:assert/strict'
import test from 'node:test'
import type { FieldDefinition, FormDefinition } from '../forms/index.ts'
import { subjectFields, subjectOf } from './subject.ts'
import { sampleProcedure } from './testing.ts'

const label = { vi: 'Mục', en: 'Item' }
const name = (key: string): FieldDefinition => ({ key, type: 'name', partsShown: false, label })
const date = (key: string): FieldDefinition => ({
  key,
  type: 'date',
  unknown: 'day-and-month',
  yearMin: 1900,
  label,
})
const number = (key: string): FieldDefinition => ({
  key,
  type: 'personalNumber',
  kinds: ['12', '9'],
  label,
})
const sex = (key: string): FieldDefinition => ({
  key,
  type: 'choice',
  label,
  options: [{ value: 'male', label }],
})

const form: FormDefinition = {
  pages: [
    {
      key: 'nguoi-mat',
      title: label,
      fields: [
        name('deceased.name'),
        date('deceased.birthDate'),
        sex('deceased.sex'),
        number('deceased.idNumber'),
        name('mother.name'),
        name('nguoi.ten'),
      ],
    },
  ],
}
const roles = { ...sampleProcedure().roles, subjectName: 'deceased.name' }

test('the usual keys beside the subject’s name say who the subject is', () => {
  assert.deepEqual(subjectFields({ form, roles }), {
    name: 'deceased.name',
    birthDate: 'deceased.birthDate',
    sex: 'deceased.sex',
    number: 'deceased.idNumber',
    motherName: 'mother.name',
  })
})

test('a definition may name its own fields', () => {
  const subject = { name: 'nguoi.ten' }
  assert.deepEqual(subjectFields({ form, roles, subject }), subject)
  const answers = { 'nguoi.ten': { full: 'Lê Văn Tám' }, 'deceased.sex': 'male' }
  assert.deepEqual(subjectOf({ form, roles, subject }, answers), { name: 'Lê Văn Tám' })
})

test('one whose day of birth nobody knows has a year', () => {
  const born = (birth: string) =>
    subjectOf({ form, roles }, { 'deceased.name': { full: 'Tám' }, 'deceased.birthDate': birth })
  assert.deepEqual(born('1950'), { name: 'Tám', birthYear: 1950 })
  assert.deepEqual(born('1950-06'), { name: 'Tám', birthYear: 1950 })
  assert.deepEqual(born('1950-06-01'), { name: 'Tám', birthDate: '1950-06-01' })
})

test('a number of twelve digits is kept, one of an older card is passed over', () => {
  const numbered = (value: string) =>
    subjectOf({ form, roles }, { 'deceased.name': { full: 'Tám' }, 'deceased.idNumber': value })
      ?.number
  assert.equal(numbered('001 050 000 123'), '001050000123')
  assert.equal(numbered('012345678'), undefined)
})

test('without a name there is nobody', () => {
  assert.equal(subjectOf({ form, roles }, { 'deceased.sex': 'male' }), undefined)
})
