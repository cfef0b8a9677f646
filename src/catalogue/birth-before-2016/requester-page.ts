import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'

/** The first page: who asks. */
export function requesterPage(fields: readonly FieldDefinition[]): PageDefinition {
  return {
    key: 'nguoi-yeu-cau',
    title: { vi: 'Người yêu cầu', en: 'Who asks' },
    fields,
  }
}
