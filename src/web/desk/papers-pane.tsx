import { Icon } from '../ui/icons.tsx'
import { useSay } from '../ui/lang.tsx'
import type { DossierFacts } from './dossier-facts.ts'
import type { PaperShown } from './papers-shown.ts'

/** The papers beside the fields; without scripts each tab is a page of its own. */
export function PapersPane(props: { facts: DossierFacts; chosen: string; here: string }) {
  const { facts, chosen, here } = props
  const { papers } = facts
  const t = useSay()
  const shown = papers.find(({ key }) => key === chosen) ?? papers[0]
  return (
    <section class="vw" aria-labelledby="vw">
      <div class="pane__h">
        <h2 id="vw">{t('Giấy tờ kèm theo', 'Papers')}</h2>
        {shown ? (
          <a href={shown.src} target="_blank" rel="noopener" data-whole>
            {t('Mở cửa sổ riêng', 'Open in its own window')}
          </a>
        ) : null}
      </div>
      {shown ? (
        <>
          <nav class="thumbs" aria-label={t('Tệp đính kèm', 'Files')}>
            {papers.map((paper) => (
              <Tab paper={paper} isShown={paper === shown} here={here} />
            ))}
          </nav>
          <div
            class="paperbox"
            role="region"
            aria-label={t('Ảnh giấy tờ', 'Picture of the paper')}
            tabindex={0}
          >
            <Sheet paper={shown} />
          </div>
          <Tools hasNext={papers.length > 1} />
        </>
      ) : (
        <p class="none">
          {t(
            'Hồ sơ không có tệp nào; giấy tờ xem tại quầy.',
            'The dossier has no files; its papers are seen at the counter.',
          )}
        </p>
      )}
    </section>
  )
}

function Tab(props: { paper: PaperShown; isShown: boolean; here: string }) {
  const { paper, isShown, here } = props
  return (
    <a
      href={`${here}${here.includes('?') ? '&' : '?'}tep=${paper.key}`}
      aria-current={isShown ? 'true' : undefined}
      data-src={paper.src}
      data-pdf={paper.isPdf ? '' : undefined}
    >
      <Icon name="paper" />
      <span>
        {paper.title}
        <small>{paper.note}</small>
      </span>
    </a>
  )
}

function Sheet({ paper }: { paper: PaperShown }) {
  const name = `${paper.title}, ${paper.note}`
  return paper.isPdf ? (
    <iframe class="pdf" src={`${paper.src}#toolbar=0&navpanes=0&view=FitH`} title={name} />
  ) : (
    <img class="shot" src={paper.src} alt={name} />
  )
}

function Tools({ hasNext }: { hasNext: boolean }) {
  const t = useSay()
  return (
    <div class="vtool">
      <button type="button" class="btn btn--q" data-view="zoom" data-key="+" hidden>
        <Icon name="zoom" />
        {t('Phóng to', 'Zoom in')} <kbd>+</kbd>
      </button>
      <button type="button" class="btn btn--q" data-view="rotate" data-key="R" hidden>
        <Icon name="rotate" />
        {t('Xoay', 'Rotate')} <kbd>R</kbd>
      </button>
      {hasNext ? (
        <button type="button" class="btn btn--q" data-view="next" data-key="]" hidden>
          {t('Tệp sau', 'Next file')} <kbd>]</kbd>
        </button>
      ) : null}
    </div>
  )
}
