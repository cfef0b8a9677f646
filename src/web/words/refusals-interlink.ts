import { said } from './said.ts'

/** Sentences of what is refused at the door between agencies; mostly programs read them. */
export const refusalsInterlink = {
  'message-unsigned': said(401, {
    vi: [
      'Thông điệp chưa ký',
      'Yêu cầu không có đầu mục Signature và Signature-Input (RFC 9421). Chúng tôi chưa nhận. Hãy ký bằng khóa của cơ quan rồi gửi lại.',
    ],
    en: [
      'The message is not signed',
      'The request lacks the headers Signature and Signature-Input (RFC 9421). Nothing was taken. Sign it with the agency’s key and send again.',
    ],
  }),
  'signature-wrong': said(401, {
    vi: [
      'Chữ ký không đúng',
      'Chữ ký, thành phần được ký hoặc Content-Digest không khớp với yêu cầu ({why}). Chúng tôi chưa nhận. Hãy ký lại đúng nội dung gửi.',
    ],
    en: [
      'The signature is wrong',
      'Signature, covered components or Content-Digest do not fit the request ({why}). Nothing was taken. Sign what is really sent.',
    ],
  }),
  'signature-stale': said(401, {
    vi: [
      'Chữ ký đã quá giờ',
      'Chữ ký chỉ dùng được trong năm phút kể từ lúc ký. Giờ của chúng tôi ở mục now. Hãy chỉnh đồng hồ, ký lại rồi gửi.',
    ],
    en: [
      'The signature is too old',
      'A signature holds for five minutes from its making. Our time is in now. Set the clock, sign again and send.',
    ],
  }),
  'signature-replayed': said(401, {
    vi: [
      'Chữ ký đã dùng',
      'Mỗi chữ ký chỉ dùng một lần. Hãy ký lại với nonce mới rồi gửi; thông điệp đã nhận sẽ được xác nhận lại.',
    ],
    en: [
      'The signature was used before',
      'A signature works once. Sign again with a new nonce and send; a message already taken is acknowledged again.',
    ],
  }),
  'key-unknown': said(401, {
    vi: [
      'Khóa ký chưa được đăng ký',
      'Chúng tôi không có khóa công khai với keyid này. Hãy gửi khóa cho quản trị hệ thống của Thành phố để đăng ký.',
    ],
    en: [
      'The key is not registered',
      'We have no public key of this keyid. Hand it to the city’s system administrators.',
    ],
  }),
  'key-revoked': said(401, {
    vi: [
      'Khóa ký đã bị thu hồi',
      'Khóa này không còn dùng được. Hãy ký bằng khóa đang có hiệu lực.',
    ],
    en: ['The key was revoked', 'This key is no longer good. Sign with one that is in force.'],
  }),
  'key-expired': said(401, {
    vi: ['Khóa ký đã hết hạn', 'Khóa này đã hết thời hạn. Hãy ký bằng khóa đang có hiệu lực.'],
    en: ['The key has expired', 'The days of this key are over. Sign with one that is in force.'],
  }),
  'message-too-large': said(413, {
    vi: [
      'Thông điệp quá lớn',
      'Một thông điệp tối đa {megabytes} MB. Giấy tờ lớn hơn được tải riêng theo mã SHA-256.',
    ],
    en: [
      'The message is too large',
      'A message has at most {megabytes} MB. Larger papers are fetched apart, by their SHA-256.',
    ],
  }),
  'message-invalid': said(400, {
    vi: [
      'Thông điệp không đúng mẫu',
      'Nội dung không phải JSON hoặc không khớp mô tả của giao thức; mục problems nêu từng chỗ. Chúng tôi chưa nhận.',
    ],
    en: [
      'The message is not as described',
      'It is no JSON, or does not fit the protocol; problems names each place. Nothing was taken.',
    ],
  }),
  'message-version-unknown': said(400, {
    vi: ['Phiên bản giao thức chưa biết', 'Chúng tôi chỉ nhận {known}.'],
    en: ['Unknown version of the protocol', 'We take {known} only.'],
  }),
  'message-type-unknown': said(400, {
    vi: [
      'Loại thông điệp chưa biết',
      'Giao thức không có loại thông điệp này. Chúng tôi chưa nhận.',
    ],
    en: ['Unknown type of message', 'The protocol has no such type. Nothing was taken.'],
  }),
  'message-not-from-party': said(403, {
    vi: [
      'Thông điệp không phải của cơ quan ký',
      'Cơ quan ký không phải bên gửi ghi trong thông điệp, hoặc bên này không được gửi loại thông điệp đó.',
    ],
    en: [
      'The message is not the signer’s to send',
      'The signer is not the sender that the message names, or this side does not write that type.',
    ],
  }),
  'message-not-to-party': said(400, {
    vi: [
      'Thông điệp gửi cho cơ quan khác',
      'Đầu mục motcua-to và bên nhận ghi trong thông điệp khác nhau.',
    ],
    en: [
      'The message is for somebody else',
      'The header motcua-to and the receiver that the message names differ.',
    ],
  }),
  'party-unknown': said(404, {
    vi: [
      'Không có cơ quan này',
      'Không có cơ quan nào mang mã này làm việc ở đây. Hãy xem lại mã cơ quan nhận.',
    ],
    en: ['No such agency', 'No agency of this id works here. Check the receiver’s id.'],
  }),
  'leg-not-yours': said(404, {
    vi: [
      'Không có phần việc này của cơ quan',
      'Không có phần việc liên thông mang mã này giữa hai cơ quan. Hãy xem lại mã.',
    ],
    en: [
      'No such leg of yours',
      'There is no leg of this id between the two agencies. Check the id.',
    ],
  }),
  'message-id-reused': said(409, {
    vi: [
      'Mã thông điệp đã dùng',
      'Mã này đã dùng cho một thông điệp có nội dung khác. Mỗi thông điệp cần một mã riêng và không đổi nội dung.',
    ],
    en: [
      'The message id was used before',
      'This id already stands for other bytes. Each message has its own id and never changes.',
    ],
  }),
  'message-seq-reused': said(409, {
    vi: [
      'Số thứ tự đã dùng',
      'Số thứ tự này trong phần việc đã có một thông điệp khác. Hãy đối soát rồi gửi tiếp đúng số.',
    ],
    en: [
      'The seq was used before',
      'Another message of this leg has this seq. Reconcile, then go on with the right one.',
    ],
  }),
  'message-out-of-order': said(409, {
    vi: [
      'Chưa đến lượt thông điệp này',
      'Thông điệp tiếp theo của phần việc phải mang số {expected}. Hãy gửi thông điệp đó trước.',
    ],
    en: [
      'The message came too early',
      'The next message of this leg has seq {expected}. Send that one first.',
    ],
  }),
  'leg-ended': said(409, {
    vi: [
      'Phần việc đã kết thúc',
      'Phần việc đã được trả kết quả, từ chối hoặc hủy. Thông điệp không làm thay đổi gì.',
    ],
    en: ['The leg has ended', 'It was done, refused or cancelled. The message changed nothing.'],
  }),
  'leg-has-result': said(409, {
    vi: [
      'Phần việc đã có kết quả',
      'Mỗi phần việc chỉ nhận một kết quả. Kết quả thứ hai không được ghi nhận.',
    ],
    en: ['The leg has its result', 'A leg takes one result. The second one was not taken.'],
  }),
  'leg-not-now': said(409, {
    vi: ['Chưa làm được việc này', 'Phần việc đang ở bước khác nên chưa nhận loại thông điệp này.'],
    en: ['Not now', 'The leg is at another step and does not take this type of message.'],
  }),
  'leg-already-open': said(409, {
    vi: ['Phần việc đã mở', 'Phần việc mang mã này đã được mở trước đó.'],
    en: ['The leg is open already', 'A leg of this id was opened before.'],
  }),
  'leg-not-open': said(409, {
    vi: ['Phần việc chưa mở', 'Phần việc mang mã này chưa được mở.'],
    en: ['The leg is not open', 'No leg of this id was opened.'],
  }),
  'message-not-stopped': said(409, {
    vi: [
      'Thông điệp không dừng',
      'Thông điệp này đã được gửi hoặc đang tự gửi lại, nên không cần gửi tay. Ông/bà tải lại trang để xem.',
    ],
    en: [
      'The message has not stopped',
      'It was accepted, or is being tried by itself. Reload the page to see.',
    ],
  }),
  'key-unreadable': said(400, {
    vi: [
      'Không đọc được khóa',
      'Đây không phải khóa công khai Ed25519. Hãy đưa tệp PEM, hoặc 32 byte ở dạng base64.',
    ],
    en: [
      'The key cannot be read',
      'It is no Ed25519 public key. Give a PEM file, or the 32 bytes as base64.',
    ],
  }),
  'key-known': said(409, {
    vi: ['Khóa đã đăng ký', 'Khóa {keyId} đã có từ trước; không có gì thay đổi.'],
    en: ['The key is registered already', 'The key {keyId} was there before; nothing changed.'],
  }),
  'endpoint-wrong': said(400, {
    vi: [
      'Địa chỉ không dùng được',
      'Cần một địa chỉ https đầy đủ, không kèm tham số; http chỉ dùng trong mạng riêng. Bộ Tư pháp luôn có địa chỉ riêng.',
    ],
    en: [
      'The address cannot be used',
      'It must be a whole https address without a query; http only within the private network. The Ministry always has one of its own.',
    ],
  }),
}
