/**
 * How common a word is in names, in thousandths of all people who have it anywhere in their name;
 * folded, so that Ánh and Anh count together. Surnames by Lê Trung Hoa, *Họ và tên người Việt Nam*
 * (2005), as folding joins them; the others are rounded estimates [check]. Who is not here is rare.
 */
const PER_THOUSAND: Readonly<Record<string, number>> = {
  ...among(384, 'nguyen'),
  ...among(120, 'tran'),
  ...among(100, 'le'),
  ...among(70, 'pham'),
  ...among(50, 'hoang thi van'),
  ...among(40, 'phan vu anh minh'),
  ...among(30, 'vo thu thanh duc ngoc phuong'),
  ...among(20, 'dang bui do huong linh hung quang hai lan hoa tuan'),
  ...among(15, 'ho ngo ha mai nam thuy thao dung long huy hien tung trang gia bao duy'),
  ...among(12, 'duong son khanh quynh dat tien hanh cuong chi bich kim xuan hong trung an'),
  ...among(10, 'ly dao doan luong trinh dinh truong lam thang nga hang nhung yen ngan vy chau'),
  ...among(8, 'giang khoa phuc hieu viet kien quan tai tu binh thinh tam loan tham bang huyen'),
  ...among(6, 'nhi nhu my tuyet oanh quyen lien hue diem tra vinh loc toan cong manh nghia'),
  ...among(
    5,
    'cao ta mac luu to tong phung chu dau mau nhat thien nguyet cuc sang phong danh nhan',
  ),
  ...among(4, 'thuong uyen diep hoai kieu dieu dan tri tin khang hau thai lai vuong quach kha'),
  ...among(3, 'ba bay sau tinh hoan trong sinh thoa nu tho ut be lua khue tue nha thuc'),
}

function among(share: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, share]))
}

const RARE_PER_THOUSAND = 1.5

/** How much it says that two names share this word: bits of surprise. */
export function bitsOf(folded: string): number {
  return Math.log2(1000 / (PER_THOUSAND[folded] ?? RARE_PER_THOUSAND))
}

/** Whether it is a name that many have, and so rarely a slip of the pen for another. */
export function isCommon(folded: string): boolean {
  return Object.hasOwn(PER_THOUSAND, folded)
}

/** Surnames that every seventh person or more has say next to nothing about who it is. */
export function saysLittle(folded: string): boolean {
  return (PER_THOUSAND[folded] ?? 0) >= 65
}
