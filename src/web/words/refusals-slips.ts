import type { RefusalWords } from './refusals.ts'

/** Sentences of the refusals of official papers and of the dossier register. */
export const refusalsSlips: Readonly<Record<string, RefusalWords>> = {
  'slip-not-kept': {
    status: 404,
    vi: {
      title: 'Giấy này chưa được giữ bản điện tử',
      detail:
        'Giấy được cấp trước khi hệ thống giữ nguyên bản in. Ông/bà dùng liên giấy đã nhận, hoặc gọi 1900 1009 và đọc mã tra cứu.',
    },
    en: {
      title: 'This paper has no electronic copy',
      detail:
        'It was issued before papers were kept as printed. Use the copy you were given, or call 1900 1009 and read out the look-up number.',
    },
  },
  'period-reversed': {
    status: 422,
    vi: {
      title: 'Ngày cuối đứng trước ngày đầu',
      detail: 'Ngày cuối phải là ngày đầu hoặc sau đó. Ông/bà sửa một trong hai ngày.',
    },
    en: {
      title: 'The last day is before the first',
      detail: 'The last day must be the first day or later. Change one of the two.',
    },
  },
  'period-too-long': {
    status: 422,
    vi: {
      title: 'Kỳ này dài hơn một năm',
      detail:
        'Sổ được xem và in theo kỳ dài nhất một năm. Ông/bà chọn ngày cuối sớm hơn, rồi in tiếp kỳ sau.',
    },
    en: {
      title: 'This period is longer than a year',
      detail:
        'The register is shown and printed for at most one year. Choose an earlier last day, then print the next period.',
    },
  },
}
