import type { Text } from '../../modules/forms/index.ts'
import { page, route, type Route } from '../http/route.ts'
import { sayIn, useLang, useSay } from '../ui/lang.tsx'
import { Back } from '../ui/parts.tsx'
import { say } from '../words/index.ts'

type Key = readonly [key: Text, what: Text]

const groups: readonly { title: Text; keys: readonly Key[] }[] = [
  {
    title: { vi: 'Danh sách hồ sơ', en: 'List of dossiers' },
    keys: [
      [
        { vi: '↑ ↓ hoặc K J', en: '↑ ↓ or K J' },
        { vi: 'di chuyển', en: 'move' },
      ],
      [{ vi: 'Enter' }, { vi: 'mở hồ sơ', en: 'open the dossier' }],
      [{ vi: 'X' }, { vi: 'chọn, bỏ chọn', en: 'select or not' }],
      [{ vi: '/' }, { vi: 'đến ô tìm', en: 'go to the search box' }],
      [
        { vi: 'F8' },
        {
          vi: 'ký các hồ sơ đã chọn (hàng đợi Chờ ký)',
          en: 'sign the selected dossiers (queue “Waiting for signature”)',
        },
      ],
    ],
  },
  {
    title: { vi: 'Hồ sơ', en: 'Dossier' },
    keys: [
      [
        { vi: 'F8' },
        {
          vi: 'việc chính của bước: tiếp nhận, trình, ký, trả kết quả',
          en: 'the main act of the step: receive, propose, sign, hand over',
        },
      ],
      [
        { vi: 'F9' },
        {
          vi: 'yêu cầu bổ sung; với người ký: trả lại người trình',
          en: 'request a supplement; for the signer: send back',
        },
      ],
      [
        { vi: 'F4' },
        { vi: 'so sánh với hồ sơ có thể trùng', en: 'compare with a possible duplicate' },
      ],
      [
        { vi: 'K, J' },
        {
          vi: 'hồ sơ trước, hồ sơ sau trong hàng đợi',
          en: 'previous and next dossier of the queue',
        },
      ],
      [{ vi: 'N' }, { vi: 'đến ô số định danh', en: 'go to the personal number' }],
      [{ vi: 'G' }, { vi: 'đến ô ý kiến', en: 'go to the remark' }],
      [
        { vi: 'Tab, phím cách', en: 'Tab, space' },
        { vi: 'đến từng mục, đánh dấu đã đối chiếu', en: 'go item by item, mark as compared' },
      ],
    ],
  },
  {
    title: { vi: 'Giấy tờ', en: 'Papers' },
    keys: [
      [{ vi: '+' }, { vi: 'phóng to', en: 'enlarge' }],
      [{ vi: 'R' }, { vi: 'xoay', en: 'turn' }],
      [{ vi: ']' }, { vi: 'tệp sau', en: 'next file' }],
    ],
  },
  {
    title: { vi: 'Biểu mẫu và bản in', en: 'Forms and prints' },
    keys: [
      [
        { vi: '1 đến 9, 0', en: '1 to 9, 0' },
        {
          vi: 'trong ô lý do: điền câu thường dùng',
          en: 'in a reason box: fill in a common sentence',
        },
      ],
      [{ vi: 'F8' }, { vi: 'gửi, lưu hoặc in', en: 'send, save or print' }],
      [{ vi: 'Esc' }, { vi: 'từ bản in về hồ sơ', en: 'from the print back to the dossier' }],
    ],
  },
]

export const helpRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo/tro-giup',
    action: 'worklist.read',
    handle: async ({ lang }) =>
      page(<KeysPage />, {
        title: sayIn(lang)('Phím tắt', 'Keyboard shortcuts'),
        layout: 'desk',
        scripts: ['desk.js'],
      }),
  }),
]

function KeysPage() {
  const t = useSay()
  const lang = useLang()
  return (
    <div class="wrap page">
      <Back href="/can-bo/ho-so">{t('Về danh sách hồ sơ', 'Back to the list of dossiers')}</Back>
      <h1 class="mb4">{t('Phím tắt', 'Keyboard shortcuts')}</h1>
      <p class="mb5">
        {t(
          'Phím chữ không chạy khi đang gõ trong ô (Telex, VNI vẫn gõ bình thường). ' +
            'Phím F chạy ở mọi chỗ. Không dùng F5, F6, F7, F11, F12.',
          'Letter keys do nothing while you type in a box (Telex and VNI work as usual). ' +
            'F keys work everywhere. F5, F6, F7, F11 and F12 are not used.',
        )}
      </p>
      <div class="grid">
        {groups.map(({ title, keys }) => (
          <section class="card">
            <h2>{say(title, lang)}</h2>
            <dl class="kl">
              {keys.map(([key, what]) => (
                <div>
                  <dt>
                    <kbd>{say(key, lang)}</kbd>
                  </dt>
                  <dd>{say(what, lang)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  )
}
