/** A card of the portal: what happens, and what is filed together then. */
export type FamilyEvent = {
  /** Key of the procedure; the card is there while it is offered. */
  procedure: string
  picture: 'child' | 'lotus'
  title: string
  lead: string
  steps: readonly { name: string; agency: string }[]
  /** Read out after the button's word. */
  buttonMore: string
}

/** Words of the portal's first page. */
export const portalVi = {
  title: 'Trang chủ',
  description:
    'Dịch vụ công trực tuyến của Thành phố Hà Nội: tìm thủ tục, nộp hồ sơ, tra cứu kết quả.',
  question: 'Ông/bà cần làm thủ tục gì?',
  searchHint: 'Gõ việc cần làm, có dấu hay không dấu đều được. Ví dụ: làm giấy khai sinh',
  quick: 'Tìm nhiều',
  quickLinks: [
    { key: 'birth.register', text: 'Đăng ký khai sinh' },
    { key: 'death.register', text: 'Đăng ký khai tử' },
    { key: 'birth.interlinked', text: 'Thẻ bảo hiểm y tế cho trẻ' },
    { key: 'birth.re_register', text: 'Mất giấy khai sinh' },
  ],
  noticeCount: (count: number) => `${count} thủ tục`,
  notice: (name: string, wards: number) =>
    `${name} nộp được qua mạng tại ${wards} phường, xã, thị trấn.`,
  noticeLink: 'Xem phường của ông/bà',
  events: 'Việc trong gia đình',
  eventsLead:
    'Chọn việc ông/bà đang gặp. Chúng tôi gom các thủ tục liên quan để ông/bà chỉ khai một lần.',
  familyEvents: [
    {
      procedure: 'birth.interlinked',
      picture: 'child',
      title: 'Có con',
      lead: '3 việc, nộp một lần',
      steps: [
        { name: 'Đăng ký khai sinh', agency: 'UBND phường, xã' },
        { name: 'Nhập hộ khẩu cho con', agency: 'Công an' },
        { name: 'Thẻ bảo hiểm y tế cho con', agency: 'Bảo hiểm xã hội' },
      ],
      buttonMore: 'thủ tục khi có con',
    },
    {
      procedure: 'death.interlinked',
      picture: 'lotus',
      title: 'Người thân qua đời',
      lead: '2 việc, nộp một lần',
      steps: [
        { name: 'Đăng ký khai tử', agency: 'UBND phường, xã' },
        { name: 'Xóa đăng ký thường trú', agency: 'Công an' },
      ],
      buttonMore: 'thủ tục khi người thân qua đời',
    },
  ] as readonly FamilyEvent[],
  begin: 'Bắt đầu',
  tiles: [
    { icon: 'rings', text: 'Kết hôn', q: 'kết hôn' },
    { icon: 'house', text: 'Chuyển nơi ở', q: 'cư trú' },
    { icon: 'shop', text: 'Mở cửa hàng, hộ kinh doanh', q: 'kinh doanh' },
    { icon: 'land', text: 'Nhà đất', q: 'đất' },
  ],
  tileNote: 'Xem nơi làm',
  track: 'Tra cứu hồ sơ',
  trackLabel: 'Mã tra cứu hoặc mã hồ sơ',
  trackHint: 'In trên giấy hẹn và trong tin nhắn. Ví dụ:',
  or: 'hoặc',
  trackButton: 'Xem hồ sơ',
  offline: 'Không có mạng? Nhắn tin',
  offlineTo: 'gửi',
  offlineOr: ', hoặc gọi',
  offlineEnd: 'và đọc mã tra cứu.',
  resume: 'Hồ sơ đang làm dở?',
  resumeLead: 'Dùng mã tiếp tục đã ghi trên tờ khai, hoặc đăng nhập bằng số điện thoại.',
  resumeLink: 'Mở lại tờ khai',
  compare: 'Nộp qua mạng hay đến tận nơi?',
  byNet: 'Nộp qua mạng',
  byNetList: [
    'Nộp lúc nào cũng được, kể cả buổi tối và ngày nghỉ.',
    'Điền khoảng 15 phút. Dừng giữa chừng vẫn lưu lại.',
    'Phường nhắn tin khi nhận hồ sơ và khi có kết quả.',
    'Chỉ đến phường một lần để ký và nhận bản chính.',
  ],
  byNetButton: 'Xem thủ tục nộp qua mạng',
  byDesk: 'Đến Bộ phận Một cửa',
  byDeskList: (hours: string) => [
    `Mở cửa ${hours}.`,
    'Cán bộ điền giúp trên máy, ông/bà kiểm tra rồi ký.',
    'Có máy tính dùng miễn phí và người hướng dẫn.',
    'Người cao tuổi, người khuyết tật, phụ nữ có thai được ưu tiên.',
  ],
  byDeskButton: 'Tìm phường của ông/bà',
  fields: 'Thủ tục theo lĩnh vực',
  allFields: (count: number) => `Xem tất cả ${count} lĩnh vực`,
  all: 'Xem tất cả thủ tục',
  figures: 'Mười ngày đầu ở Hà Nội',
  figuresLead:
    'Từ 10/08 đến 19/08/2016, hơn một nửa hồ sơ khai sinh, khai tử được nộp qua mạng. Đây là số liệu Thành phố đã công bố.',
  figuresTotal: '1.019 trong 1.836 hồ sơ nộp qua mạng',
  birth: 'Khai sinh',
  death: 'Khai tử',
  figuresSplit: { net: ' qua mạng, ', desk: ' tại phường' },
}

