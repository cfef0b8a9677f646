import type { EntryWithAct } from '../../modules/registry/index.ts'
import type { BirthCertificateData, ParentData } from '../../modules/papers/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { dayOnPaper } from './moments.ts'

/** The certificate's values of a birth entry; undefined for a paper of another kind. */
export function birthOf(entry: EntryWithAct): BirthCertificateData | undefined {
  const paper = entry.content.paper
  const isPaper = typeof paper === 'object' && paper !== null && 'template' in paper
  if (!isPaper || !String(paper.template).startsWith('birth-certificate@')) return undefined
  // sign() wrote the entry from a ResultPaper of this template.
  return 'data' in paper ? (paper.data as BirthCertificateData) : undefined
}

/** Laid out like a page of the paper book, so that it is copied from top to bottom in a minute. */
export function BookEntry({ entry }: { entry: EntryWithAct }) {
  const birth = birthOf(entry)
  return (
    <section class="bk" aria-labelledby="bk">
      <h2 id="bk">
        Sổ đăng ký khai sinh năm {entry.year}: số {entry.no}
      </h2>
      <p>{capital(dayOnPaper(legalDay(entry.preparedAt)))}</p>
      {birth ? <BirthLines birth={birth} /> : null}
      <p>
        Người ký Giấy khai sinh: <b>{entry.signerTitle}</b>
        {birth ? `, ${birth.signer.fullName}` : ''}
      </p>
    </section>
  )
}

type Line = readonly [string, string]

function BirthLines({ birth }: { birth: BirthCertificateData }) {
  const { child, mother, father, requester } = birth
  const groups: readonly { title: string; lines: readonly Line[] }[] = [
    {
      title: 'Người được khai sinh',
      lines: [
        ['Họ, chữ đệm, tên', child.fullName],
        ['Ngày, tháng, năm sinh', child.birthDate],
        ['Ghi bằng chữ', child.birthDateInWords],
        ['Giới tính', child.sex],
        ['Dân tộc', child.ethnicity],
        ['Quốc tịch', child.nationality],
        ['Nơi sinh', child.birthPlace],
        ['Quê quán', child.homeTown],
        ['Số định danh cá nhân', child.personalNumber || 'chờ cấp'],
      ],
    },
    { title: 'Người mẹ', lines: parentLines(mother) },
    { title: 'Người cha', lines: parentLines(father) },
    {
      title: 'Người đi khai sinh',
      lines: [
        ['Họ, chữ đệm, tên', requester.fullName],
        ['Giấy tờ tùy thân', requester.identityPaper],
      ],
    },
    { title: 'Ghi chú', lines: [['Ghi chú', birth.remark]] },
  ]
  return (
    <>
      {groups.map(({ title, lines }) => (
        <>
          <h3>{title}</h3>
          <dl class="bk__l">
            {lines.map(([term, value]) => (
              <div>
                <dt>{term}</dt>
                <dd>{value || '–'}</dd>
              </div>
            ))}
          </dl>
        </>
      ))}
    </>
  )
}

function parentLines(parent: ParentData | null): readonly Line[] {
  return [
    ['Họ, chữ đệm, tên', parent?.fullName ?? ''],
    ['Năm sinh', parent?.birthYear ?? ''],
    ['Dân tộc', parent?.ethnicity ?? ''],
    ['Quốc tịch', parent?.nationality ?? ''],
    ['Nơi cư trú', parent?.residence ?? ''],
  ]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
