import type { EntryWithAct } from '../../modules/registry/index.ts'
import type { BirthCertificateData, ParentData } from '../../modules/papers/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { dayOnPaper } from './moments.ts'

/** The certificate's values of a birth entry; undefined for a paper of another kind. */
export function birthOf(entry: EntryWithAct): BirthCertificateData | undefined {
  const paper = entry.content.paper
  const isPaper = typeof paper === 'object' && paper !== null && 'template' in paper
  if (!isPaper || !String(paper.template).startsWith('birth-certificate@')) return undefined
  // sign() wrote the entry from a ResultPaper of this template.
  return 'data' in paper ? (paper.data as BirthCertificateData) : undefined
}

/**
 * Laid out like a page of the paper book, so that it is copied from top to bottom in a minute: what
 * is copied is Vietnamese in both languages.
 */
export function BookEntry({ entry }: { entry: EntryWithAct }) {
  const birth = birthOf(entry)
  const { no, year } = entry
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  return (
    <section class="bk" aria-labelledby="bk">
      <h2 id="bk">
        {t(`Sổ đăng ký khai sinh năm ${year}: số ${no}`, `Register of births ${year}: no. ${no}`)}
      </h2>
      <p lang={inVietnamese}>{capital(dayOnPaper(legalDay(entry.preparedAt)))}</p>
      {birth ? <BirthLines birth={birth} /> : null}
      <p>
        {t('Người ký Giấy khai sinh', 'Signer of the Birth Certificate')}:{' '}
        <b lang={inVietnamese}>{entry.signerTitle}</b>
        {birth ? `, ${birth.signer.fullName}` : ''}
      </p>
    </section>
  )
}

type Line = readonly [term: Text, value: string]

function BirthLines({ birth }: { birth: BirthCertificateData }) {
  const { child, mother, father, requester } = birth
  const lang = useLang()
  const groups: readonly { title: Text; lines: readonly Line[] }[] = [
    {
      title: { vi: 'Người được khai sinh', en: 'Child' },
      lines: [
        [{ vi: 'Họ, chữ đệm, tên', en: 'Full name' }, child.fullName],
        [{ vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' }, child.birthDate],
        [{ vi: 'Ghi bằng chữ', en: 'In words' }, child.birthDateInWords],
        [{ vi: 'Giới tính', en: 'Sex' }, child.sex],
        [{ vi: 'Dân tộc', en: 'Ethnicity' }, child.ethnicity],
        [{ vi: 'Quốc tịch', en: 'Nationality' }, child.nationality],
        [{ vi: 'Nơi sinh', en: 'Place of birth' }, child.birthPlace],
        [{ vi: 'Quê quán', en: 'Home town' }, child.homeTown],
        [{ vi: 'Số định danh cá nhân', en: 'Personal number' }, child.personalNumber || 'chờ cấp'],
      ],
    },
    { title: { vi: 'Người mẹ', en: 'Mother' }, lines: parentLines(mother) },
    { title: { vi: 'Người cha', en: 'Father' }, lines: parentLines(father) },
    {
      title: { vi: 'Người đi khai sinh', en: 'Requester' },
      lines: [
        [{ vi: 'Họ, chữ đệm, tên', en: 'Full name' }, requester.fullName],
        [{ vi: 'Giấy tờ tùy thân', en: 'Identity paper' }, requester.identityPaper],
      ],
    },
    {
      title: { vi: 'Ghi chú', en: 'Remark' },
      lines: [[{ vi: 'Ghi chú', en: 'Remark' }, birth.remark]],
    },
  ]
  return (
    <>
      {groups.map(({ title, lines }) => (
        <>
          <h3>{say(title, lang)}</h3>
          <dl class="bk__l">
            {lines.map(([term, value]) => (
              <div>
                <dt>{say(term, lang)}</dt>
                <dd lang={lang === 'en' ? 'vi' : undefined}>{value || '–'}</dd>
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
    [{ vi: 'Họ, chữ đệm, tên', en: 'Full name' }, parent?.fullName ?? ''],
    [{ vi: 'Năm sinh', en: 'Year of birth' }, parent?.birthYear ?? ''],
    [{ vi: 'Dân tộc', en: 'Ethnicity' }, parent?.ethnicity ?? ''],
    [{ vi: 'Quốc tịch', en: 'Nationality' }, parent?.nationality ?? ''],
    [{ vi: 'Nơi cư trú', en: 'Residence' }, parent?.residence ?? ''],
  ]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
