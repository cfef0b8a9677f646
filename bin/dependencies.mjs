// Installs the locked dependencies when they are missing. Progress goes to stderr, so that a
// command's answer on stdout stays clean.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const say = (line) => process.stderr.write(`${line}\n`)

/** Returns the path of the Node that the product runs under. `dev`: also what tests need. */
export async function ensureDependencies(root, { dev }) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (!isInstalled(root, lockText, dev) || !lockedNodeWorks(root, lockText))
    await alone(join(root, 'var', 'setup.lock'), () => install(root, lockText, dev))
  return nodePath(root)
}

function install(root, lockText, dev) {
  if (!isInstalled(root, lockText, dev)) {
    say('Đang cài các gói phụ thuộc đã khóa phiên bản … / Installing the locked dependencies …')
    const only = dev ? '--include=dev' : '--omit=dev'
    npm(root, ['ci', only, '--no-audit', '--no-fund', '--loglevel=error'])
    say('Đã cài xong các gói phụ thuộc. / Dependencies are installed.')
  }
  if (!lockedNodeWorks(root, lockText)) installNode(root)
  if (!lockedNodeWorks(root, lockText))
    throw new Error(
      `Không cài được Node ${lockedVersion(lockText, 'node')}; hãy chạy lại hoặc xóa node_modules rồi chạy lại. / ` +
        'The locked Node could not be installed; run again, or remove node_modules and run again.',
    )
  markInstalled(root, lockText, dev)
}

// What is installed

const markPath = (root) => join(root, 'node_modules', '.motcua.json')
const hashOf = (text) => createHash('sha256').update(text).digest('hex')

function markInstalled(root, lockText, dev) {
  const full = dev || hasPackages(root, lockText, true)
  try {
    writeFileSync(markPath(root), JSON.stringify({ lock: hashOf(lockText), dev: full }))
  } catch {
    // A folder that is not ours to write in: the slower comparison below answers each time.
  }
}

function isInstalled(root, lockText, dev) {
  const mark = readJson(markPath(root))
  if (mark?.lock === hashOf(lockText) && (mark.dev || !dev)) return true
  if (!hasPackages(root, lockText, dev)) return false
  // Somebody ran npm themselves: nothing to do but to remember it.
  if (lockedNodeWorks(root, lockText)) markInstalled(root, lockText, dev)
  return true
}

/** npm writes this list last: every locked package of the version that the lock names. */
function hasPackages(root, lockText, dev) {
  const have = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!have) return false
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      wanted.devOptional ||
      (wanted.dev && !dev) ||
      have[path]?.version === wanted.version,
  )
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const lockedVersion = (lockText, name) =>
  JSON.parse(lockText).packages[`node_modules/${name}`].version

// Node 24

const nodePath = (root) => join(root, 'node_modules', 'node', 'bin', 'node')

let nodeIsGood = false

function lockedNodeWorks(root, lockText) {
  if (nodeIsGood) return true
  if (!existsSync(nodePath(root))) return false
  const answer = spawnSync(nodePath(root), ['--version'], { encoding: 'utf8' })
  nodeIsGood = answer.stdout?.trim() === `v${lockedVersion(lockText, 'node')}`
  return nodeIsGood
}

/** npm may be told not to run install scripts; then the package's own installer is run here. */
function installNode(root) {
  say('Đang cài Node 24 … / Installing Node 24 …')
  const cwd = join(root, 'node_modules', 'node')
  const PATH = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`
  const env = { ...npmEnvironment(), PATH }
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd, env, stdio: toStderr })
}

// npm

const toStderr = ['ignore', 2, 2]

/** Without what an outer `npm run` says about itself: it would steer the inner npm. */
function npmEnvironment() {
  const mine =
    /^npm_(package|lifecycle)_|^npm_config_(local_prefix|global_prefix|prefix|omit|include|loglevel|dry_run|ignore_scripts)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !mine.test(name)))
}

function npm(root, args) {
  const script = process.env.npm_execpath ?? ''
  const [command, ...before] = script.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm']
  const options = { cwd: root, env: npmEnvironment(), stdio: toStderr }
  const done = spawnSync(command, [...before, ...args], options)
  if (done.status === 0) return
  throw new Error(
    `npm ${args[0]} không thành công${done.error ? ` (${done.error.message})` : ''}; xem dòng phía trên, sửa rồi chạy lại. / npm ${args[0]} failed; see above, mend it and run again.`,
  )
}

// One at a time

async function alone(lockPath, work) {
  mkdirSync(dirname(lockPath), { recursive: true })
  let told = false
  while (!take(lockPath)) {
    if (!told) say('Đang chờ một lần cài đặt khác … / Waiting for another installation …')
    told = true
    await delay(200)
  }
  try {
    return work()
  } finally {
    rmSync(lockPath, { force: true })
  }
}

function take(lockPath) {
  try {
    writeFileSync(lockPath, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = Number(readJson(lockPath))
  if (holder > 0 && !isAlive(holder)) rmSync(lockPath, { force: true })
  return false
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
