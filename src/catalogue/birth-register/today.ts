import type { FieldDefinition, FormDefinition } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { base, jurisdiction } from './base.ts'
import { HAS_FATHER, HAS_PARENTS, unanswered } from './conditions.ts'
import { birthPlacePage, childPage } from './fields-child.ts'
import { collectPage } from './fields-collect.ts'
import { parentFacts, parentNumber, parentResidence, parentsRelation } from './fields-parents.ts'
import {
  originField,
  paperIssue,
  paperKind,
  paperNumber,
  relationField,
  requesterName,
  requesterResidence,
} from './fields-requester.ts'
import { componentsOf, papersPage } from './papers.ts'

const NO_NUMBER = unanswered('requester.idNumber')

const numberTexts = {
  label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  hint: {
    vi: '12 chữ số trên thẻ căn cước. Có số này thì không phải khai nơi cư trú.',
    en: 'The 12 digits on the identity card. With it the residence is not asked.',
  },
}

const requesterNumber: FieldDefinition = {
  key: 'requester.idNumber',
  type: 'personalNumber',
  kinds: ['12'],
  optional: true,
  label: { vi: 'Số định danh cá nhân của ông/bà', en: 'Your personal number' },
  hint: {
    vi: '12 chữ số trên thẻ căn cước. Có số này thì không phải khai giấy tờ và nơi cư trú.',
    en: 'The 12 digits on the identity card. With it neither paper nor residence is asked.',
  },
  printLabel: { vi: 'Số định danh cá nhân', en: 'Personal number' },
}

/** Where to file, asked because with personal numbers known nobody declares a residence. */
const filing: readonly FieldDefinition[] = [
  {
    key: 'filing.commune',
    type: 'address',
    scopes: ['city'],
    lineOptional: true,
    aside: true,
    when: HAS_PARENTS,
    label: { vi: 'Phường, xã nơi cha hoặc mẹ cư trú', en: 'Ward where a parent lives' },
    hint: {
      vi: 'Thường trú, tạm trú hoặc đang sống. Phường, xã này nhận và giải quyết hồ sơ.',
      en: 'Permanent, temporary or actual residence. This ward deals with the dossier.',
    },
    printLabel: { vi: 'Kính gửi', en: 'To' },
  },
  {
    key: 'filing.residents',
    type: 'choice',
    inline: true,
    aside: true,
    when: HAS_PARENTS,
    label: { vi: 'Ai cư trú ở phường, xã đó?', en: 'Who lives there?' },
    missing: { vi: 'Chọn cha, mẹ hay cả hai cư trú ở đó', en: 'Choose who lives there' },
    options: [
      { value: 'both', label: { vi: 'Cả cha và mẹ', en: 'Both parents' } },
      { value: 'mother', label: { vi: 'Mẹ', en: 'The mother' } },
      { value: 'father', label: { vi: 'Cha', en: 'The father' } },
    ],
  },
]

/**
 * The declaration that asks less: with the personal number, neither residence nor papers.
 * @basis TT 04/2024/TT-BTP, mẫu Tờ khai đăng ký khai sinh
 */
export const formToday: FormDefinition = {
  pages: [
    {
      key: 'nguoi-di-dang-ky',
      title: { vi: 'Người đi đăng ký', en: 'Who registers' },
      fields: [
        originField,
        relationField,
        requesterName,
        requesterNumber,
        paperKind(['cccd', 'passport', 'other'], NO_NUMBER),
        paperNumber(NO_NUMBER),
        ...paperIssue(NO_NUMBER),
        requesterResidence(NO_NUMBER),
        ...filing,
      ],
    },
    childPage,
    birthPlacePage,
    {
      key: 'me',
      title: { vi: 'Mẹ của trẻ', en: 'The mother' },
      when: HAS_PARENTS,
      fields: [
        ...parentFacts('mother'),
        parentNumber('mother', ['12'], numberTexts),
        parentResidence('mother', unanswered('mother.idNumber')),
        parentsRelation,
      ],
    },
    {
      key: 'cha',
      title: { vi: 'Cha của trẻ', en: 'The father' },
      when: { all: [HAS_PARENTS, HAS_FATHER] },
      fields: [
        ...parentFacts('father'),
        parentNumber('father', ['12'], numberTexts),
        parentResidence('father', unanswered('father.idNumber')),
      ],
    },
    papersPage(
      [
        'notice',
        'witness',
        'undertaking',
        'minutes',
        'surrogacy',
        'marriage',
        'recognition',
        'authority',
        'identity',
      ],
      ['marriage'],
    ),
    collectPage,
  ],
}

/**
 * In force today: no district level; the household book may not be asked for.
 * @basis TT 04/2024/TT-BTP; NĐ 104/2022/NĐ-CP; NĐ 120/2025/NĐ-CP (to be checked)
 */
export const revisionToday: ProcedureDefinition = {
  ...base,
  revision: 6,
  validFrom: '2025-07-01',
  validTo: null,
  notices: [
    {
      title: { vi: 'Không cần sổ hộ khẩu', en: 'No household book' },
      body: {
        vi:
          'Phường, xã tự tra cứu nơi cư trú. Khi không tra cứu được, ông/bà dùng VNeID hoặc Giấy ' +
          'xác nhận thông tin về cư trú (mẫu CT07).',
        en:
          'The ward looks up the residence. Where it cannot, show VNeID or the confirmation of ' +
          'residence (form CT07).',
      },
    },
  ],
  components: componentsOf([
    'notice',
    'witness',
    'undertaking',
    'minutes',
    'surrogacy',
    'marriage',
    'recognition',
    'authority',
    'identity',
  ]),
  clock: { pausesFor: ['supplement', 'preview'], afterSupplement: 'restart' },
  result: {
    template: 'birth-certificate@2',
    name: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
    copies: true,
  },
  declaration: {
    template: 'birth-declaration@2',
    title: { vi: 'Tờ khai đăng ký khai sinh', en: 'Declaration of birth' },
    formNumber: '',
  },
  jurisdiction: jurisdiction(['filing.commune', 'father.residence', 'mother.residence']),
  form: formToday,
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 13 đến Điều 16' },
    { instrument: 'Nghị định 123/2015/NĐ-CP, sửa đổi bởi Nghị định 07/2025/NĐ-CP' },
    { instrument: 'Nghị định 87/2020/NĐ-CP' },
    { instrument: 'Nghị định 104/2022/NĐ-CP' },
    { instrument: 'Thông tư 04/2020/TT-BTP' },
    { instrument: 'Thông tư 04/2024/TT-BTP' },
    {
      instrument: 'Nghị định 120/2025/NĐ-CP',
      note: {
        vi: 'không còn cấp huyện từ 01/07/2025; cần kiểm tra lại điều khoản',
        en: 'no district level since 2025-07-01; articles to be checked',
      },
    },
  ],
}
