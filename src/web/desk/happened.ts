import type { DossierEvent } from '../../modules/dossiers/index.ts'
import { sayIn, type Say } from '../ui/lang.tsx'
import type { Lang } from '../words/index.ts'
import type { DossierFacts } from './dossier-facts.ts'

export type Happened = { at: Date; text: string }

type Told = {
  event: DossierEvent
  who: string
  names: ReadonlyMap<string, string>
  /** The procedure writes into a civil-status book. */
  hasBook: boolean
  t: Say
}

const sentences: Readonly<Record<string, (told: Told) => string>> = {
  filed: ({ event, t }) =>
    event.actorKind === 'system'
      ? t('Cơ quan liên thông chuyển hồ sơ', 'Another agency sent the dossier')
      : t('Người nộp gửi hồ sơ', 'Submitter filed the dossier'),
  received: ({ who, t }) => t(`${who} tiếp nhận hồ sơ`, `${who} received the dossier`),
  supplementRequested: ({ who, t }) => t(`${who} yêu cầu bổ sung`, `${who} requested a supplement`),
  supplementAnswered: ({ t }) => t('Người nộp gửi bổ sung', 'Submitter sent the supplement'),
  declined: ({ who, t }) => t(`${who} từ chối tiếp nhận`, `${who} declined the dossier`),
  stepCompleted: ({ who, t }) => t(`${who} làm xong một bước`, `${who} completed a step`),
  proposed: ({ who, t }) => t(`${who} trình kết quả`, `${who} proposed the result`),
  previewConfirmed: ({ event, who, t }) =>
    event.actorKind === 'staff'
      ? t(
          `${who} ghi nhận người nộp xác nhận bản xem trước`,
          `${who} noted that the submitter confirmed the preview`,
        )
      : t('Người nộp xác nhận bản xem trước', 'Submitter confirmed the preview'),
  previewDisputed: ({ t }) =>
    t('Người nộp báo bản xem trước có chỗ sai', 'Submitter reported a mistake in the preview'),
  sentBack: ({ who, t }) => t(`${who} trả lại người trình`, `${who} sent it back`),
  signed: ({ event, who, t }) => {
    const { entryNo, entryYear } = event.facts
    const number = `${String(entryNo)}/${String(entryYear)}`
    const [vi, en] = typeof entryNo === 'number' ? [`, số ${number}`, `, no. ${number}`] : ['', '']
    return t(`${who} ký${vi}`, `${who} signed${en}`)
  },
  certificateIssued: ({ t }) =>
    t(
      'Hệ thống tạo bản điện tử có chữ ký số',
      'System made the electronic version with a digital signature',
    ),
  certificateReplaced: ({ t }) =>
    t('Bản điện tử được thay thế', 'The electronic version was replaced'),
  registered: ({ who, t }) =>
    t(
      `${who} ghi Sổ hộ tịch, trao bản chính; các cơ quan khác đang giải quyết`,
      `${who} registered it and gave the original; other agencies still work`,
    ),
  handedOver: ({ who, hasBook, t }) =>
    hasBook
      ? t(
          `${who} trả kết quả, ghi Sổ hộ tịch`,
          `${who} handed over the result and entered it in the register book`,
        )
      : t(`${who} trả kết quả`, `${who} handed over the result`),
  entryCorrected: ({ who, t }) =>
    t(`${who} ký cải chính trong Sổ hộ tịch`, `${who} signed a correction of the entry`),
  entryAnnulled: ({ who, t }) =>
    t(`${who} ký hủy việc đăng ký`, `${who} signed the annulment of the entry`),
  entryNoted: ({ who, t }) =>
    t(`${who} ghi chú vào Sổ hộ tịch`, `${who} noted something beside the entry`),
  numberArrived: ({ t }) => t('Đã nhận số định danh cá nhân', 'The personal number has arrived'),
  crossedOut: ({ who, t }) => t(`${who} gạch sổ`, `${who} crossed out the entry`),
  legOpened: ({ t }) => t('Chuyển cơ quan phối hợp', 'Passed on to another agency'),
  legMoved: ({ t }) => t('Cơ quan phối hợp báo tiến độ', 'Another agency reported'),
  legsCompleted: ({ t }) => t('Các cơ quan đã làm xong', 'The other agencies are done'),
  legAnswered: ({ who, t }) =>
    t(`${who} bổ sung cho cơ quan phối hợp`, `${who} answered what an agency asked`),
  citizenAsked: ({ who, t }) =>
    t(`${who} mời người dân đến phường`, `${who} asked the citizen to come`),
  verificationAsked: ({ who, t }) =>
    t(`${who} hỏi xác minh nơi khác`, `${who} asked another commune to verify`),
  verificationAnswered: ({ event, who, t }) =>
    event.actorKind === 'staff'
      ? t(`${who} ghi trả lời xác minh`, `${who} recorded the answer to an inquiry`)
      : t('Nơi được hỏi trả lời xác minh', 'The commune asked has answered'),
  noticePosted: ({ who, t }) => t(`${who} niêm yết thông báo`, `${who} posted a public notice`),
  called: ({ who, t }) => t(`${who} đã liên lạc người nộp`, `${who} reached the submitter`),
  warned: ({ t }) => t('Nhắc: sắp đến hạn trả', 'Reminder: nearly due'),
  escalated: ({ event, t }) =>
    event.facts['to'] === 'city'
      ? t('Quá hạn, báo Thành phố', 'Overdue: reported to the city')
      : t('Quá hạn, báo lãnh đạo', 'Overdue: reported to the head'),
  reminded: ({ t }) => t('Nhắc người nộp đến nhận kết quả', 'Submitter reminded to collect'),
  refusalProposed: ({ who, t }) =>
    t(`${who} đề nghị từ chối giải quyết`, `${who} proposed to refuse`),
  supplementAgainAsked: ({ who, t }) =>
    t(`${who} xin ý kiến yêu cầu bổ sung lần nữa`, `${who} asked to request a supplement again`),
  supplementAgainTurnedDown: ({ who, t }) =>
    t(
      `${who} không đồng ý yêu cầu bổ sung lần nữa`,
      `${who} turned down a second supplement request`,
    ),
  refused: ({ who, t }) => t(`${who} từ chối giải quyết`, `${who} refused the dossier`),
  withdrawn: ({ t }) => t('Người nộp rút hồ sơ', 'Submitter withdrew the dossier'),
  assigned: ({ event, who, names, t }) => {
    const to = names.get(String(event.facts['assignee'])) ?? t('người khác', 'someone else')
    return t(`${who} chuyển cho ${to}`, `${who} assigned it to ${to}`)
  },
  dueMoved: ({ who, t }) => t(`${who} hẹn lại ngày trả`, `${who} moved the due date`),
}

/** What an event says, with the officer's name. */
export function happened(
  event: DossierEvent,
  { names, view }: Pick<DossierFacts, 'names' | 'view'>,
  lang: Lang = 'vi',
): Happened {
  const t = sayIn(lang)
  const who =
    event.actorKind === 'staff'
      ? (names.get(event.actorId ?? '') ?? t('Cán bộ', 'An officer'))
      : event.actorKind === 'system'
        ? t('Hệ thống', 'System')
        : t('Người nộp', 'Submitter')
  const sentence = sentences[event.kind]
  return {
    at: event.at,
    text: sentence
      ? sentence({ event, who, names, t, hasBook: view.definition.register !== null })
      : `${who}: ${event.kind}`,
  }
}
