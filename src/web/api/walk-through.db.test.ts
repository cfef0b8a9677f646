import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { issueToken } from '../../modules/accounts/index.ts'
import { root } from '../../platform/root.ts'
import { ask, formOf, photo, type Asked } from './testing.ts'

type Step = { at: string; request: string; status: number; answer: unknown }

const BLOCK = /```http\n([\s\S]*?)```\s*```json (\d{3})\n([\s\S]*?)```/g

/** Every request of a page with the answer that the page promises. */
function stepsOf(page: string): Step[] {
  return [...page.matchAll(BLOCK)].map(([, request = '', status, answer = '']) => ({
    at: request.split('\n', 1)[0]!,
    request,
    status: Number(status),
    answer: JSON.parse(answer) as unknown,
  }))
}

type Kept = Map<string, string>

function filled(text: string, kept: Kept): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = kept.get(name)
    assert.ok(value !== undefined, `{{${name}}} was not answered before`)
    return value
  })
}

function readRequest(text: string): Asked {
  const [head = '', payload = ''] = text.split(/\n\n([\s\S]*)/)
  const [first = '', ...lines] = head.trimEnd().split('\n')
  const [method, path] = first.split(' ') as [NonNullable<Asked['method']>, string]
  const pairs = lines.map((line) => /^([\w-]+): (.*)$/.exec(line)!.slice(1) as [string, string])
  const headers = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]))
  if (headers['content-type'] !== 'multipart/form-data') {
    return { method, path, headers, ...(payload.trim() === '' ? {} : { payload }) }
  }
  const files = [...payload.matchAll(/^([\w.]+)=@(\S+)$/gm)].map(([, field = '', name = '']) => ({
    field,
    name,
    data: photo(name.length),
  }))
  const form = formOf({}, files)
  return { method, path, headers: { ...headers, ...form.headers }, payload: form.payload }
}

/** The answer holds what the page shows; `{{name}}` is kept, or must be what was kept. */
function compare(shown: unknown, got: unknown, { kept, at }: { kept: Kept; at: string }): void {
  if (typeof shown === 'string' && /^\{\{\w+\}\}$/.test(shown)) {
    const name = shown.slice(2, -2)
    if (!kept.has(name)) kept.set(name, String(got))
    assert.equal(got, kept.get(name), at)
  } else if (shown === '…') {
    assert.ok(got !== undefined && got !== null, at)
  } else if (Array.isArray(shown)) {
    assert.ok(Array.isArray(got), at)
    if (shown.length === 0) assert.deepEqual(got, [], at)
    for (const [index, part] of shown.entries())
      compare(part, got[index], { kept, at: `${at}/${index}` })
  } else if (typeof shown === 'object' && shown !== null) {
    assert.ok(typeof got === 'object' && got !== null, at)
    for (const [name, part] of Object.entries(shown))
      compare(part, (got as Record<string, unknown>)[name], { kept, at: `${at}/${name}` })
  } else assert.equal(got, shown, at)
}

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('every request of the walk-through answers as the page says', async () => {
  const steps = stepsOf(readFileSync(join(root, 'docs/api/file-a-birth.md'), 'utf8'))
  assert.ok(steps.length >= 17, 'the page has lost its requests')
  const { token } = await issueToken(world.ctx, { login: 'hang', label: 'docs', days: 30 })
  const kept: Kept = new Map([['counterOfficer', token]])
  for (const step of steps) {
    if (step.request.includes('{{code}}')) {
      const message = await world.newestMessageTo('0912345318')
      kept.set('code', /\d{6}/.exec(message)![0])
    }
    const { status, body, text } = await ask(world.app, readRequest(filled(step.request, kept)))
    assert.equal(status, step.status, `${step.at}: ${text}`)
    compare(step.answer, body, { kept, at: step.at })
  }
})
