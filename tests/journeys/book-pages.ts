import type { Visit, Visitor } from './pages.ts'

/** The register books: entries, daily check, closing, old paper books. */
export function bookPages(paperEntryId: string): Visit[] {
  const one = (who: Visitor, route: string, path = route, shape: Partial<Visit> = {}): Visit => ({
    ...{ who, route, path },
    ...shape,
  })
  const files = { isBytes: true } as const
  const sheet = '/can-bo/so-ho-tich/:year/:book/:no'
  return [
    one('hang', '/can-bo/so-ho-tich'),
    one('hang', '/can-bo/so-ho-tich/:year', '/can-bo/so-ho-tich/2016'),
    one('hang', '/can-bo/so-ho-tich/:year', '/can-bo/so-ho-tich/2016?so=khai-tu'),
    one('yen', '/can-bo/so-ho-tich/:year/doi-chieu', '/can-bo/so-ho-tich/2016/doi-chieu'),
    one('yen', '/can-bo/so-ho-tich/:year/khoa-so', '/can-bo/so-ho-tich/2016/khoa-so'),
    one('yen', '/can-bo/so-ho-tich/:year/khoa-so', '/can-bo/so-ho-tich/2015/khoa-so'),
    one('hang', sheet, '/can-bo/so-ho-tich/2016/khai-sinh/1'),
    one('hang', `${sheet}/ban-sao`, '/can-bo/so-ho-tich/2016/khai-sinh/2/ban-sao'),
    one('yen', `${sheet}/cai-chinh`, '/can-bo/so-ho-tich/2016/khai-sinh/2/cai-chinh'),
    one(
      'yen',
      `${sheet}/cai-chinh`,
      '/can-bo/so-ho-tich/2016/khai-sinh/2/cai-chinh?muc=child.name&muc=child.birthDate',
    ),
    one('yen', `${sheet}/ghi-chu`, '/can-bo/so-ho-tich/2016/khai-sinh/2/ghi-chu'),
    one('yen', `${sheet}/huy`, '/can-bo/so-ho-tich/2016/khai-tu/1/huy'),
    one('yen', sheet, '/can-bo/so-ho-tich/2016/khai-tu/1'),
    one('vinh', '/can-bo/so-ho-tich/cho-ky'),
    one('hang', '/can-bo/trich-luc/:series/:year/:no', '/can-bo/trich-luc/khai-sinh/2016/1', files),
    one('hangEnglish', sheet, '/can-bo/so-ho-tich/2016/khai-sinh/2'),
    one(
      'yen',
      '/can-bo/so-ho-tich/:year/bien-ban.pdf',
      '/can-bo/so-ho-tich/2015/bien-ban.pdf',
      files,
    ),
    one('hang', '/can-bo/phoi/bien-ban/:year/:no', '/can-bo/phoi/bien-ban/2016/1', files),
    one('hang', '/can-bo/so-giay'),
    one('yen', '/can-bo/so-giay', '/can-bo/so-giay?q=do+hoa'),
    one('hangEnglish', '/can-bo/so-giay'),
    one('yen', '/can-bo/so-giay/nhap'),
    one('yen', '/can-bo/so-giay/nhap', '/can-bo/so-giay/nhap?so=khai-tu'),
    one('yen', '/can-bo/so-giay/nhap', `/can-bo/so-giay/nhap?tu=${paperEntryId}`),
    one('yen', '/can-bo/so-giay/:id', `/can-bo/so-giay/${paperEntryId}`),
    one('hangEnglish', '/can-bo/so-giay/:id', `/can-bo/so-giay/${paperEntryId}`),
    one('hang', '/can-bo/so-giay/:id/ban-sao', `/can-bo/so-giay/${paperEntryId}/ban-sao`),
  ]
}
