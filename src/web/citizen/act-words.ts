import type { Lang } from '../words/index.ts'

const vi = {
  supplement: {
    title: 'Bổ sung hồ sơ',
    lead: 'Sửa hết các chỗ dưới đây rồi gửi một lần. Nội dung đã khai trước vẫn được giữ để đối chiếu.',
    asked: (when: string) => `Đề nghị lúc ${when}`,
    reason: 'Lý do',
    declared: 'Đã khai',
    proposed: 'Đề nghị ghi',
    accept: (value: string) => `Đồng ý ghi: ${value}`,
    correct: 'Ghi khác',
    keep: 'Giữ nguyên và giải thích',
    how: 'Ông/bà chọn cách trả lời',
    remark: 'Giải thích thêm',
    remarkHint: 'Không bắt buộc khi đã sửa hoặc đã gửi giấy tờ.',
    remarkNeeded: 'Viết lời giải thích, hoặc chọn cách trả lời khác',
    fileNeeded: 'Tải lên giấy tờ này, hoặc viết lời giải thích',
    answerNeeded: 'Trả lời mục này: chọn một cách ở dưới',
    done: 'Tôi đã làm việc này',
    files: 'Tải lên giấy tờ',
    send: 'Gửi bổ sung',
    none: 'Không có yêu cầu bổ sung nào đang chờ',
    item: (no: number) => `Mục ${no}`,
    filesAgain: 'Có chỗ cần sửa nên tệp chưa được lưu. Ông/bà chọn lại tệp trước khi gửi.',
  },
  preview: {
    title: 'Bản xem trước',
    lead: (result: string) =>
      `Đây là nội dung sẽ in trên ${result}. Ông/bà kiểm tra từng chữ, từng dấu.`,
    after: 'Sau khi ký, muốn sửa phải làm thủ tục cải chính.',
    pdf: 'Mở bản xem trước (PDF)',
    confirm: 'Đúng, đề nghị ký',
    wrong: 'Có chỗ chưa đúng?',
    wrongLead: 'Viết rõ chỗ nào sai, sửa thành gì. Hồ sơ trở lại người thẩm tra.',
    remark: 'Chỗ chưa đúng',
    dispute: 'Gửi chỗ chưa đúng',
    missing: 'Viết rõ chỗ nào chưa đúng',
  },
  withdraw: {
    title: 'Rút hồ sơ?',
    lead: 'Việc giải quyết dừng lại. Hồ sơ đã rút không mở lại được; muốn làm tiếp phải nộp hồ sơ mới.',
    yes: 'Rút hồ sơ',
    no: 'Không rút',
  },
}

const en: typeof vi = {
  supplement: {
    title: 'Supplement the dossier',
    lead: 'Correct everything below and send it once. What you declared before is kept beside it.',
    asked: (when) => `The ward asked at ${when}`,
    reason: 'Reason',
    declared: 'Declared',
    proposed: 'The ward proposes',
    accept: (value) => `I agree: ${value}`,
    correct: 'Something else',
    keep: 'Leave it and explain',
    how: 'Choose how to answer',
    remark: 'Explanation',
    remarkHint: 'Not needed when you corrected it or sent the paper.',
    remarkNeeded: 'Write an explanation, or choose another answer',
    fileNeeded: 'Upload this paper, or write an explanation',
    answerNeeded: 'Answer this: choose one below',
    done: 'I have done this',
    files: 'Upload the paper',
    send: 'Send the supplement',
    none: 'No supplement is asked for',
    item: (no) => `Item ${no}`,
    filesAgain: 'Something needs correcting, so files were not stored. Choose them again.',
  },
  preview: {
    title: 'Preview',
    lead: (result) => `This is what will be printed: ${result}. Check every letter and mark.`,
    after: 'After the signature a correction is another procedure.',
    pdf: 'Open the preview (PDF)',
    confirm: 'It is right, please sign',
    wrong: 'Something is not right?',
    wrongLead: 'Say what is wrong and how it should be. The dossier goes back to the examiner.',
    remark: 'What is not right',
    dispute: 'Send what is not right',
    missing: 'Say what is not right',
  },
  withdraw: {
    title: 'Withdraw the dossier?',
    lead: 'The ward stops. A withdrawn dossier cannot be opened again; to go on you file a new one.',
    yes: 'Withdraw',
    no: 'Do not withdraw',
  },
}

export function actWords(lang: Lang): typeof vi {
  return lang === 'en' ? en : vi
}
