import type { FieldDefinition, PageDefinition } from '../modules/forms/index.ts'
import type { ComponentDefinition } from '../modules/procedures/index.ts'

/** A paper the citizen hands in or shows: what to prepare, and the field that takes its photos. */
export type Paper = ComponentDefinition & {
  /** Field that takes its photos; none when it is only brought along. */
  field?: string
  optional?: boolean
}

const MEGABYTE = 1024 * 1024

/** What to prepare, for the procedure page, the receipt and the hand-over. */
export function componentOf(paper: Paper): ComponentDefinition {
  const { field: _field, optional: _optional, ...component } = paper
  return component
}

/** The field for its photos; none for a paper that is only brought along. */
export function fileFields(paper: Paper): FieldDefinition[] {
  if (paper.field === undefined) return []
  return [
    {
      key: paper.field,
      type: 'file',
      component: paper.key,
      accept: ['image/jpeg', 'image/png', 'application/pdf'],
      filesMax: 6,
      sizeBytesMax: 10 * MEGABYTE,
      label: paper.name,
      ...(paper.optional ? { optional: true } : {}),
      ...(paper.when ? { when: paper.when } : {}),
      missing: {
        vi: `Tải lên ảnh: ${paper.name.vi}`,
        en: `Upload a photo: ${paper.name.en ?? paper.name.vi}`,
      },
    },
  ]
}

/** The page that takes the photos. */
export function photosPage(fields: readonly FieldDefinition[]): PageDefinition {
  return {
    key: 'giay-to',
    title: { vi: 'Giấy tờ kèm theo', en: 'Papers' },
    hint: {
      vi: 'Chụp đủ bốn góc, chữ đọc được. Ảnh hoặc tệp PDF, mỗi tệp không quá 10 MB.',
      en: 'All four corners in the picture, words readable. Photos or PDF, 10 MB each at most.',
    },
    fields,
  }
}
