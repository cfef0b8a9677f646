import { words } from '../words/index.ts'
import { Icon } from './icons.tsx'
import {
  fieldClass,
  HintAndError,
  idOf,
  LabelText,
  problemsOf,
  type FieldProps,
} from './field-shell.tsx'

/**
 * What is uploaded, each with a button to take it away, and one file input. The form is multi-part;
 * "Lưu và tiếp tục" uploads as well. Ids of uploaded files go along in hidden inputs.
 */
export function FileField({ field, context }: FieldProps<'file'>) {
  const t = words(context.lang)
  const files = context.files?.[field.key] ?? []
  const id = idOf(field.key)
  const hasProblem = problemsOf(field, context).length > 0
  const describedBy = [
    field.hint ? `${id}-hint` : '',
    `${id}-limit`,
    hasProblem ? `${id}-error` : '',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div class={fieldClass(field, context)}>
      <label for={id}>
        <LabelText field={field} context={context} />
      </label>
      <HintAndError field={field} context={context} />
      {files.length > 0 ? (
        <ul class="files">
          {files.map((file) => (
            <li>
              <Icon name="paper" />
              <a href={file.href}>{file.name}</a>
              <small class="muted nw">{sizeInWords(file.sizeBytes)}</small>
              <button class="btn btn--link" name="_removeFile" value={`${field.key}:${file.id}`}>
                {t.file.remove}
                <span class="vh"> {file.name}</span>
              </button>
              <input type="hidden" name={field.key} value={file.id} />
            </li>
          ))}
        </ul>
      ) : null}
      <p class="hint" id={`${id}-limit`}>
        {t.file.limit(field.filesMax, Math.floor(field.sizeBytesMax / 1_000_000))}
      </p>
      {files.length < field.filesMax ? (
        <div class="acts">
          <input
            type="file"
            class={`in in--file${hasProblem ? ' in--err' : ''}`}
            id={id}
            name={field.key}
            accept={field.accept.join(',')}
            multiple={field.filesMax > 1}
            aria-describedby={describedBy}
            aria-invalid={hasProblem ? 'true' : undefined}
          />
          <button class="btn btn--2" name="_upload" value={field.key}>
            {t.file.add}
          </button>
        </div>
      ) : null}
    </div>
  )
}

/** 1 MB = 1,000,000 bytes, with a decimal comma: "1,2 MB". */
export function sizeInWords(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} byte`
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1000)} KB`
  return `${(sizeBytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
