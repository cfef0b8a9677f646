import type { ProcedureDefinition, StepDefinition } from '../modules/procedures/index.ts'

/** What every registration at a ward goes through, in the words of the portal and of the desk. */
type CitizenStep = ProcedureDefinition['citizenSteps'][number]

export function declareStep(minutes: number): CitizenStep {
  return {
    title: { vi: 'Điền tờ khai, tải ảnh giấy tờ', en: 'Fill in the form, send photos' },
    body: {
      vi: `Khoảng ${minutes} phút. Có thể lưu lại và làm tiếp sau.`,
      en: `About ${minutes} minutes. You can save it and go on later.`,
    },
    who: { vi: 'Ông/bà, trên mạng', en: 'You, online' },
    icon: 'person',
  }
}

export const wardChecksStep: CitizenStep = {
  title: { vi: 'Phường kiểm tra hồ sơ', en: 'The ward checks the dossier' },
  body: {
    vi: 'Thiếu hoặc sai chỗ nào, phường nhắn tin nói rõ chỗ đó.',
    en: 'If anything is missing or wrong, the ward sends a message saying what.',
  },
  who: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status officer' },
  icon: 'home',
}

export const appointmentStep: CitizenStep = {
  title: { vi: 'Nhận tin nhắn hẹn', en: 'You get an appointment' },
  body: {
    vi: 'Có ngày giờ, địa chỉ và giấy tờ cần mang theo.',
    en: 'With the day, the hour, the address and the papers to bring.',
  },
  who: { vi: 'Qua điện thoại', en: 'By phone' },
  icon: 'message',
}

/** `paper`: what is signed for and taken, "Giấy khai sinh". */
export function collectStep(paper: { vi: string; en: string }): CitizenStep {
  return {
    title: {
      vi: `Đến phường ký và nhận ${paper.vi}`,
      en: `Sign at the ward and take the ${paper.en}`,
    },
    body: {
      vi: 'Kiểm tra từng chữ trước khi ký vào Sổ hộ tịch.',
      en: 'Check every word before you sign the register.',
    },
    who: { vi: 'Bộ phận Một cửa', en: 'One-stop desk' },
    icon: 'person',
  }
}

/** The officer examines and proposes; the chairman, or the deputy of the day, signs that paper. */
export function examineAndSign(paper: string): readonly [StepDefinition, StepDefinition] {
  return [
    {
      key: 'tham-tra',
      name: { vi: 'Thẩm tra', en: 'Examination' },
      kind: 'propose',
      role: 'civilStatusOfficer',
      limit: null,
    },
    {
      key: 'ky',
      name: { vi: `Ký ${paper}`, en: 'Signature' },
      kind: 'sign',
      role: 'chairman',
      limit: null,
    },
  ]
}
