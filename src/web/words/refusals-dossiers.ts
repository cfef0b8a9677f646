import { said } from './said.ts'

/** Sentences of the refusals of processing a dossier. */
export const refusalsDossiers = {
  'slip-unknown': said(422, {
    vi: [
      'Không có phiếu số này',
      'Số {no} không thuộc đợt phiếu dự phòng nào của phường. Ông/bà xem lại số in trên phiếu.',
    ],
    en: [
      'There is no such slip',
      'Number {no} is in none of the blocks reserved here. Check the number on the slip.',
    ],
  }),
  'slip-entered-already': said(409, {
    vi: [
      'Phiếu này đã được nhập bù',
      'Phiếu số {no} đã có hồ sơ. Ông/bà tìm hồ sơ đó, không nhập lần nữa.',
    ],
    en: [
      'This slip was entered already',
      'Slip {no} has its dossier. Look for that one; do not enter it twice.',
    ],
  }),
  'slip-time-wrong': said(422, {
    vi: [
      'Ngày giờ trên phiếu không hợp lý',
      'Giờ nhận phải sau khi cấp phiếu, không ở tương lai và trong 30 ngày. Ông/bà xem lại phiếu.',
    ],
    en: [
      'The day or hour of the slip cannot be right',
      'It must be after the slips were reserved, not in the future, and within 30 days.',
    ],
  }),
  'slip-count-wrong': said(422, {
    vi: ['Số phiếu cần in chưa đúng', 'Nhập một số từ 1 đến {max}.'],
    en: ['How many slips is not right', 'Enter a number from 1 to {max}.'],
  }),
  'act-not-now': said(409, {
    vi: [
      'Hồ sơ không còn ở bước này',
      'Hồ sơ đã chuyển sang bước khác nên việc này không làm được lúc này. Ông/bà mở lại hồ sơ để xem ai đã làm gì.',
    ],
    en: [
      'The dossier is no longer at this step',
      'The dossier has moved on, so this cannot be done now. Open it again to see who did what.',
    ],
  }),
  'act-not-yours': said(403, {
    vi: [
      'Bước này do người khác làm',
      'Quy trình giao bước này cho vai trò khác. Ông/bà chuyển hồ sơ cho người phụ trách.',
    ],
    en: [
      'Someone else does this step',
      'The procedure gives this step to another role. Hand the dossier to the person in charge.',
    ],
  }),
  'signer-not-assigned': said(403, {
    vi: [
      'Ông/bà không được phân công ký hôm nay',
      'Chỉ Chủ tịch, hoặc Phó Chủ tịch được phân công trong ngày và không vắng mặt, được ký. Ông/bà chuyển cho người được phân công.',
    ],
    en: [
      'You are not assigned to sign today',
      'Only the chairman, or the vice-chairman assigned for the day and not absent, may sign. Hand it to the person assigned.',
    ],
  }),
  'result-fact-missing': said(422, {
    vi: [
      'Chưa nhập đủ nội dung của kết quả',
      'Cần nhập “{name}” trước khi trình. Chưa có gì được trình. Ông/bà nhập rồi trình lại.',
    ],
    en: [
      'Something that the result says is missing',
      'Enter “{nameEn}” before you propose. Nothing was proposed. Enter it and propose again.',
    ],
  }),
  'result-fact-does-not-fit': said(422, {
    vi: [
      'Nội dung của kết quả chưa đúng mẫu',
      '“{name}” chưa đúng mẫu. Chưa có gì được trình. Ông/bà xem lại cách ghi ngay dưới ô nhập.',
    ],
    en: [
      'Something that the result says has not the right shape',
      '“{nameEn}” has not the right shape. Nothing was proposed. See under the field how to write it.',
    ],
  }),
  'result-fact-unknown': said(422, {
    vi: [
      'Kết quả của thủ tục này không có nội dung đó',
      'Thủ tục này không có mục “{fact}”. Chưa có gì được trình. Ông/bà tải lại trang rồi trình lại.',
    ],
    en: [
      'The result of this procedure has no such part',
      'This procedure knows no “{fact}”. Nothing was proposed. Load the page again, then propose.',
    ],
  }),
  'dossier-changed': said(409, {
    vi: [
      'Hồ sơ vừa có người khác xử lý',
      'Trong lúc ông/bà mở trang, người khác đã xử lý hồ sơ này. Chưa có gì bị ghi đè. Ông/bà xem lại rồi quyết định.',
    ],
    en: [
      'Somebody else has just handled this dossier',
      'While your page was open somebody else acted on this dossier. Nothing was overwritten. Look again, then decide.',
    ],
  }),
  'not-opened': said(409, {
    vi: [
      'Ông/bà chưa mở bản hiện tại của hồ sơ',
      'Chỉ ký được hồ sơ đã mở xem ở đúng bản hiện tại. Ông/bà mở hồ sơ, xem rồi ký.',
    ],
    en: [
      'You have not opened the present version',
      'Only a dossier opened at its present version can be signed. Open it, read it, then sign.',
    ],
  }),
  'batch-too-long': said(422, {
    vi: [
      'Chọn quá nhiều hồ sơ cùng lúc',
      'Mỗi lần ký tối đa {max} hồ sơ. Ông/bà bỏ bớt rồi ký tiếp lần sau.',
    ],
    en: [
      'Too many dossiers at once',
      'At most {max} dossiers are signed at a time. Take some out and sign them next.',
    ],
  }),
  'supplement-empty': said(422, {
    vi: [
      'Chưa chọn chỗ nào cần bổ sung',
      'Phiếu phải nêu ít nhất một chỗ. Ông/bà đánh dấu giấy tờ hoặc mục cần sửa rồi gửi.',
    ],
    en: [
      'Nothing to supplement was chosen',
      'The request must name at least one thing. Tick the papers or fields, then send.',
    ],
  }),
  'supplement-item-unclear': said(422, {
    vi: [
      'Một chỗ yêu cầu chưa rõ',
      'Mỗi chỗ cần lý do, và phải là giấy tờ hoặc mục của thủ tục này. Ông/bà sửa chỗ thứ {item}.',
    ],
    en: [
      'One item is unclear',
      'Each item needs a reason and must be a paper or field of this procedure. Correct item {item}.',
    ],
  }),
  'supplement-second-needs-reason': said(422, {
    vi: [
      'Đã yêu cầu bổ sung một lần',
      'Quy định cho yêu cầu một lần, đầy đủ. Nếu vẫn phải yêu cầu nữa, ông/bà ghi rõ vì sao lần trước chưa nêu.',
    ],
    en: [
      'A supplement was already requested',
      'The law allows one full request. If another is unavoidable, say why it was not seen the first time.',
    ],
  }),
  'supplement-none-open': said(409, {
    vi: [
      'Không có yêu cầu bổ sung nào đang chờ',
      'Yêu cầu đã được trả lời. Ông/bà mở lại hồ sơ để xem.',
    ],
    en: ['No request is waiting', 'It was already answered. Open the dossier again to see.'],
  }),
  'supplement-incomplete': said(422, {
    vi: [
      'Còn chỗ chưa bổ sung',
      'Mỗi chỗ cần được sửa, tải giấy tờ, đồng ý hoặc giải thích. Ông/bà làm nốt các chỗ được nêu.',
    ],
    en: [
      'Some items are not answered yet',
      'Each item must be corrected, given its paper, accepted or explained. Finish those listed.',
    ],
  }),
  'supplement-field-not-asked': said(422, {
    vi: [
      'Có mục không nằm trong yêu cầu',
      'Lần này chỉ sửa các mục phường yêu cầu. Ông/bà bỏ mục khác ra rồi gửi.',
    ],
    en: [
      'A field was not asked about',
      'Only the fields in the request can be changed now. Leave the others and send.',
    ],
  }),
  'step-needs-proposal': said(409, {
    vi: [
      'Bước này phải trình kết quả',
      'Bước hiện tại kết thúc bằng việc trình, không phải hoàn thành. Ông/bà dùng nút trình.',
    ],
    en: [
      'This step ends with a proposal',
      'The present step is finished by proposing. Use the button to propose.',
    ],
  }),
  'step-not-a-proposal': said(409, {
    vi: [
      'Chưa đến bước trình',
      'Bước hiện tại chưa phải bước trình. Ông/bà hoàn thành bước này trước.',
    ],
    en: ['Not at the proposing step', 'The present step does not propose. Complete it first.'],
  }),
  'difference-open': said(422, {
    vi: [
      'Còn chỗ lệch chưa kết luận',
      'Có mục khác giấy tờ mà chưa ghi bên nào sai. Ông/bà kết luận từng chỗ rồi trình.',
    ],
    en: [
      'A difference is still open',
      'A field differs from the papers and nobody has said which is wrong. Close each one, then propose.',
    ],
  }),
  'difference-needs-paper': said(422, {
    vi: [
      'Chưa ghi giấy tờ viết gì',
      'Đánh dấu lệch thì phải ghi giấy tờ viết thế nào. Ông/bà nhập nội dung trên giấy tờ.',
    ],
    en: ['What the paper says is missing', 'A difference must say what the paper has. Enter it.'],
  }),
  'proposal-needs-remark': said(422, {
    vi: [
      'Cần ghi ý kiến khi trình',
      'Hồ sơ có chỗ lệch hoặc có thể trùng. Ông/bà ghi ý kiến để người ký biết.',
    ],
    en: [
      'A remark is needed',
      'The dossier has a difference or may be a duplicate. Write a remark for the signer.',
    ],
  }),
  'number-does-not-fit': said(422, {
    vi: [
      'Số định danh không khớp',
      'Số phải có 12 chữ số, khớp giới tính và năm sinh của trẻ. Ông/bà kiểm tra lại số được cấp.',
    ],
    en: [
      'The personal number does not fit',
      'It must have 12 digits that fit the child’s sex and year of birth. Check the number given.',
    ],
  }),
  'number-taken': said(409, {
    vi: [
      'Số định danh này đã cấp cho trẻ khác',
      'Một số chỉ thuộc một người trong cả thành phố. Ông/bà xem lại số vừa nhận từ phần mềm của Bộ; nếu vẫn trùng, báo người quản lý số.',
    ],
    en: [
      'This personal number belongs to another child',
      'A number belongs to one person in the whole city. Check the number the Ministry’s software gave; if it is still taken, report it.',
    ],
  }),
  'reason-missing': said(422, {
    vi: [
      'Chưa ghi lý do',
      'Không có lý do thì không thực hiện được. Ông/bà ghi rõ lý do bằng lời dễ hiểu.',
    ],
    en: ['The reason is missing', 'Without a reason nothing is done. Write it in plain words.'],
  }),
  'reason-too-long': said(422, {
    vi: ['Lý do quá dài', 'Lý do tối đa 4.000 ký tự. Ông/bà viết gọn lại.'],
    en: ['The reason is too long', 'It may have 4,000 characters. Shorten it.'],
  }),
} as const
