import type { RefusalWords } from './refusals.ts'

/** Sentences of the refusals of requests, sessions and sign-in. */
export const refusalsWeb: Readonly<Record<string, RefusalWords>> = {
  'not-found': {
    status: 404,
    vi: {
      title: 'Không tìm thấy trang này',
      detail:
        'Địa chỉ có thể đã thay đổi, gõ sai, hoặc ông/bà chưa được xem. Ông/bà kiểm tra lại đường dẫn hoặc về Trang chủ.',
    },
    en: {
      title: 'This page was not found',
      detail:
        'The address may have changed, be mistyped, or not be open to you. Check the link or go to the home page.',
    },
  },
  'sign-in-needed': {
    status: 401,
    vi: {
      title: 'Ông/bà cần đăng nhập',
      detail:
        'Việc này chỉ dành cho người đã đăng nhập, hoặc phiên đăng nhập đã hết giờ. Những gì đã lưu vẫn còn. Ông/bà đăng nhập rồi làm lại.',
    },
    en: {
      title: 'You need to sign in',
      detail:
        'This is only for people who are signed in, or your session has ended. What was saved is kept. Sign in and try again.',
    },
  },
  'not-your-role': {
    status: 403,
    vi: {
      title: 'Việc này do người khác làm',
      detail:
        'Vai trò của ông/bà tại cơ quan không làm bước này. Ông/bà chuyển hồ sơ cho người phụ trách hoặc hỏi quản trị đơn vị.',
    },
    en: {
      title: 'Someone else does this',
      detail:
        'Your role at the agency does not include this step. Hand the dossier to the person in charge or ask your unit’s administrator.',
    },
  },
  'request-from-elsewhere': {
    status: 403,
    vi: {
      title: 'Yêu cầu không đến từ trang này',
      detail:
        'Trình duyệt báo rằng yêu cầu được gửi từ một trang khác nên chúng tôi không thực hiện. Ông/bà mở lại trang Một Cửa và làm lại.',
    },
    en: {
      title: 'The request did not come from this site',
      detail:
        'The browser says it was sent from another site, so nothing was done. Open Một Cửa again and retry.',
    },
  },
  'form-stale': {
    status: 403,
    vi: {
      title: 'Trang này đã mở quá lâu',
      detail:
        'Phiên làm việc đã đổi từ khi mở trang nên chúng tôi chưa lưu lần gửi này. Ông/bà mở lại trang rồi gửi lại.',
    },
    en: {
      title: 'This page has been open too long',
      detail:
        'Your session has changed since it was opened, so this was not saved. Open the page again and send again.',
    },
  },
  'body-too-large': {
    status: 413,
    vi: {
      title: 'Nội dung gửi lên quá lớn',
      detail: 'Chúng tôi không lưu gì từ lần gửi này. Ông/bà rút ngắn nội dung rồi gửi lại.',
    },
    en: {
      title: 'What was sent is too large',
      detail: 'Nothing was saved. Shorten it and send again.',
    },
  },
  'body-type-unknown': {
    status: 415,
    vi: {
      title: 'Không đọc được kiểu nội dung này',
      detail:
        'Trang nhận nội dung của biểu mẫu; API nhận JSON. Chúng tôi không lưu gì từ lần gửi này. Ông/bà gửi lại đúng kiểu.',
    },
    en: {
      title: 'This type of content is not accepted',
      detail:
        'Pages take form content; the API takes JSON. Nothing was saved. Send the right type.',
    },
  },
  'body-empty': {
    status: 400,
    vi: {
      title: 'Chưa có nội dung nào được gửi lên',
      detail: 'Nội dung gửi lên trống nên không có gì để lưu. Ông/bà điền rồi gửi lại.',
    },
    en: {
      title: 'Nothing was sent',
      detail: 'The content was empty, so there was nothing to save. Fill it in and send again.',
    },
  },
  'body-not-text': {
    status: 400,
    vi: {
      title: 'Không đọc được nội dung gửi lên',
      detail:
        'Nội dung có ký tự không phải là chữ nên chúng tôi không lưu gì. Ông/bà tải lại trang, điền lại rồi gửi.',
    },
    en: {
      title: 'What was sent could not be read',
      detail:
        'It contains bytes that are not text, so nothing was saved. Reload, fill in and send.',
    },
  },
  'body-not-json': {
    status: 400,
    vi: {
      title: 'Nội dung không phải là JSON',
      detail: 'Không đọc được nội dung gửi lên nên chúng tôi không lưu gì. Ông/bà sửa rồi gửi lại.',
    },
    en: {
      title: 'The content is not JSON',
      detail: 'It could not be read, so nothing was saved. Correct it and send again.',
    },
  },
  'request-invalid': {
    status: 400,
    vi: {
      title: 'Nội dung gửi lên chưa đúng',
      detail: 'Chỗ chưa đúng: {where}. Chúng tôi không lưu gì. Ông/bà sửa rồi gửi lại.',
    },
    en: {
      title: 'The request is not right',
      detail: 'What is wrong: {where}. Nothing was saved. Correct it and send again.',
    },
  },
  'upload-too-large': {
    status: 413,
    vi: {
      title: 'Tệp quá lớn',
      detail:
        'Mỗi tệp không quá {megabytes} MB. Ông/bà chụp lại ở cỡ nhỏ hơn, hoặc gửi từng trang, rồi tải lên lại.',
    },
    en: {
      title: 'The file is too large',
      detail:
        'Each file may have at most {megabytes} MB. Take a smaller photo or send page by page, then upload again.',
    },
  },
  'too-many-files': {
    status: 413,
    vi: {
      title: 'Quá nhiều tệp trong một lần gửi',
      detail: 'Ông/bà bớt số tệp rồi tải lên làm nhiều lần.',
    },
    en: {
      title: 'Too many files at once',
      detail: 'Send fewer files and upload in several goes.',
    },
  },
  'sign-in-wrong': {
    status: 401,
    vi: {
      title: 'Tên đăng nhập hoặc mật khẩu chưa đúng',
      detail: 'Ông/bà kiểm tra phím Caps Lock và bộ gõ rồi nhập lại, hoặc hỏi quản trị đơn vị.',
    },
    en: {
      title: 'The user name or password is not right',
      detail: 'Check Caps Lock and the input method and try again, or ask your administrator.',
    },
  },
  'sign-in-throttled': {
    status: 429,
    vi: {
      title: 'Tạm dừng đăng nhập',
      detail:
        'Đã nhập sai nhiều lần. Để bảo vệ tài khoản, ông/bà chờ {minutes} phút rồi đăng nhập lại.',
    },
    en: {
      title: 'Sign-in is paused',
      detail: 'There were many wrong tries. To protect the account, wait {minutes} minutes.',
    },
  },
  'invite-not-valid': {
    status: 404,
    vi: {
      title: 'Đường dẫn mời không còn dùng được',
      detail: 'Đường dẫn đã dùng, đã hết hạn hoặc gõ sai. Ông/bà xin quản trị đơn vị mời lại.',
    },
    en: {
      title: 'The invitation link no longer works',
      detail: 'It was used, has expired or is mistyped. Ask your administrator for a new one.',
    },
  },
  'password-too-short': {
    status: 422,
    vi: {
      title: 'Mật khẩu quá ngắn',
      detail: 'Ông/bà đặt mật khẩu từ 12 ký tự trở lên; một câu dễ nhớ là tốt nhất.',
    },
    en: {
      title: 'The password is too short',
      detail: 'Choose at least 12 characters; a phrase you remember is best.',
    },
  },
  'password-is-name': {
    status: 422,
    vi: {
      title: 'Mật khẩu giống tên',
      detail: 'Mật khẩu không được chứa tên hoặc tên đăng nhập. Ông/bà đặt mật khẩu khác.',
    },
    en: {
      title: 'The password contains the name',
      detail: 'It may not contain your name or user name. Choose another.',
    },
  },
  'staff-login-taken': {
    status: 409,
    vi: {
      title: 'Tên đăng nhập đã có người dùng',
      detail: 'Mỗi người một tên đăng nhập. Ông/bà chọn tên khác rồi mời lại.',
    },
    en: {
      title: 'The user name is taken',
      detail: 'Each person has one user name. Choose another and invite again.',
    },
  },
  'staff-unknown': {
    status: 404,
    vi: {
      title: 'Không có cán bộ này',
      detail: 'Không tìm thấy tên đăng nhập. Ông/bà kiểm tra lại bằng lệnh “staff list”.',
    },
    en: {
      title: 'There is no such officer',
      detail: 'The user name was not found. Check it with “staff list”.',
    },
  },
  'staff-no-mandate': {
    status: 403,
    vi: {
      title: 'Tài khoản chưa có nhiệm vụ tại cơ quan nào hôm nay',
      detail:
        'Nhiệm vụ của ông/bà chưa bắt đầu hoặc đã kết thúc. Ông/bà hỏi quản trị đơn vị để được phân công.',
    },
    en: {
      title: 'The account has no post at any agency today',
      detail: 'Your mandate has not begun or has ended. Ask your administrator.',
    },
  },
  'not-the-signer': {
    status: 403,
    vi: {
      title: 'Ông/bà không ký được hôm nay',
      detail:
        'Chỉ Chủ tịch, hoặc Phó Chủ tịch được phân công ký trong ngày và không vắng mặt, mới ký được. Ông/bà chuyển cho người được phân công.',
    },
    en: {
      title: 'You cannot sign today',
      detail:
        'Only the chairman, or the vice-chairman assigned for the day and not absent, may sign. Hand it to the person assigned.',
    },
  },
  unexpected: {
    status: 500,
    vi: {
      title: 'Hệ thống gặp sự cố',
      detail:
        'Lỗi ở phía chúng tôi, không phải do ông/bà. Những gì đã lưu vẫn còn. Ông/bà thử lại sau ít phút, hoặc gọi 1900 1009 và đọc mã sự cố bên dưới.',
    },
    en: {
      title: 'Something went wrong here',
      detail:
        'The fault is ours, not yours. What was saved is kept. Try again in a few minutes, or call 1900 1009 and read out the incident code below.',
    },
  },
}
