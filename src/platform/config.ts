import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { logLevels, type LogLevel } from './log.ts'
import { root } from './root.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export type Config = {
  host: string
  port: number
  /** The application's role; undefined runs the product's own PostgreSQL in `home`. */
  databaseUrl: string | undefined
  /** The role that owns the tables; without it, `start` only checks that nothing is pending. */
  databaseOwnerUrl: string | undefined
  /** Absolute: database, files, secrets. */
  home: string
  /** Without a trailing slash. */
  publicUrl: string
  demo: boolean
  /** Only in demo: the clock runs on from this instant. */
  now: Date | undefined
  logLevel: LogLevel
  trustProxy: boolean | string
}

export type Mistake = { setting: string; vi: string; en: string }

/** Every mistake in the settings, so that one run tells them all. */
export class BadSettings extends Error {
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ setting, en }) => `${setting}: ${en}`).join('\n'))
    this.name = 'BadSettings'
    this.mistakes = mistakes
  }
}

/** The process's environment: the only place where the product reads it. */
export function environment(): Environment {
  return process.env
}

/** Reads the settings; throws `BadSettings` with all mistakes at once. */
export function readConfig(env: Environment): Config {
  const read = new Reader(env)
  const port = read.port()
  const databaseUrl = read.postgresUrl('DATABASE_URL')
  const givenUrl = read.publicUrl()
  const demo = read.flag('MOTCUA_DEMO') ?? (databaseUrl === undefined && givenUrl === undefined)
  const config: Config = {
    port,
    host: read.host(),
    databaseUrl,
    databaseOwnerUrl: read.ownerUrl(databaseUrl),
    home: resolve(read.value('MOTCUA_HOME') ?? join(root, 'var')),
    publicUrl: givenUrl ?? `http://localhost:${port}`,
    demo,
    now: read.now(demo),
    logLevel: read.logLevel(demo),
    trustProxy: read.trustProxy(),
  }
  read.refuseUnknown()
  if (!demo && givenUrl === undefined)
    read.mistake('PUBLIC_URL', {
      vi: 'còn thiếu; ngoài bản thử, địa chỉ này được in vào mã QR. Ví dụ: PUBLIC_URL=https://motcua.example.vn',
      en: 'is missing; outside the demo it is printed in QR codes. Example: PUBLIC_URL=https://motcua.example.vn',
    })
  if (read.mistakes.length > 0) throw new BadSettings(read.mistakes)
  return config
}

const KNOWN = ['MOTCUA_HOME', 'MOTCUA_DEMO', 'MOTCUA_NOW', 'MOTCUA_TRUST_PROXY']

/** Settings of the tests' own runner, which the product ignores. */
const TEST_PREFIX = 'MOTCUA_TEST_'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

class Reader {
  readonly mistakes: Mistake[] = []
  private readonly env: Environment

  constructor(env: Environment) {
    this.env = env
  }

  /** An empty setting is a setting not given. */
  value(name: string): string | undefined {
    return this.env[name]?.trim() || undefined
  }

  mistake(setting: string, text: { vi: string; en: string }): undefined {
    this.mistakes.push({ setting, ...text })
  }

  port(): number {
    const text = this.value('PORT') ?? '8080'
    const port = Number(text)
    if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port
    this.mistake('PORT', {
      vi: `“${text}” không phải số cổng; hãy dùng một số từ 1 đến 65535. Ví dụ: PORT=8080`,
      en: `"${text}" is not a port; use a number from 1 to 65535. Example: PORT=8080`,
    })
    return 8080
  }

