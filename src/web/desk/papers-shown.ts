import type { DeskView, DossierFile } from '../../modules/dossiers/index.ts'

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
  { isForSigner }: { isForSigner: boolean },
): readonly PaperShown[] {
  const base = `/can-bo/ho-so/${view.dossier.code}`
  const uploads = inOrder(view).map((file, index, files) => ({
    key: file.id,
    title: componentName(view, file.component),
    note: noteOf(file, files.slice(0, index)),
    src: `${base}/tep/${file.id}`,
    isPdf: file.mime === 'application/pdf',
  }))
  const made = resultPaperOf(view, base)
  return isForSigner ? [...made, ...uploads] : [...uploads, ...made]
}

/** As the definition lists the components, not as they were uploaded. */
function inOrder({ definition, files }: Pick<DeskView, 'definition' | 'files'>): DossierFile[] {
  const place = ({ component }: DossierFile) =>
    definition.components.findIndex(({ key }) => key === component)
  return files.toSorted((a, b) => place(a) - place(b))
}

function noteOf(file: DossierFile, before: readonly DossierFile[]): string {
  const kind = kinds[file.mime] ?? 'tệp'
  const earlier = before.filter(({ component }) => component === file.component).length
  return earlier === 0 ? kind : `${kind}, tệp ${earlier + 1}`
}

function resultPaperOf(
  { dossier, definition, events }: Pick<DeskView, 'dossier' | 'definition' | 'events'>,
  base: string,
): readonly PaperShown[] {
  const title = definition.result.name.vi
  if (['processing', 'previewing', 'signing'].includes(dossier.state))
    return [
      { key: 'xem-truoc', title, note: 'bản xem trước', src: `${base}/ban-xem-truoc`, isPdf: true },
    ]
  const isIssued = events.some(({ kind }) => kind === 'certificateIssued')
  if (!isIssued) return []
  return [
    { key: 'ban-dien-tu', title, note: 'bản đã ký số', src: `${base}/ban-dien-tu`, isPdf: true },
  ]
}

export function componentName({ definition }: Pick<DeskView, 'definition'>, key: string): string {
  return definition.components.find((component) => component.key === key)?.name.vi ?? key
}
