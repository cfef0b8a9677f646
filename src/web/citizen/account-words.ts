import type { Lang } from '../words/index.ts'

const vi = {
  signIn: {
    title: 'Đăng nhập bằng số điện thoại',
    lead: 'Xem mọi tờ khai và hồ sơ đã xác nhận bằng số này. Không cần mật khẩu.',
    button: 'Đăng nhập',
    here: 'Đang có trên máy này',
  },
  mine: {
    title: 'Hồ sơ của tôi',
    phone: (phone: string) => `Số điện thoại ${phone}`,
    drafts: 'Tờ khai đang làm dở',
    dossiers: 'Hồ sơ đã nộp',
    none: 'Chưa có hồ sơ nào nộp từ máy này hoặc bằng số điện thoại này.',
    open: 'Xem hồ sơ',
    filedAt: (when: string) => `Nộp lúc ${when}`,
    resume: 'Có mã tiếp tục? Mở tờ khai khác',
  },
  resume: {
    title: 'Làm tiếp tờ khai',
    lead: 'Nhập mã tiếp tục gồm 8 chữ và số, ghi dưới mỗi trang của tờ khai.',
    box: 'Mã tiếp tục',
    hint: 'Ví dụ: 4F7K 29QD. Chữ hoa hay thường đều được.',
    button: 'Mở tờ khai',
    missing: 'Nhập mã tiếp tục, gồm 8 chữ và số',
    lost: 'Mất mã? Nếu đã xác nhận số điện thoại, ông/bà đăng nhập bằng số đó.',
  },
  check: {
    title: 'Kiểm tra giấy tờ',
    valid: 'Giấy tờ có giá trị',
    validLead: 'Giấy tờ này do cơ quan dưới đây cấp và đang có giá trị.',
    'not-yet-collected': 'Đã ký, chưa trả cho người dân',
    'not-yet-collectedLead':
      'Giấy tờ đã được ký nhưng việc đăng ký chưa hoàn thành. Chưa dùng được giấy tờ này.',
    replaced: 'Giấy tờ đã được thay bằng bản khác',
    replacedLead: 'Bản này không còn dùng được. Đề nghị người giữ giấy tờ đưa bản mới.',
    corrected: 'Nội dung đã được cải chính sau khi cấp',
    correctedLead:
      'Giấy tờ này do cơ quan dưới đây cấp, nhưng nội dung đã thay đổi. Đề nghị xin bản mới.',
    'crossed-out': 'Giấy tờ đã bị hủy',
    'crossed-outLead': 'Giấy tờ này không có giá trị.',
    kind: 'Loại giấy tờ',
    agency: 'Cơ quan cấp',
    day: 'Ngày ký',
    unknown: 'Không tìm thấy giấy tờ này',
    unknownLead:
      'Mã trong QR không phải của giấy tờ do chúng tôi cấp, hoặc đường dẫn bị gõ thiếu. Hỏi cơ quan ghi trên giấy tờ, hoặc gọi 1900 1009.',
    noNames:
      'Trang này không hiện tên người. So sánh loại giấy tờ, cơ quan và ngày ký với bản ông/bà đang xem.',
  },
  outbox: {
    title: 'Hộp thư thử',
    lead: 'Chỉ có ở bản dùng thử: tin nhắn đáng lẽ gửi đến điện thoại hiện ra ở đây.',
    none: 'Chưa có tin nhắn nào. Tin đang được gửi hiện ra sau vài giây; tải lại trang.',
    to: (when: string, phone: string) => `${when}, tới ${phone}`,
    reload: 'Tải lại',
  },
}

const en: typeof vi = {
  signIn: {
    title: 'Sign in with your phone',
    lead: 'See every declaration and dossier confirmed with this number. No password needed.',
    button: 'Sign in',
    here: 'On this device',
  },
  mine: {
    title: 'My dossiers',
    phone: (phone) => `Phone ${phone}`,
    drafts: 'Unfinished declarations',
    dossiers: 'Dossiers filed',
    none: 'Nothing was filed from this device or with this phone yet.',
    open: 'Open',
    filedAt: (when) => `Filed ${when}`,
    resume: 'You have a resume code? Open another declaration',
  },
  resume: {
    title: 'Resume a declaration',
    lead: 'Enter the resume code of 8 letters and digits, shown under each page of the declaration.',
    box: 'Resume code',
    hint: 'For example: 4F7K 29QD. Capitals do not matter.',
    button: 'Open the declaration',
    missing: 'Enter the resume code of 8 letters and digits',
    lost: 'Lost the code? If you confirmed a phone, sign in with it.',
  },
  check: {
    title: 'Check a paper',
    valid: 'The paper is valid',
    validLead: 'It was issued by the agency below and is in force.',
    'not-yet-collected': 'Signed, not yet handed over',
    'not-yet-collectedLead':
      'It was signed, but the registration is not complete. It cannot be used yet.',
    replaced: 'The paper was replaced by another',
    replacedLead: 'This copy can no longer be used. Ask for the new one.',
    corrected: 'It was corrected after it was issued',
    correctedLead:
      'It was issued by the agency below, but its contents changed. Ask for a new one.',
    'crossed-out': 'The paper was crossed out',
    'crossed-outLead': 'It has no value.',
    kind: 'Kind',
    agency: 'Issued by',
    day: 'Signed on',
    unknown: 'There is no such paper',
    unknownLead:
      'The code in the QR is not of a paper we issued, or the address is incomplete. Ask the agency named on the paper, or call 1900 1009.',
    noNames: 'This page shows no names. Compare kind, agency and day with the paper before you.',
  },
  outbox: {
    title: 'Demo outbox',
    lead: 'Trial copy only: messages that would go to phones appear here.',
    none: 'No messages yet. One that is being sent appears after some seconds; reload the page.',
    to: (when, phone) => `${when}, to ${phone}`,
    reload: 'Reload',
  },
}

export function accountWords(lang: Lang): typeof vi {
  return lang === 'en' ? en : vi
}
