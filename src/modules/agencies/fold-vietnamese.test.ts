import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldVietnamese, slugOf } from './fold-vietnamese.ts'

test('marks, case, normal form and spaces do not change what a text folds to', () => {
  const spellings = ['Láng Thượng', 'Láng Thượng'.normalize('NFD'), 'LANG  THUONG', ' láng-thượng ']
  for (const text of spellings) assert.equal(foldVietnamese(text), 'lang thuong')
})

test('đ folds to d, old and new tone placement fold alike, digits stay', () => {
  assert.equal(foldVietnamese('Đống Đa'), 'dong da')
  assert.equal(foldVietnamese('Ứng Hòa'), foldVietnamese('Ứng Hoà'))
  assert.equal(foldVietnamese('Tổ 12'), 'to 12')
  assert.equal(foldVietnamese(' – '), '')
})

test('a slug is plain ASCII with hyphens', () => {
  assert.equal(slugOf('phường Văn Miếu - Quốc Tử Giám'), 'phuong-van-mieu-quoc-tu-giam')
})
