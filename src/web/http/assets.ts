import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { transformSync } from 'esbuild'
import { root } from '../../platform/root.ts'

export type Asset = { type: string; data: Buffer; gzip: Buffer | null }

/** Style sheets, scripts, fonts and pictures in memory, under one hash: they never change under it. */
export type Assets = {
  hash: string
  files: ReadonlyMap<string, Asset>
  /** `/assets/<hash>/mc.css`. */
  href(name: string): string
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Reads and minifies `src/web/assets`; about 50 ms, once at start. */
export function loadAssets(directory = join(root, 'src/web/assets')): Assets {
  const files = new Map<string, Asset>()
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(directory, path).split(sep).join('/')
    files.set(name, assetOf(name, type, readFileSync(path)))
  }
  addFontlessSheet(files)
  const hash = hashOf(files)
  return { hash, files, href: (name) => `/assets/${hash}/${name}` }
}

function assetOf(name: string, type: string, source: Buffer): Asset {
  const data = minified(name, source)
  return { type, data, gzip: type === 'font/woff2' ? null : gzipSync(data, { level: 9 }) }
}

function minified(name: string, source: Buffer): Buffer {
  const loader = name.endsWith('.css') ? 'css' : name.endsWith('.js') ? 'js' : undefined
  if (loader === undefined) return source
  const target = ['chrome109', 'firefox115', 'safari16']
  return Buffer.from(transformSync(source.toString('utf8'), { loader, minify: true, target }).code)
}

/** For `Save-Data: on`: the same sheet without fonts (the phone has its own Vietnamese ones). */
function addFontlessSheet(files: Map<string, Asset>): void {
  const sheet = files.get('mc.css')
  if (sheet === undefined) return
  const plain = sheet.data.toString('utf8').replaceAll(/@font-face\{[^}]*\}/g, '')
  const data = Buffer.from(plain)
  files.set('mc-plain.css', { type: sheet.type, data, gzip: gzipSync(data, { level: 9 }) })
}

function hashOf(files: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256')
  for (const [name, asset] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(name).update(asset.data)
  return hash.digest('hex').slice(0, 12)
}
