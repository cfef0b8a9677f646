export type Nationality = { code: string; name: string }

/** For a nationality that is not listed: the paper's own words are then written beside it. */
export const otherNationality: Nationality = { code: 'ZZ', name: 'Khác' }

/** ISO 3166-1 alpha-2 with Vietnamese names; Vietnam, then neighbours, then the rest, then *Khác*. */
export const nationalities: readonly Nationality[] = [
  ...`VN Việt Nam, CN Trung Quốc, TW Đài Loan (Trung Quốc), HK Hồng Kông (Trung Quốc),
    MO Ma Cao (Trung Quốc), LA Lào, KH Campuchia, TH Thái Lan, MM Myanmar, MY Malaysia,
    SG Singapore, ID Indonesia, PH Philippines, BN Brunei, TL Timor-Leste, JP Nhật Bản,
    KR Hàn Quốc, KP Triều Tiên, MN Mông Cổ, IN Ấn Độ, PK Pakistan, BD Bangladesh, LK Sri Lanka,
    NP Nepal, RU Nga, UA Ukraina, BY Belarus, KZ Kazakhstan, UZ Uzbekistan, US Hoa Kỳ, CA Canada,
    MX Mexico, CU Cuba, BR Brazil, AR Argentina, CL Chile, AU Úc, NZ New Zealand, GB Anh, IE Ireland,
    FR Pháp, DE Đức, IT Ý, ES Tây Ban Nha, PT Bồ Đào Nha, NL Hà Lan, BE Bỉ, CH Thụy Sĩ, AT Áo,
    SE Thụy Điển, NO Na Uy, DK Đan Mạch, FI Phần Lan, PL Ba Lan, CZ Séc, SK Slovakia, HU Hungary,
    RO Romania, BG Bulgaria, GR Hy Lạp, TR Thổ Nhĩ Kỳ, IL Israel, SA Ả Rập Xê Út,
    AE Các Tiểu vương quốc Ả Rập Thống nhất, QA Qatar, IR Iran, IQ Iraq, EG Ai Cập, DZ Algeria,
    AO Angola, NG Nigeria, ZA Nam Phi`
    .split(',')
    .map((row) => row.trim())
    .map((row) => ({ code: row.slice(0, 2), name: row.slice(3) })),
  otherNationality,
]

export const nationalityNames: readonly string[] = nationalities.map(({ name }) => name)
