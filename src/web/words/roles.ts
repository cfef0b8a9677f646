import type { StaffRole } from '../../modules/accounts/index.ts'

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

/** The first role, which is how an officer is introduced; all of them separated by commas. */
export function roleNames(roles: readonly StaffRole[]): string {
  return roles.map((role) => names[role]).join(', ')
}
