import type { FormDefinition } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { base, jurisdiction } from './base.ts'
import { HAS_FATHER, HAS_PARENTS } from './conditions.ts'
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

const BY_CARD = { field: 'requester.paperKind', in: ['cmnd', 'cccd'] }

const cardTexts = {
  label: { vi: 'Số Chứng minh nhân dân hoặc căn cước', en: 'Identity card number' },
  hint: { vi: '9 hoặc 12 chữ số, nếu có.', en: '9 or 12 digits, if there is one.' },
}

/** Tờ khai đăng ký khai sinh. @basis TT 15/2015/TT-BTP, mẫu Tờ khai đăng ký khai sinh */
export const form2016: FormDefinition = {
  pages: [
    {
      key: 'nguoi-di-dang-ky',
      title: { vi: 'Người đi đăng ký', en: 'Who registers' },
      fields: [
        originField,
        relationField,
        requesterName,
        paperKind(['cmnd', 'cccd', 'passport', 'other']),
        {
          key: 'requester.idNumber',
          type: 'personalNumber',
          kinds: ['12', '9'],
          when: BY_CARD,
          label: { vi: 'Số trên thẻ', en: 'Number on the card' },
          hint: {
            vi: '9 chữ số (Chứng minh nhân dân) hoặc 12 chữ số (căn cước công dân).',
            en: '9 digits (old card) or 12 digits (new card).',
          },
          printLabel: { vi: 'Số giấy tờ tùy thân', en: 'Number of the identity paper' },
        },
        paperNumber({ field: 'requester.paperKind', in: ['passport', 'other'] }),
        ...paperIssue(),
        requesterResidence(),
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
        parentNumber('mother', ['12', '9'], cardTexts),
        parentResidence('mother'),
        parentsRelation,
      ],
    },
    {
      key: 'cha',
      title: { vi: 'Cha của trẻ', en: 'The father' },
      when: { all: [HAS_PARENTS, HAS_FATHER] },
      fields: [
        ...parentFacts('father'),
        parentNumber('father', ['12', '9'], cardTexts),
        parentResidence('father'),
      ],
    },
    papersPage([
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
    collectPage,
  ],
}

/**
 * As it was from 2016-01-01: the household book is shown, and days used before a supplement count.
 * @basis LHT 60/2014/QH13, Điều 13–16; NĐ 123/2015/NĐ-CP; TT 15/2015/TT-BTP
 */
export const revision2016: ProcedureDefinition = {
  ...base,
  revision: 1,
  validFrom: '2016-01-01',
  validTo: '2018-06-20',
  notices: [
    {
      title: {
        vi: 'Làm luôn hộ khẩu và thẻ bảo hiểm y tế',
        en: 'Household book and health card in one go',
      },
      body: {
        vi:
          'Muốn làm cùng lúc, ông/bà nộp hồ sơ liên thông tại quầy Một cửa của phường. Phường ' +
          'chuyển hồ sơ sang Công an và Bảo hiểm xã hội. Ông/bà không phải đi từng nơi.',
        en:
          "To do all three at once, file the interlinked dossier at the ward's one-stop desk. " +
          'The ward passes it on to the police and to social insurance.',
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
    'household',
  ]),
  clock: { pausesFor: ['supplement', 'preview'], afterSupplement: 'continue' },
  result: {
    template: 'birth-certificate@1',
    name: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
    copies: true,
  },
  declaration: {
    template: 'birth-declaration@1',
    title: { vi: 'Tờ khai đăng ký khai sinh', en: 'Declaration of birth' },
    formNumber: '',
  },
  jurisdiction: jurisdiction(['father.residence', 'mother.residence']),
  form: form2016,
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 13 đến Điều 16' },
    { instrument: 'Nghị định 123/2015/NĐ-CP' },
    { instrument: 'Thông tư 15/2015/TT-BTP' },
    {
      instrument: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT',
      note: { vi: 'về liên thông thủ tục', en: 'on the interlinked procedures' },
    },
  ],
}
