import { Icon } from '../ui/icons.tsx'

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
  return (
    <div class="wrap page">
      <h1 class="mb5">
        Đã ký {signed} trong {rows.length} hồ sơ
      </h1>
      <div class="tw mb5" role="region" aria-label="Kết quả ký từng hồ sơ" tabIndex={0}>
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">Mã hồ sơ</th>
              <th scope="col">Người được đăng ký</th>
              <th scope="col">Kết quả</th>
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
          Về danh sách chờ ký
        </a>
      </p>
    </div>
  )
}
