import type { StaffRole } from '../../modules/accounts/index.ts'
import type { Lang } from './index.ts'

const names: Readonly<Record<StaffRole, string>> = {
  counterOfficer: 'Bộ phận Một cửa',
  civilStatusOfficer: 'Công chức tư pháp – hộ tịch',
  chairman: 'Chủ tịch',
  viceChairman: 'Phó Chủ tịch',
  specialist: 'Chuyên viên',
  divisionHead: 'Trưởng phòng',
  director: 'Giám đốc',
  deputyDirector: 'Phó Giám đốc',
  unitAdmin: 'Quản trị đơn vị',
}

const namesEn: Readonly<Record<StaffRole, string>> = {
  counterOfficer: 'One-stop desk',
  civilStatusOfficer: 'Civil-status officer',
  chairman: 'Chairman',
  viceChairman: 'Vice-chairman',
  specialist: 'Specialist',
  divisionHead: 'Head of division',
  director: 'Director',
  deputyDirector: 'Deputy director',
  unitAdmin: 'Unit administrator',
}

/** All roles of an officer, separated by commas: how an officer is introduced. */
export function roleNames(roles: readonly StaffRole[], lang: Lang = 'vi'): string {
  const inWords = lang === 'en' ? namesEn : names
  return roles.map((role) => inWords[role]).join(', ')
}
