// What the tests need from Debian: installed where we may, otherwise told loudly.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PACKAGES = {
  chromium: '/usr/bin/chromium',
  'poppler-utils': '/usr/bin/pdftotext',
  'zbar-tools': '/usr/bin/zbarimg',
  qpdf: '/usr/bin/qpdf',
  'libnss3-tools': '/usr/bin/certutil',
  openssl: '/usr/bin/openssl',
  'postgresql-15': '/usr/lib/postgresql/15/bin/postgres',
  'fonts-liberation': '/usr/share/fonts/truetype/liberation',
}

/** Returns the packages that are still missing; with `CI=true` none may be. */
export function ensureDebianPackages() {
  if (missing().length > 0) install(missing())
  const left = missing()
  if (left.length === 0) return []
  const lines = [
    '',
    '!'.repeat(78),
    `  Thiếu / missing: ${left.join(', ')}`,
    '  Các phép thử cần chúng sẽ bị BỎ QUA. / The tests that need them are SKIPPED.',
    `  Cài bằng / install with: apt-get install ${left.join(' ')}`,
    '!'.repeat(78),
    '',
  ]
  process.stderr.write(lines.join('\n'))
  if (process.env.CI === 'true') {
    process.stderr.write('CI=true: nothing may be skipped.\n')
    process.exit(1)
  }
  return left
}

const missing = () => Object.keys(PACKAGES).filter((name) => !existsSync(PACKAGES[name]))

function install(names) {
  if (process.getuid?.() !== 0 || !hasApt()) return
  process.stderr.write(`Đang cài bằng apt / Installing by apt: ${names.join(', ')} …\n`)
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 2, 2],
      // No cluster of Debian's own is made: the tests make theirs.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...names)
}

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
