import type { DeskView, DossierFile } from '../../modules/dossiers/index.ts'
import { sayIn } from '../ui/lang.tsx'
import { say, type Lang } from '../words/index.ts'

/** One tab of the viewer. */
export type PaperShown = {
  key: string
  title: string
  /** "JPG", "JPG, tệp 2". */
  note: string
  src: string
  isPdf: boolean
}

const kinds: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
}

/** The uploads, then the certificate as it will print or as it was signed; it is first for a signer. */
export function papersOf(
  view: Pick<DeskView, 'dossier' | 'definition' | 'files' | 'events'>,
  { isForSigner, lang }: { isForSigner: boolean; lang: Lang },
): readonly PaperShown[] {
  const base = `/can-bo/ho-so/${view.dossier.code}`
  const uploads = inOrder(view).map((file, index, files) => ({
    key: file.id,
    title: componentName(view, file.component, lang),
    note: noteOf(file, files.slice(0, index), lang),
    src: `${base}/tep/${file.id}`,
    isPdf: file.mime === 'application/pdf',
  }))
  const made = resultPaperOf(view, base, lang)
  const given = [...uploads, ...formsOf(view, base, lang)]
  return isForSigner ? [...made, ...given] : [...given, ...made]
}

/** Forms of other agencies, printed from the answers for whoever must sign them at the counter. */
function formsOf(
  { definition }: Pick<DeskView, 'definition'>,
  base: string,
  lang: Lang,
): PaperShown[] {
  return (definition.furtherDeclarations ?? []).map(({ key, title }) => ({
    key,
    title: say(title, lang),
    note: 'PDF',
    src: `${base}/mau/${key}`,
    isPdf: true,
  }))
}

/** As the definition lists the components, not as they were uploaded. */
function inOrder({ definition, files }: Pick<DeskView, 'definition' | 'files'>): DossierFile[] {
  const place = ({ component }: DossierFile) =>
    definition.components.findIndex(({ key }) => key === component)
  return files.toSorted((a, b) => place(a) - place(b))
}

function noteOf(file: DossierFile, before: readonly DossierFile[], lang: Lang): string {
  const t = sayIn(lang)
  const kind = kinds[file.mime] ?? t('tệp', 'file')
  const earlier = before.filter(({ component }) => component === file.component).length
  return earlier === 0 ? kind : `${kind}, ${t('tệp', 'file')} ${earlier + 1}`
}

function resultPaperOf(
  { dossier, definition, events }: Pick<DeskView, 'dossier' | 'definition' | 'events'>,
  base: string,
  lang: Lang,
): readonly PaperShown[] {
  const t = sayIn(lang)
  const title = say(definition.result.name, lang)
  if (['processing', 'previewing', 'signing'].includes(dossier.state))
    return [
      {
        key: 'xem-truoc',
        title,
        note: t('bản xem trước', 'preview'),
        src: `${base}/ban-xem-truoc`,
        isPdf: true,
      },
    ]
  const isIssued = events.some(({ kind }) => kind === 'certificateIssued')
  if (!isIssued) return []
  return [
    {
      key: 'ban-dien-tu',
      title,
      note: t('bản đã ký số', 'digitally signed'),
      src: `${base}/ban-dien-tu`,
      isPdf: true,
    },
  ]
}

export function componentName(
  { definition }: Pick<DeskView, 'definition'>,
  key: string,
  lang: Lang = 'vi',
): string {
  const component = definition.components.find((one) => one.key === key)
  return component ? say(component.name, lang) : key
}
