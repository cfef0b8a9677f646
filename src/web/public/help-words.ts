import type { Lang } from '../words/index.ts'

export type Article = {
  title: string
  lead: string
  sections: readonly { heading: string; list: readonly string[] }[]
}

export type HelpWords = {
  help: Article
  levels: Article
  data: Article
  access: Article
  links: { call: string }
}

const vi: HelpWords = {
  links: { call: 'Gọi' },
  help: {
    title: 'Trợ giúp',
    lead: 'Làm một việc qua mạng gồm bốn bước. Dừng ở đâu cũng được, phần đã khai vẫn còn.',
    sections: [
      {
        heading: 'Nộp hồ sơ từng bước',
        list: [
          'Tìm thủ tục bằng lời thường, ví dụ “làm giấy khai sinh”, rồi bấm “Nộp trực tuyến”.',
          'Trả lời từng trang. Mỗi lần bấm “Lưu và tiếp tục”, phần vừa khai được lưu.',
          'Chụp ảnh giấy tờ, tải lên, kiểm tra tất cả trên một trang.',
          'Nhập mã gửi tới điện thoại rồi nộp. Ông/bà nhận ngay mã hồ sơ và mã tra cứu.',
        ],
      },
      {
        heading: 'Đang làm dở thì dừng',
        list: [
          'Mở lại trên cùng điện thoại hoặc máy tính: tờ khai còn nguyên.',
          'Mở trên máy khác: nhập mã tiếp tục gồm 8 chữ và số, ghi cuối mỗi trang khai.',
          'Tờ khai chưa nộp được giữ một thời gian; ngày hết hạn ghi ngay trên tờ khai.',
        ],
      },
      {
        heading: 'Sau khi nộp',
        list: [
          'Trong một ngày làm việc, phường tiếp nhận và hẹn ngày trả kết quả.',
          'Nếu thiếu giấy tờ, phường nhắn một lần, ghi rõ mọi chỗ cần bổ sung.',
          'Xem tiến độ bằng mã tra cứu mười số, không cần đăng nhập.',
        ],
      },
      {
        heading: 'Không dùng được mạng',
        list: [
          'Đến Bộ phận Một cửa của phường: cán bộ mở tờ khai và điền cùng ông/bà.',
          'Gọi tổng đài 1900 1009, 7:30–21:00, cả thứ Bảy.',
        ],
      },
    ],
  },
  levels: {
    title: 'Mức độ 1, 2, 3, 4 nghĩa là gì?',
    lead: 'Mức độ cho biết ông/bà làm được bao nhiêu phần việc qua mạng.',
    sections: [
      {
        heading: 'Bốn mức độ',
        list: [
          'Mức độ 1: xem hướng dẫn trên mạng; làm hồ sơ tại quầy.',
          'Mức độ 2: tải mẫu đơn trên mạng; nộp tại quầy.',
          'Mức độ 3: điền và nộp qua mạng; trả lệ phí và nhận kết quả tại quầy.',
          'Mức độ 4: điền, nộp, trả lệ phí và nhận kết quả qua mạng hoặc bưu điện.',
        ],
      },
      {
        heading: 'Mức độ có thể khác nhau',
        list: [
          'Cùng một thủ tục, mỗi phường triển khai vào một ngày; mức độ tính theo ngày và theo nơi.',
          'Căn cứ: Nghị định 43/2011/NĐ-CP, Điều 3.',
        ],
      },
    ],
  },
  data: {
    title: 'Bảo vệ dữ liệu cá nhân',
    lead: 'Chúng tôi chỉ hỏi điều thủ tục cần, và chỉ người xử lý hồ sơ mới xem được.',
    sections: [
      {
        heading: 'Chúng tôi giữ gì',
        list: [
          'Tờ khai và ảnh giấy tờ ông/bà gửi, số điện thoại để nhắn tin.',
          'Nhật ký ai đã làm gì với hồ sơ, lúc nào. Nhật ký không ghi họ tên.',
          'Tờ khai chưa nộp được xóa khi hết hạn.',
        ],
      },
      {
        heading: 'Ai xem được',
        list: [
          'Ông/bà, trên máy đã khai hoặc sau khi xác nhận số điện thoại.',
          'Cán bộ của cơ quan đang giữ hồ sơ, theo vai trò của họ.',
          'Người khác có mã tra cứu chỉ xem được tình trạng và nơi giữ hồ sơ, không xem được họ tên.',
        ],
      },
      {
        heading: 'Trang này dùng gì trên máy của ông/bà',
        list: [
          'Một cookie để nhớ tờ khai đang làm; không có cookie quảng cáo, không theo dõi.',
          'Trên máy dùng chung, bấm “Đăng xuất” khi xong.',
        ],
      },
    ],
  },
  access: {
    title: 'Hỗ trợ người khuyết tật',
    lead: 'Mọi trang dùng được bằng bàn phím, trình đọc màn hình và khi phóng to chữ.',
    sections: [
      {
        heading: 'Trên mạng',
        list: [
          'Phím Tab đi lần lượt qua từng mục; liên kết đầu trang đưa thẳng tới nội dung chính.',
          'Chữ phóng to 400% vẫn đọc được, không phải kéo ngang.',
          'Không trang nào bắt giờ khi ông/bà đang điền; không có hình đố.',
          'Trang vẫn dùng được khi trình duyệt tắt JavaScript.',
        ],
      },
      {
        heading: 'Tại quầy',
        list: [
          'Người khuyết tật, người cao tuổi, phụ nữ có thai được ưu tiên.',
          'Có thể nhờ người thân hoặc cán bộ điền cùng.',
        ],
      },
      {
        heading: 'Chỗ nào khó dùng, xin cho biết',
        list: ['Gọi 1900 1009 và nói trang nào, việc gì. Chúng tôi ghi lại để sửa.'],
      },
    ],
  },
}

