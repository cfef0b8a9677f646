import type { Lang } from '../words/index.ts'

const vi = {
  start: {
    title: 'Ông/bà có tờ khai đang làm dở',
    lead: 'Làm tiếp tờ khai cũ để không nộp hai lần cho cùng một việc.',
    saved: (when: string) => `Lưu lần cuối lúc ${when}`,
    done: (done: number, all: number) => `Xong ${done} trên ${all} phần`,
    unnamed: 'Chưa có tên',
    resume: 'Làm tiếp',
    fresh: 'Bắt đầu tờ khai mới',
  },
  check: 'Kiểm tra và nộp',
  savedNow: (time: string, days: number) =>
    `Đã lưu lúc ${time}. Tờ khai giữ trong ${days} ngày. Mã tiếp tục `,
  savedAfter: ' để mở lại trên máy khác.',
  notSaved: 'Tờ khai được lưu từ khi ông/bà bấm “Lưu và tiếp tục” lần đầu.',
  help: (code: boolean): string =>
    code
      ? ' và đọc mã tiếp tục. Hoặc đến Bộ phận Một cửa, cán bộ mở tờ khai này và điền cùng ông/bà.'
      : ' để được hướng dẫn. Hoặc đến Bộ phận Một cửa, cán bộ điền cùng ông/bà.',
  call: 'Gọi ',
  more: 'Theo câu trả lời vừa rồi, trang này có thêm câu hỏi. Ông/bà trả lời tiếp.',
  hiddenTitle: 'Có mục không còn hỏi nữa',
  hidden:
    'Vì câu trả lời vừa sửa, các mục dưới đây không còn trong tờ khai. Đổi lại câu trả lời thì nội dung đã điền hiện ra như cũ.',
  later: {
    title: 'Đã lưu tờ khai',
    lead: 'Hồ sơ chưa được nộp. Ông/bà làm tiếp lúc nào cũng được, trên máy này hoặc máy khác.',
    code: 'Mã tiếp tục',
    codeHint: 'Ghi lại hoặc chụp ảnh mã này. Ai có mã đều mở được tờ khai.',
    until: (day: string) => `Giữ đến ${day}. Mỗi lần lưu được tính lại từ đầu.`,
    how: 'Mở lại bằng cách nào?',
    here: 'Trên máy này: mở lại trang này hoặc trang thủ tục.',
    elsewhere: 'Trên máy khác: vào trang “Làm tiếp tờ khai” và nhập mã.',
    byPhone: 'Qua điện thoại: gọi 1900 1009 và đọc mã.',
    go: 'Làm tiếp ngay',
    home: 'Về trang chủ',
  },
  discard: {
    title: 'Bỏ tờ khai này?',
    lead: 'Mọi nội dung và ảnh đã tải lên sẽ không mở lại được.',
    yes: 'Bỏ tờ khai',
    no: 'Giữ lại',
    link: 'Bỏ tờ khai này',
  },
  law: {
    title: 'Quy định đã thay đổi từ khi ông/bà mở tờ khai',
    lead: (day: string) =>
      `Từ ${day}, tờ khai theo mẫu mới. Câu trả lời của ông/bà được giữ nguyên, không mất gì.`,
    newly: 'Hỏi thêm',
    gone: 'Không còn hỏi',
    changed: 'Hỏi theo cách khác',
    nothing: 'Các câu hỏi không đổi. Chỉ có căn cứ pháp lý và thời hạn thay đổi.',
    basis: 'Căn cứ',
    fix: 'Cần sửa lại mục này.',
    confirm: 'Đồng ý, chuyển sang mẫu mới',
  },
}

const en: typeof vi = {
  start: {
    title: 'You have an unfinished declaration',
    lead: 'Go on with it, so that the same thing is not filed twice.',
    saved: (when) => `Last saved ${when}`,
    done: (done, all) => `${done} of ${all} parts done`,
    unnamed: 'No name yet',
    resume: 'Go on',
    fresh: 'Start a new declaration',
  },
  check: 'Check and file',
  savedNow: (time, days) => `Saved at ${time}. Kept for ${days} days. Resume code `,
  savedAfter: ' opens it on another device.',
  notSaved: 'The declaration is saved from the first time you press “Save and continue”.',
  help: (code) =>
    code
      ? ' and read out the resume code. Or come to the one-stop desk: an officer fills it in with you.'
      : ' for guidance. Or come to the one-stop desk: an officer fills it in with you.',
  call: 'Call ',
  more: 'Because of your answers this page asks a little more. Please go on.',
  hiddenTitle: 'Some questions are no longer asked',
  hidden:
    'Because of the answer you changed, these are no longer part of the declaration. Change it back and what you entered returns.',
  later: {
    title: 'The declaration is saved',
    lead: 'It has not been filed. Go on whenever you like, on this device or another.',
    code: 'Resume code',
    codeHint: 'Write it down or take a photo. Whoever has it can open the declaration.',
    until: (day) => `Kept until ${day}. Each time you save, the time starts again.`,
    how: 'How to open it again?',
    here: 'On this device: open this page or the page of the procedure.',
    elsewhere: 'On another device: go to “Resume a declaration” and enter the code.',
    byPhone: 'By phone: call 1900 1009 and read out the code.',
    go: 'Go on now',
    home: 'Home page',
  },
  discard: {
    title: 'Throw this declaration away?',
    lead: 'What you entered and uploaded can not be opened again.',
    yes: 'Throw away',
    no: 'Keep it',
    link: 'Throw this declaration away',
  },
  law: {
    title: 'The rules changed since you opened the declaration',
    lead: (day) => `Since ${day} the form is another. Your answers are kept; nothing is lost.`,
    newly: 'Asked in addition',
    gone: 'No longer asked',
    changed: 'Asked in another way',
    nothing: 'The questions are the same. Only the legal basis and time limits changed.',
    basis: 'Basis',
    fix: 'This needs correcting.',
    confirm: 'Agree and use the new form',
  },
}

export type FormWords = typeof vi

export function formWords(lang: Lang): FormWords {
  return lang === 'en' ? en : vi
}