export const portalEn: typeof portalVi = {
  title: 'Home',
  description: 'Online public services of Hanoi: find a procedure, file, follow your dossier.',
  question: 'What do you need to do?',
  searchHint: 'Type it in plain words, with or without marks. Example: birth certificate',
  quick: 'Often looked for',
  quickLinks: [
    { key: 'birth.register', text: 'Register a birth' },
    { key: 'death.register', text: 'Register a death' },
    { key: 'birth.interlinked', text: 'Health card for a child' },
    { key: 'birth.re_register', text: 'Lost birth certificate' },
  ],
  noticeCount: (count) => `${count} procedures`,
  notice: (name, wards) => `${name} can be filed online at ${wards} wards and communes.`,
  noticeLink: 'See your ward',
  events: 'Family events',
  eventsLead: 'Choose what is happening. What belongs together is declared once.',
  familyEvents: [
    {
      procedure: 'birth.interlinked',
      picture: 'child',
      title: 'Having a child',
      lead: '3 things, filed once',
      steps: [
        { name: 'Register the birth', agency: 'Ward or commune' },
        { name: 'Add the child to the household', agency: 'Police' },
        { name: 'Health insurance card', agency: 'Social insurance' },
      ],
      buttonMore: 'what a new child needs',
    },
    {
      procedure: 'death.interlinked',
      picture: 'lotus',
      title: 'A death in the family',
      lead: '2 things, filed once',
      steps: [
        { name: 'Register the death', agency: 'Ward or commune' },
        { name: 'Delete the permanent residence', agency: 'Police' },
      ],
      buttonMore: 'what a death in the family needs',
    },
  ],
  begin: 'Begin',
  tiles: [
    { icon: 'rings', text: 'Getting married', q: 'kết hôn' },
    { icon: 'house', text: 'Moving house', q: 'cư trú' },
    { icon: 'shop', text: 'Opening a shop or business', q: 'kinh doanh' },
    { icon: 'land', text: 'Land and housing', q: 'đất' },
  ],
  tileNote: 'See where to go',
  track: 'Track a dossier',
  trackLabel: 'Look-up number or dossier code',
  trackHint: 'On your receipt and in the message. Example:',
  or: 'or',
  trackButton: 'Show the dossier',
  offline: 'No Internet? Text',
  offlineTo: 'to',
  offlineOr: ', or call',
  offlineEnd: 'and read out the number.',
  resume: 'Not finished yet?',
  resumeLead: 'Use the resume code on your declaration, or sign in with your phone.',
  resumeLink: 'Open the declaration',
  compare: 'Online or at the counter?',
  byNet: 'Online',
  byNetList: [
    'At any hour, in the evening and on holidays too.',
    'About 15 minutes. Stop at any time: it is saved.',
    'The ward sends a message when it receives the dossier and when the result is ready.',
    'Go to the ward once, to sign and collect the original.',
  ],
  byNetButton: 'See procedures you can file online',
  byDesk: 'At the one-stop counter',
  byDeskList: (hours) => [
    `Open ${hours}.`,
    'An officer fills it in with you; you check and sign.',
    'There is a free computer and someone to help.',
    'Older people, people with disabilities and pregnant women go first.',
  ],
  byDeskButton: 'Find your ward',
  fields: 'Procedures by field',
  allFields: (count) => `See all ${count} fields`,
  all: 'See all procedures',
  figures: 'The first ten days in Hanoi',
  figuresLead:
    'From 10 to 19 August 2016 more than half of birth and death dossiers were filed online. These are figures the City published.',
  figuresTotal: '1,019 of 1,836 dossiers were filed online',
  birth: 'Births',
  death: 'Deaths',
  figuresSplit: { net: ' online, ', desk: ' at the ward' },
}