const en: HelpWords = {
  links: { call: 'Call' },
  help: {
    title: 'Help',
    lead: 'Filing online takes four steps. Stop anywhere: what you entered is kept.',
    sections: [
      {
        heading: 'Filing, step by step',
        list: [
          'Find the procedure in plain words, such as “birth certificate”, then choose “File online”.',
          'Answer page by page. Each “Save and continue” saves the page.',
          'Photograph your papers, upload them, and check everything on one page.',
          'Enter the code sent to your phone and file. You get the dossier code and look-up number.',
        ],
      },
      {
        heading: 'Stopping half-way',
        list: [
          'Open it again on the same phone or computer: everything is there.',
          'On another device: enter the resume code of 8 letters and digits at the foot of each page.',
          'A declaration that is not filed is kept for a time; the last day is shown on it.',
        ],
      },
      {
        heading: 'After filing',
        list: [
          'Within one working day the ward receives it and gives a date for the result.',
          'If something is missing, the ward asks once and says everything that is needed.',
          'Follow it by the ten-digit look-up number, without signing in.',
        ],
      },
      {
        heading: 'Without the Internet',
        list: [
          'Go to the one-stop counter of your ward: an officer fills it in with you.',
          'Call 1900 1009, 7:30–21:00, Saturdays too.',
        ],
      },
    ],
  },
  levels: {
    title: 'What do levels 1, 2, 3, 4 mean?',
    lead: 'The level says how much of the errand you can do online.',
    sections: [
      {
        heading: 'Four levels',
        list: [
          'Level 1: read about it online; file at the counter.',
          'Level 2: download the form; file at the counter.',
          'Level 3: fill in and file online; pay and collect at the counter.',
          'Level 4: fill in, file, pay and receive the result online or by post.',
        ],
      },
      {
        heading: 'Levels differ',
        list: [
          'Wards go online on different days; the level depends on the day and the place.',
          'Basis: Decree 43/2011/NĐ-CP, Article 3.',
        ],
      },
    ],
  },
  data: {
    title: 'Protection of personal data',
    lead: 'We ask only what the procedure needs; only those who handle the dossier see it.',
    sections: [
      {
        heading: 'What we keep',
        list: [
          'The declaration and photos you send, and your phone number for messages.',
          'A log of who did what to the dossier and when. It holds no names.',
          'A declaration that was not filed is deleted when it expires.',
        ],
      },
      {
        heading: 'Who can see it',
        list: [
          'You, on the device you used or after confirming your phone.',
          'Officers of the agency that holds the dossier, by their role.',
          'Others with the look-up number see status and place only, no names.',
        ],
      },
      {
        heading: 'What this site uses on your device',
        list: [
          'One cookie to remember your declaration; no advertising, no tracking.',
          'On a shared computer choose “Sign out” when you finish.',
        ],
      },
    ],
  },
  access: {
    title: 'Help for people with disabilities',
    lead: 'Every page works by keyboard, with a screen reader and with enlarged text.',
    sections: [
      {
        heading: 'Online',
        list: [
          'Tab moves through the page; the first link leads straight to the content.',
          'Text enlarged to 400% can be read without scrolling sideways.',
          'No page hurries you while you fill it in; there are no picture puzzles.',
          'Pages work with JavaScript switched off.',
        ],
      },
      {
        heading: 'At the counter',
        list: [
          'People with disabilities, older people and pregnant women go first.',
          'A relative or an officer may fill it in with you.',
        ],
      },
      {
        heading: 'Tell us what is hard to use',
        list: ['Call 1900 1009 and say which page and what. We note it and mend it.'],
      },
    ],
  },
}

export function helpWords(lang: Lang): HelpWords {
  return lang === 'en' ? en : vi
}
