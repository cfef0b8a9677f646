import { moves, type Move } from './machine.ts'
import { standingActs, type StandingAct } from './standing.ts'
import { nationalStatus, states } from './states.ts'

const statusNames: Readonly<Record<number, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
}

/** The machine's table as Markdown, for docs/machine.md. */
export function machinePage(): string {
  return [
    '# The legal machine of a dossier',
    '',
    'Made from `src/modules/dossiers/machine.ts` by `npm run format`; do not edit. `stepRole` is the',
    'role that the procedure names for the step the dossier stands at; `signer` is the head of the',
    'agency or the deputy assigned that day.',
    '',
    '| act | from | to | who | event | writes |',
    '| --- | --- | --- | --- | --- | --- |',
    ...moves.map(rowOf),
    '',
    '## Acts that leave the dossier where it stands',
    '',
    'From `src/modules/dossiers/standing.ts`.',
    '',
    '| act | during | who | event | writes |',
    '| --- | --- | --- | --- | --- |',
    ...standingActs.map(standingRow),
    '',
    '## States and the national list of statuses (TT 22/2019/TT-BTTTT Điều 4)',
    '',
    '| state | national status |',
    '| --- | --- |',
    ...states.map((state) => {
      const number = nationalStatus[state]
      return `| \`${state}\` | ${number} ${statusNames[number]} |`
    }),
    '',
  ].join('\n')
}

function standingRow({ action, during, by, event, writes }: StandingAct): string {
  const cells = [`\`${action}\``, during.join(', '), by.join(', '), event, writes]
  return `| ${cells.join(' | ')} |`
}

function rowOf({ action, from, to, by, event, writes }: Move): string {
  const cells = [`\`${action}\``, `\`${from ?? '—'}\``, `\`${to}\``, by.join(', '), event, writes]
  return `| ${cells.join(' | ')} |`
}
