import { page, route, type Route } from '../http/route.ts'
import { Back } from '../ui/parts.tsx'

const groups: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Danh sách hồ sơ',
    keys: [
      ['↑ ↓ hoặc K J', 'di chuyển'],
      ['Enter', 'mở hồ sơ'],
      ['X', 'chọn, bỏ chọn'],
      ['/', 'đến ô tìm'],
      ['F8', 'ký các hồ sơ đã chọn (hàng đợi Chờ ký)'],
    ],
  },
  {
    title: 'Hồ sơ',
    keys: [
      ['F8', 'việc chính của bước: tiếp nhận, trình, ký, trả kết quả'],
      ['F9', 'yêu cầu bổ sung; với người ký: trả lại người trình'],
      ['F4', 'so sánh với hồ sơ có thể trùng'],
      ['K, J', 'hồ sơ trước, hồ sơ sau trong hàng đợi'],
      ['N', 'đến ô số định danh'],
      ['G', 'đến ô ý kiến'],
      ['Tab, phím cách', 'đến từng mục, đánh dấu đã đối chiếu'],
    ],
  },
  {
    title: 'Giấy tờ',
    keys: [
      ['+', 'phóng to'],
      ['R', 'xoay'],
      [']', 'tệp sau'],
    ],
  },
  {
    title: 'Biểu mẫu và bản in',
    keys: [
      ['1 đến 9, 0', 'trong ô lý do: điền câu thường dùng'],
      ['F8', 'gửi, lưu hoặc in'],
      ['Esc', 'từ bản in về hồ sơ'],
    ],
  },
]

export const helpRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo/tro-giup',
    action: 'worklist.read',
    handle: async () =>
      page(<KeysPage />, { title: 'Phím tắt', layout: 'desk', scripts: ['desk.js'] }),
  }),
]

function KeysPage() {
  return (
    <div class="wrap page">
      <Back href="/can-bo/ho-so">Về danh sách hồ sơ</Back>
      <h1 class="mb4">Phím tắt</h1>
      <p class="mb5">
        Phím chữ không chạy khi đang gõ trong ô (Telex, VNI vẫn gõ bình thường). Phím F chạy ở mọi
        chỗ. Không dùng F5, F6, F7, F11, F12.
      </p>
      <div class="grid">
        {groups.map(({ title, keys }) => (
          <section class="card">
            <h2>{title}</h2>
            <dl class="kl">
              {keys.map(([key, what]) => (
                <div>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  )
}
