import type { Sex } from '../people/index.ts'
import { weighted, type Random } from './testing-random.ts'

/**
 * Names as in Hanoi: surnames by their known shares, middle and given names by sex and generation,
 * the common ones much commoner than the others. Invented people.
 */
const surname = weighted(
  pairs(
    `Nguyễn 384, Trần 110, Lê 95, Phạm 71, Hoàng 45, Phan 30, Vũ 45, Đặng 24, Bùi 24, Đỗ 24, Hồ 8,
     Ngô 16, Dương 12, Lý 4, Đào 10, Đoàn 8, Vương 5, Trịnh 9, Trương 8, Đinh 9, Lâm 3, Phùng 5,
     Mai 5, Tô 4, Hà 6, Chu 5, Tạ 5, Cao 5, Lương 6, Lưu 5, Nghiêm 2, Khuất 1, Kiều 2, Cấn 1, Quách 2,
     Thái 2, Võ 6, Huỳnh 3, Đàm 3, Doãn 1, Văn 1, Triệu 2, Hoa 1, Nông 1, Giang 1, Ma 1`,
  ),
)

const middleOf = {
  male: {
    old: byRank(
      'Văn, Đức, Xuân, Hữu, Đình, Ngọc, Quang, Minh, Công, Trọng, Bá, Duy, Thế, Quốc, Huy',
    ),
    young: byRank(
      `Minh, Đức, Gia, Anh, Bảo, Hoàng, Tuấn, Quang, Duy, Văn, Việt, Nhật, Khánh, Thành, Hải, Mạnh,
       Tiến, Trung, Đăng, Ngọc, Tùng, Phúc, Quốc, Thế, Xuân, Đình, Hữu, Công, Nguyên, Thiên`,
    ),
  },
  female: {
    old: byRank(
      'Thị, Thị Thu, Thị Kim, Thị Minh, Thị Thanh, Thị Bích, Thị Hồng, Thị Ngọc, Kim, Thu',
    ),
    young: byRank(
      `Thị, Ngọc, Minh, Khánh, Thu, Phương, Bảo, Hà, Thị Thu, Thanh, Gia, Quỳnh, Mai, Thảo, Linh,
       Diệu, Hải, Hồng, Thị Ngọc, Bích, Tuệ, An, Yến, Như, Kim, Thùy, Tú, Hoài, Vân, Nhật`,
    ),
  },
} as const

const givenOf = {
  male: {
    old: byRank(
      `Hùng, Dũng, Tuấn, Hải, Sơn, Bình, Thắng, Minh, Cường, Hòa, Long, Thành, Quang, Tâm, Nam, Lợi,
       Toàn, Tiến, Đức, Vinh, Chiến, Thọ, Phúc, Khang, Hưng, Lộc, Năm, Tư, Ba, Bảy, Tính, Cảnh, Tài,
       Thông, Khải, Huấn, Nghĩa, Trí, Quý, Đông, Xuân, Thu, Mùi, Thìn, Tý, Sửu, Dần, Mão, Tỵ, Ngọ`,
    ),
    young: byRank(
      `Anh, Minh, Đức, Huy, Nam, Long, Hiếu, Quân, Bảo, Khánh, An, Khoa, Phúc, Duy, Đạt, Hải, Sơn,
       Thành, Trung, Kiên, Tùng, Dũng, Cường, Quang, Việt, Hoàng, Bình, Tú, Thắng, Mạnh, Vinh, Phong,
       Khôi, Nguyên, Lâm, Thịnh, Tâm, Dương, Đăng, Bách, Nhật, Hưng, Thái, Tuấn, Hùng, Tiến, Lộc,
       Nghĩa, Trí, Giang, Châu, Công, Chính, Kỳ, Khang, Vũ, Quốc, Hòa, Toàn, Luân, Đan, Bin`,
    ),
  },
  female: {
    old: byRank(
      `Lan, Hoa, Hương, Hà, Thủy, Nga, Mai, Hằng, Bình, Hạnh, Hồng, Thanh, Loan, Liên, Tuyết, Vân,
       Oanh, Hiền, Dung, Yến, Cúc, Sen, Nhàn, Thơm, Lý, Tý, Mùi, Nụ, Gái, Bé, Chắt, Thoa, Lụa, Tâm,
       Xuân, Thu, Phượng, Hường, Nguyệt, Ngọc, Minh, Chi, Thắm, Là, Na, Đào, Mận, Nhài, Huệ, Chín`,
    ),
    young: byRank(
      `Anh, Linh, Trang, Hà, Phương, Chi, Ngọc, Mai, Hương, Thảo, Lan, Nhi, My, Vy, Ngân, Châu,
       Quỳnh, Huyền, Hằng, Thủy, Hạnh, Hiền, Dung, Yến, Nhung, Giang, Thanh, Trà, Diệp, An, Khuê,
       Minh, Tâm, Hoa, Vân, Thu, Thúy, Bích, Hồng, Uyên, Ánh, Ly, Diễm, Kiều, Oanh, Loan, Hân, Thư,
       Tú, Nguyên, Bình, Nga, Ninh, Đan, Hoài, Như, Xuân, Duyên, Lam, Nguyệt`,
    ),
  },
} as const

const highland = {
  male: ['Y Bhiăt Niê', 'Y Thông Êban', 'K’Brơi', 'Giàng A Páo', 'Sùng A Tủa', 'Y Moan Ênuôl'],
  female: ["H'Hen Niê", 'H’Linh Êban', "H'Yam Kbuôr", 'Giàng Thị Mỷ', 'Vàng Thị Dợ', 'H’Wen Mlô'],
} as const

export type Generation = 'old' | 'young'

export function makeSurname(random: Random): string {
  return surname(random)
}

/** Middle and given name, without the surname. */
export function makeGivenNames(random: Random, sex: Sex, generation: Generation): string {
  const middle = random.chance(0.04) ? '' : `${middleOf[sex][generation](random)} `
  const given = givenOf[sex][generation](random)
  return middle.trim() === given ? given : `${middle}${given}`
}

/** A whole name; now and then of a people that puts the surname last or has none. */
export function makeName(random: Random, sex: Sex, generation: Generation): string {
  if (random.chance(0.004)) return random.pick(highland[sex])
  return `${makeSurname(random)} ${makeGivenNames(random, sex, generation)}`
}

function pairs(text: string): (readonly [string, number])[] {
  return listed(text).map((one) => {
    const at = one.lastIndexOf(' ')
    return [one.slice(0, at), Number(one.slice(at + 1))] as const
  })
}

/** The first is the commonest, as in any count of names. */
function byRank(text: string): (random: Random) => string {
  return weighted(listed(text).map((name, rank) => [name, 1 / (rank + 4)] as const))
}

function listed(text: string): string[] {
  return text.split(',').map((one) => one.trim())
}
