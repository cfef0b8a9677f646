import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isPasswordOf } from '../modules/accounts/index.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import type { Db } from '../platform/db.ts'
import { DEMO_LOGINS, DEMO_PASSWORD } from './seed-staff.ts'

/**
 * Outside the demo nothing of it may be left: neither accounts whose password everybody knows nor
 * keys that anybody could have made. Throws `CannotStart`.
 */
export async function ensureNotDemo({ db, home }: { db: Db; home: string }): Promise<void> {
  if (existsSync(join(home, 'keys', 'demo-root.pem')))
    throw new CannotStart({
      vi: `Thư mục ${home} đã chạy bản thử và còn khóa ký thử; hãy đặt MOTCUA_HOME tới thư mục khác.`,
      en: `${home} was used by the demo and holds its signing keys; set MOTCUA_HOME to another directory.`,
    })
  for (const login of DEMO_LOGINS)
    if (await isPasswordOf(db, { login, password: DEMO_PASSWORD }))
      throw new CannotStart({
        vi: 'Cơ sở dữ liệu này đã chạy bản thử và còn tài khoản có mật khẩu thử; hãy dùng cơ sở dữ liệu khác.',
        en: 'This database was used by the demo and holds accounts with its password; use another database.',
      })
}
