import { isEnded, shortCode, type Dossier, type Queue } from '../../modules/dossiers/index.ts'
import { slipNumber, slipPath, type Slip } from '../../modules/slips/index.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Table } from '../ui/parts.tsx'
import { slipName } from '../words/slips.ts'
import { dossierUrl } from './desk-request.ts'
import { fullMoment } from './moments.ts'

type Shown = {
  dossier: Dossier
  slips: readonly Slip[]
  names: ReadonlyMap<string, string>
  queue: Queue
}

/** Every paper given out for a dossier, kept as it was issued. */
export function SlipsPage({ dossier, slips, names, queue }: Shown) {
  const t = useSay()
  const isOpen = dossier.receivedAt !== null && !isEnded(dossier.state)
  return (
    <div class="page pad">
      <Back href={dossierUrl(dossier.code, { queue })}>{t('Về hồ sơ', 'Back to the dossier')}</Back>
      <h1>
        {t('Giấy tờ đã cấp', 'Papers issued')} · {shortCode(dossier.code)}
      </h1>
      <p class="mb4">
        {t(
          'Mỗi giấy được giữ đúng như lúc cấp; mở lại lúc nào cũng là một bản đó.',
          'Each paper is kept as it was issued; opened again, it is the same.',
        )}
      </p>
      {slips.length === 0 ? (
        <p>{t('Chưa cấp giấy nào.', 'No paper has been issued yet.')}</p>
      ) : (
        <Slips dossier={dossier} slips={slips} names={names} />
      )}
      {isOpen ? (
        <p class="mt4">
          <a
            href={dossierUrl(dossier.code, { tail: 'phieu-kiem-soat' })}
            target="_blank"
            rel="noopener"
          >
            {t(
              'Phiếu kiểm soát quá trình giải quyết, đến lúc này (PDF)',
              'Process control slip, as it stands now (PDF)',
            )}
          </a>
        </p>
      ) : null}
    </div>
  )
}

function Slips({ dossier, slips, names }: Omit<Shown, 'queue'>) {
  const t = useSay()
  const lang = useLang()
  return (
    <Table
      caption={t('Giấy tờ đã cấp, mới nhất ở trên', 'Papers issued, newest first')}
      columns={[
        { key: 'name', title: t('Giấy tờ', 'Paper') },
        { key: 'number', title: t('Số', 'No.') },
        { key: 'issuedAt', title: t('Cấp lúc', 'Issued') },
        { key: 'issuer', title: t('Người cấp', 'Issued by') },
      ]}
      rows={slips.map((slip) => ({
        name: (
          <a
            href={dossierUrl(dossier.code, { tail: `giay-to/${slipPath(slip)}` })}
            target="_blank"
            rel="noopener"
          >
            {slipName(slip.kind, lang)} (PDF)
          </a>
        ),
        number: `${slipNumber(slip)}, ${slip.year}`,
        issuedAt: fullMoment(slip.issuedAt, lang),
        issuer: names.get(slip.issuedBy) ?? t('Hệ thống', 'System'),
      }))}
    />
  )
}
