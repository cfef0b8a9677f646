import type { FormDefinition, FormWorld } from './definition.ts'

/** A form with every type of field, for tests of what forms do. */
export const everyField: FormDefinition = {
  pages: [
    {
      key: 'mot',
      title: { vi: 'Trang một', en: 'Page one' },
      fields: [
        { key: 'who', type: 'name', partsShown: true, label: { vi: 'Họ và tên', en: 'Full name' } },
        {
          key: 'sex',
          type: 'choice',
          label: { vi: 'Giới tính', en: 'Sex' },
          options: [
            { value: 'male', label: { vi: 'Nam', en: 'Male' } },
            { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
          ],
        },
        {
          key: 'born',
          type: 'date',
          latest: 'today',
          yearMin: 1900,
          inWords: true,
          label: { vi: 'Ngày sinh', en: 'Date of birth' },
        },
        {
          key: 'number',
          type: 'personalNumber',
          kinds: ['12', '9'],
          sex: 'sex',
          birth: 'born',
          label: { vi: 'Số định danh', en: 'Personal number' },
        },
        {
          key: 'has.spouse',
          type: 'yesNo',
          label: { vi: 'Có vợ hoặc chồng', en: 'Married' },
        },
        {
          key: 'spouse',
          type: 'name',
          partsShown: false,
          when: { field: 'has.spouse', is: true },
          label: { vi: 'Tên vợ hoặc chồng', en: 'Spouse' },
        },
        {
          key: 'spouse.born',
          type: 'year',
          yearMin: 1900,
          latest: 'today',
          when: { field: 'spouse', answered: true },
          label: { vi: 'Năm sinh vợ hoặc chồng', en: 'Year of birth of the spouse' },
        },
      ],
    },
    {
      key: 'hai',
      title: { vi: 'Trang hai', en: 'Page two' },
      fields: [
        {
          key: 'home',
          type: 'address',
          scopes: ['city', 'elsewhere', 'abroad'],
          label: { vi: 'Nơi ở', en: 'Home' },
        },
        { key: 'people', type: 'ethnicity', label: { vi: 'Dân tộc', en: 'Ethnicity' } },
        { key: 'country', type: 'nationality', label: { vi: 'Quốc tịch', en: 'Nationality' } },
        {
          key: 'clinic',
          type: 'facility',
          optional: true,
          label: { vi: 'Nơi khám', en: 'Clinic' },
        },
        { key: 'phone', type: 'phone', label: { vi: 'Số điện thoại', en: 'Phone' } },
        { key: 'income', type: 'money', dongMax: 1e12, label: { vi: 'Thu nhập', en: 'Income' } },
        { key: 'copies', type: 'number', min: 0, max: 20, label: { vi: 'Số bản', en: 'Copies' } },
        { key: 'at', type: 'time', label: { vi: 'Lúc', en: 'Time' } },
        {
          key: 'story',
          type: 'text',
          lengthMax: 20,
          multiline: true,
          optional: true,
          label: { vi: 'Chuyện', en: 'Story' },
        },
        {
          key: 'children',
          type: 'group',
          timesMin: 0,
          timesMax: 3,
          optional: true,
          itemLabel: { vi: 'Con', en: 'Child' },
          label: { vi: 'Các con', en: 'Children' },
          fields: [
            { key: 'name', type: 'name', partsShown: false, label: { vi: 'Tên con', en: 'Name' } },
            { key: 'lives', type: 'yesNo', label: { vi: 'Còn sống', en: 'Alive' } },
            {
              key: 'school',
              type: 'text',
              lengthMax: 30,
              when: { field: 'lives', is: true },
              label: { vi: 'Trường', en: 'School' },
            },
          ],
        },
        {
          key: 'photo',
          type: 'file',
          component: 'anh',
          accept: ['image/jpeg'],
          filesMax: 2,
          sizeBytesMax: 1000,
          label: { vi: 'Ảnh', en: 'Photo' },
        },
        {
          key: 'contact',
          type: 'name',
          partsShown: false,
          label: { vi: 'Người liên hệ', en: 'Contact' },
          copyOf: { field: 'spouse', when: { field: 'has.spouse', is: true } },
        },
        {
          key: 'true',
          type: 'undertaking',
          label: { vi: 'Cam đoan', en: 'Undertaking' },
          text: { vi: 'Tôi cam đoan.', en: 'I declare.' },
        },
      ],
    },
  ],
}

const old = { code: '00187', validFrom: '2008-08-01', printed: 'phường Láng Thượng, quận Đống Đa' }
const lang = { code: '00199', validFrom: '2025-07-01', printed: 'phường Láng, Thành phố Hà Nội' }
const langHa = { code: '00199', validFrom: '2008-08-01', printed: 'phường Láng Hạ, quận Đống Đa' }
const tanLap = [
  { code: '09001', validFrom: '2008-08-01', printed: 'xã Tân Lập, huyện Đan Phượng' },
  { code: '09002', validFrom: '2008-08-01', printed: 'xã Tân Lập, huyện Ba Vì' },
]

/** A city of four communes that becomes one ward on 2025-07-01; the code 00199 is used again. */
export function smallWorld(today: string): FormWorld {
  const units = today < '2025-07-01' ? [old, langHa, ...tanLap] : [lang]
  const words: Record<string, readonly (typeof old)[]> = {
    'lang thuong': [old],
    'Láng Thượng': [old],
    Láng: today < '2025-07-01' ? [old, langHa] : [lang],
    'Tân Lập': tanLap,
  }
  return {
    today,
    facilities: [{ code: '01902', name: 'Bệnh viện Đa khoa Đống Đa' }],
    unitOn: (code) => units.find((unit) => unit.code === code),
    searchUnits: (text) => (words[text] ?? []).filter((unit) => units.includes(unit)),
    successors: (code) => (['00187', '00199'].includes(code) ? [lang] : []),
  }
}
