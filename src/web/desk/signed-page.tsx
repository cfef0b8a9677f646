import { Icon } from '../ui/icons.tsx'
import { useSay } from '../ui/lang.tsx'
import { counted } from './words.ts'

export type SignedRow = {
  code: string
  href: string
  subject: string
  isSigned: boolean
  text: string
}

/** One verdict a dossier: a signature that failed never holds back the others. */
export function SignedPage({ rows }: { rows: readonly SignedRow[] }) {
  const signed = rows.filter(({ isSigned }) => isSigned).length
  const t = useSay()
  return (
    <div class="wrap page">
      <h1 class="mb5">
        {t(
          `Đã ký ${signed} trong ${rows.length} hồ sơ`,
          `Signed ${signed} of ${counted(rows.length, 'dossier')}`,
        )}
      </h1>
      <div
        class="tw mb5"
        role="region"
        aria-label={t('Kết quả ký từng hồ sơ', 'Result for each dossier')}
        tabIndex={0}
      >
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t('Mã hồ sơ', 'Code')}</th>
              <th scope="col">{t('Người được đăng ký', 'Subject')}</th>
              <th scope="col">{t('Kết quả', 'Result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, href, subject, isSigned, text }) => (
              <tr>
                <th scope="row">
                  <a href={href}>{code}</a>
                </th>
                <td>{subject}</td>
                <td>
                  <Icon name={isSigned ? 'check' : 'stop'} /> {text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a class="btn" href="/can-bo/ho-so?hang=signing">
          {t('Về danh sách chờ ký', 'Back to what waits for a signature')}
        </a>
      </p>
    </div>
  )
}
