import type { DossierEvent } from '../../modules/dossiers/index.ts'
import type { DossierFacts } from './dossier-facts.ts'

export type Happened = { at: Date; text: string }

type Told = {
  event: DossierEvent
  who: string
  names: ReadonlyMap<string, string>
  /** The procedure writes into a civil-status book. */
  hasBook: boolean
}

const sentences: Readonly<Record<string, (told: Told) => string>> = {
  filed: () => 'Người nộp gửi hồ sơ',
  received: ({ who }) => `${who} tiếp nhận hồ sơ`,
  supplementRequested: ({ who }) => `${who} yêu cầu bổ sung`,
  supplementAnswered: () => 'Người nộp gửi bổ sung',
  declined: ({ who }) => `${who} từ chối tiếp nhận`,
  stepCompleted: ({ who }) => `${who} làm xong một bước`,
  proposed: ({ who }) => `${who} trình kết quả`,
  previewConfirmed: ({ event, who }) =>
    event.actorKind === 'staff'
      ? `${who} ghi nhận người nộp xác nhận bản xem trước`
      : 'Người nộp xác nhận bản xem trước',
  previewDisputed: () => 'Người nộp báo bản xem trước có chỗ sai',
  sentBack: ({ who }) => `${who} trả lại người trình`,
  signed: ({ event, who }) => {
    const { entryNo, entryYear } = event.facts
    const number = typeof entryNo === 'number' ? `, số ${entryNo}/${String(entryYear)}` : ''
    return `${who} ký${number}`
  },
  certificateIssued: () => 'Hệ thống tạo bản điện tử có chữ ký số',
  certificateReplaced: () => 'Bản điện tử được thay thế',
  handedOver: ({ who, hasBook }) =>
    hasBook ? `${who} trả kết quả, ghi Sổ hộ tịch` : `${who} trả kết quả`,
  crossedOut: ({ who }) => `${who} gạch sổ`,
  refused: ({ who }) => `${who} từ chối giải quyết`,
  withdrawn: () => 'Người nộp rút hồ sơ',
  assigned: ({ event, who, names }) =>
    `${who} chuyển cho ${names.get(String(event.facts['assignee'])) ?? 'người khác'}`,
  dueMoved: ({ who }) => `${who} hẹn lại ngày trả`,
}

/** What an event says, with the officer's name. */
export function happened(
  event: DossierEvent,
  { names, view }: Pick<DossierFacts, 'names' | 'view'>,
): Happened {
  const who =
    event.actorKind === 'staff'
      ? (names.get(event.actorId ?? '') ?? 'Cán bộ')
      : event.actorKind === 'system'
        ? 'Hệ thống'
        : 'Người nộp'
  const say = sentences[event.kind]
  return {
    at: event.at,
    text: say
      ? say({ event, who, names, hasBook: view.definition.register !== null })
      : `${who}: ${event.kind}`,
  }
}