  host(): string {
    const text = this.value('HOST') ?? '127.0.0.1'
    if (isIP(text) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text))
      this.mistake('HOST', {
        vi: `“${text}” không phải địa chỉ để lắng nghe; ví dụ: HOST=127.0.0.1 hoặc HOST=0.0.0.0`,
        en: `"${text}" is not an address to listen on; example: HOST=127.0.0.1 or HOST=0.0.0.0`,
      })
    return text
  }

  postgresUrl(name: string): string | undefined {
    const text = this.value(name)
    if (text === undefined) return undefined
    if (/^postgres(ql)?:\/\/.*\/[^/?]+(\?.*)?$/.test(text)) return text
    // The address is not repeated: it may hold a password.
    return this.mistake(name, {
      vi: `không phải địa chỉ PostgreSQL; hãy viết ${name}=postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu`,
      en: `is not a PostgreSQL address; write ${name}=postgres://name:password@host:5432/database`,
    })
  }

  ownerUrl(databaseUrl: string | undefined): string | undefined {
    const owner = this.postgresUrl('DATABASE_OWNER_URL')
    if (owner === undefined) return undefined
    if (this.value('DATABASE_URL') === undefined)
      return this.mistake('DATABASE_OWNER_URL', {
        vi: 'được đặt mà thiếu DATABASE_URL; hãy đặt cả hai, với hai vai trò khác nhau',
        en: 'is set without DATABASE_URL; set both, with two different roles',
      })
    if (owner === databaseUrl)
      return this.mistake('DATABASE_OWNER_URL', {
        vi: 'trùng với DATABASE_URL; hãy dùng hai vai trò: một vai trò sở hữu bảng, một vai trò của ứng dụng',
        en: 'equals DATABASE_URL; use two roles: one that owns the tables, one for the application',
      })
    return owner
  }

  publicUrl(): string | undefined {
    const text = this.value('PUBLIC_URL')
    if (text === undefined) return undefined
    const url = URL.parse(text)
    const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
    if (!url || !isWeb || url.pathname !== '/' || url.search || url.hash || url.username)
      return this.mistake('PUBLIC_URL', {
        vi: `“${text}” không phải địa chỉ gốc của cổng; ví dụ: PUBLIC_URL=https://motcua.example.vn`,
        en: `"${text}" is not the portal's origin; example: PUBLIC_URL=https://motcua.example.vn`,
      })
    if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
      return this.mistake('PUBLIC_URL', {
        vi: `“${text}” không mã hóa; người dân gửi giấy tờ qua đây, hãy dùng https://`,
        en: `"${text}" is not encrypted; people send their papers through it, use https://`,
      })
    return url.origin
  }

  flag(name: string): boolean | undefined {
    const text = this.value(name)
    if (text === undefined) return undefined
    if (text === '1' || text === '0') return text === '1'
    return this.mistake(name, {
      vi: `“${text}” không hiểu được; hãy đặt ${name}=1 (bật) hoặc ${name}=0 (tắt)`,
      en: `"${text}" is not understood; set ${name}=1 (on) or ${name}=0 (off)`,
    })
  }

  now(demo: boolean): Date | undefined {
    const text = this.value('MOTCUA_NOW')
    if (text === undefined) return undefined
    if (!demo)
      return this.mistake('MOTCUA_NOW', {
        vi: 'chỉ dùng được trong bản thử; hãy bỏ nó hoặc đặt MOTCUA_DEMO=1',
        en: 'works in the demo only; remove it or set MOTCUA_DEMO=1',
      })
    const shape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?)?$/
    const [, day, time = '09:00', zone = '+07:00'] = shape.exec(text) ?? []
    const instant = new Date(day ? `${day}T${time}${zone}` : Number.NaN)
    // `new Date` takes 31/02 for 02/03; the day itself must come back.
    const isDay = day !== undefined && new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) === day
    if (isDay && !Number.isNaN(instant.getTime())) return instant
    return this.mistake('MOTCUA_NOW', {
      vi: `“${text}” không phải thời điểm; ví dụ: MOTCUA_NOW=2016-08-10T09:00:00+07:00`,
      en: `"${text}" is not an instant; example: MOTCUA_NOW=2016-08-10T09:00:00+07:00`,
    })
  }

  logLevel(demo: boolean): LogLevel {
    const text = this.value('LOG_LEVEL') ?? (demo ? 'warn' : 'info')
    const level = logLevels.find((known) => known === text)
    if (level === undefined)
      this.mistake('LOG_LEVEL', {
        vi: `“${text}” không có; hãy chọn một trong: ${logLevels.join(', ')}`,
        en: `"${text}" does not exist; choose one of: ${logLevels.join(', ')}`,
      })
    return level ?? 'info'
  }

  /** `1`, `0`, or the proxies' addresses with commas. */
  trustProxy(): boolean | string {
    const text = this.value('MOTCUA_TRUST_PROXY') ?? '0'
    if (text === '1' || text === '0') return text === '1'
    const addresses = text.split(',').map((part) => part.trim().split('/')[0] ?? '')
    if (addresses.every((address) => isIP(address) !== 0)) return text
    this.mistake('MOTCUA_TRUST_PROXY', {
      vi: `“${text}” không hiểu được; hãy đặt 1, 0 hoặc các địa chỉ IP của máy chủ trung gian, cách nhau bằng dấu phẩy`,
      en: `"${text}" is not understood; set 1, 0 or the proxies' IP addresses with commas`,
    })
    return false
  }

  refuseUnknown(): void {
    for (const name of Object.keys(this.env).toSorted())
      if (name.startsWith('MOTCUA_') && !name.startsWith(TEST_PREFIX) && !KNOWN.includes(name))
        this.mistake(name, {
          vi: `không phải một thiết lập; các thiết lập có: ${KNOWN.join(', ')}`,
          en: `is not a setting; there are: ${KNOWN.join(', ')}`,
        })
  }
}
