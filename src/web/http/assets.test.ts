import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadAssets } from './assets.ts'

const assets = loadAssets()
const sizeOf = (name: string): number => {
  const asset = assets.files.get(name)
  assert.ok(asset, name)
  return asset.gzip?.length ?? asset.data.length
}

test('style sheets, script and fonts stay within their budgets', () => {
  assert.ok(sizeOf('mc.css') <= 8 * 1024, `citizen CSS: ${sizeOf('mc.css')}`)
  const desk = sizeOf('mc.css') + sizeOf('mc-desk.css')
  assert.ok(desk <= 12 * 1024, `desk CSS: ${desk}`)
  assert.ok(sizeOf('mc.js') <= 2 * 1024, `JS: ${sizeOf('mc.js')}`)
  const fonts = [...assets.files.keys()].filter((name) => name.endsWith('.woff2'))
  const total = fonts.reduce((sum, name) => sum + sizeOf(name), 0)
  assert.ok(total <= 55 * 1024, `fonts: ${total}`)
})

test('the sheet for saving data asks for no font', () => {
  assert.doesNotMatch(assets.files.get('mc-plain.css')!.data.toString(), /@font-face|\.woff2/)
})

test('every file that a style sheet names is there', () => {
  for (const [name, { data }] of assets.files) {
    if (!name.endsWith('.css')) continue
    for (const [, path] of data.toString().matchAll(/url\(["']?([^)"']+)["']?\)/g))
      assert.ok(path!.startsWith('#') || assets.files.has(path!), `${name}: ${path}`)
  }
})

test('the same files have the same hash', () => {
  assert.equal(loadAssets().hash, assets.hash)
  assert.match(assets.href('mc.css'), /^\/assets\/[0-9a-f]{12}\/mc\.css$/)
})
