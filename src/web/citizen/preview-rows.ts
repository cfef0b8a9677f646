import type { DossierView } from '../../modules/dossiers/index.ts'
import type {
  BirthCertificateData,
  DeathExtractData,
  DeathNoticeData,
  DeclarationData,
  ResultLetterData,
} from '../../modules/papers/index.ts'
import { printedName } from '../../modules/people/index.ts'
import { previewPaper } from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'

type PrintedSection = { title: string; rows: readonly (readonly [string, string])[] }

/** The rows of the paper in its own words, which are Vietnamese whatever the page's language. */
export async function printedRows(ctx: Ctx, view: DossierView): Promise<readonly PrintedSection[]> {
  const { data } = await previewPaper(ctx, view)
  if ('deceased' in data) return deathRows(data)
  if ('child' in data && 'requester' in data) return birthRows(data)
  if ('addressee' in data) return letterRows(data)
  return 'sections' in data ? declarationRowsOf(data) : []
}

function letterRows({ title, rows }: ResultLetterData): PrintedSection[] {
  return [{ title, rows: rows.map(({ label, value }) => [label, value] as const) }]
}

function declarationRowsOf(data: DeclarationData): PrintedSection[] {
  return data.sections.map(({ title, rows }) => ({
    title: title ?? data.title,
    rows: rows.map(({ label, value }) => [label, value] as const),
  }))
}

/** @basis TT 15/2015/TT-BTP, TT 04/2024/TT-BTP: the lines of the birth certificate */
function birthRows(data: BirthCertificateData): PrintedSection[] {
  const { child, requester } = data
  return [
    {
      title: 'Người được khai sinh',
      rows: [
        ['Họ, chữ đệm, tên', printedName(child.fullName)],
        ['Ngày, tháng, năm sinh', `${child.birthDate} (${child.birthDateInWords})`],
        ['Giới tính', child.sex],
        ['Dân tộc', child.ethnicity],
        ['Quốc tịch', child.nationality],
        ['Nơi sinh', child.birthPlace],
        ['Quê quán', child.homeTown],
        ['Số định danh cá nhân', child.personalNumber],
      ],
    },
    parentRows('Người mẹ', data.mother),
    parentRows('Người cha', data.father),
    {
      title: 'Người đi khai sinh',
      rows: [
        ['Họ, chữ đệm, tên', requester.fullName],
        ['Giấy tờ tùy thân', requester.identityPaper],
        ['Nơi đăng ký khai sinh', data.registeredAt],
      ],
    },
  ]
}

/** @basis TT 15/2015/TT-BTP, TT 04/2024/TT-BTP: the lines of the extract of a death */
function deathRows(data: DeathExtractData | DeathNoticeData): PrintedSection[] {
  const { deceased, death } = data
  return [
    {
      title: 'Người đã chết',
      rows: [
        ['Họ, chữ đệm, tên', printedName(deceased.fullName)],
        ['Ngày, tháng, năm sinh', deceased.birthDate],
        ['Giới tính', deceased.sex],
        ['Dân tộc', deceased.ethnicity],
        ['Quốc tịch', deceased.nationality],
        ['Nơi cư trú cuối cùng', deceased.lastResidence],
        ['Giấy tờ tùy thân', deceased.identityPaper],
      ],
    },
    {
      title: 'Việc chết',
      rows: [
        ['Đã chết vào lúc', [death.time, death.date].filter(Boolean).join(' ngày ')],
        ['Ghi bằng chữ', death.dateInWords],
        ['Nơi chết', death.place],
        ['Nguyên nhân chết', death.cause],
        ...('registered' in data ? registeredRows(data) : []),
      ],
    },
  ]
}

function registeredRows({ death, registered, remark }: DeathExtractData): PrintedSection['rows'] {
  return [
    ['Số Giấy báo tử/Giấy tờ thay thế', death.notice],
    ['Nơi đăng ký khai tử', registered.at],
    ['Ghi chú', remark],
  ]
}

function parentRows(title: string, parent: BirthCertificateData['mother']): PrintedSection {
  return {
    title,
    rows: [
      ['Họ, chữ đệm, tên', parent?.fullName ?? ''],
      ['Năm sinh', parent?.birthYear ?? ''],
      ['Dân tộc', parent?.ethnicity ?? ''],
      ['Quốc tịch', parent?.nationality ?? ''],
      ['Nơi cư trú', parent?.residence ?? ''],
    ],
  }
}
