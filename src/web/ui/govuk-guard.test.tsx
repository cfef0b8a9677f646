import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { render } from 'preact-render-to-string'
import type { FieldDefinition, Problem } from '../../modules/forms/index.ts'
import { root } from '../../platform/root.ts'
import { ErrorSummary } from './error-summary.tsx'
import type { FieldContext } from './field-shell.tsx'
import { FormField } from './form-field.tsx'

// The markup of GOV.UK Frontend was tested with people; ours must tell screen readers the same.

type Options = {
  label?: { text?: string }
  hint?: { text?: string }
  errorMessage?: { text?: string }
  fieldset?: { legend?: { text?: string } }
  items?: { text?: string; value?: string; hint?: { text?: string } }[]
  errorList?: { text?: string; href?: string }[]
}
type Fixture = { name: string; html: string; options: Options }

function fixture(component: string, name: string): Fixture {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  // The package's own file; its shape is what this test relies on.
  const { fixtures } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { fixtures: Fixture[] }
  const found = fixtures.find((one) => one.name === name)
  assert.ok(found, `${component}: no fixture "${name}"`)
  return found
}

/** What a screen reader is told: groups, names, types, described-by in order, errors in words. */
function toldBy(html: string) {
  const textOfId = (id: string) => textAfter(html, new RegExp(`<(\\w+)[^>]*\\bid="${id}"[^>]*>`))
  const described = (attributes: string) =>
    (attribute(attributes, 'aria-describedby') ?? '').split(' ').filter(Boolean).map(textOfId)
  return [...html.matchAll(/<(fieldset|legend|input)\b([^>]*)>/g)].map(([tag, name, rest = '']) => {
    if (name === 'legend') return { legend: textAfter(html, new RegExp(escape(tag))) }
    if (name === 'fieldset')
      return { group: attribute(rest, 'role') ?? 'group', described: described(rest) }
    const id = attribute(rest, 'id')
    return {
      input: attribute(rest, 'type'),
      named: textAfter(html, new RegExp(`<(label)[^>]*\\bfor="${id}"[^>]*>`)),
      mode: attribute(rest, 'inputmode'),
      described: described(rest),
    }
  })
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes)?.[1]
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Text of the element that an opening tag begins, without tags and runs of blanks. */
function textAfter(html: string, opening: RegExp): string {
  const match = opening.exec(html)
  assert.ok(match, `nothing matches ${opening}`)
  const name = match[1] ?? 'legend'
  const rest = html.slice(match.index + match[0].length)
  return rest
    .slice(0, closing(rest, name))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function closing(rest: string, name: string): number {
  let depth = 1
  for (const tag of rest.matchAll(new RegExp(`<(/?)${name}\\b`, 'g'))) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return tag.index
  }
  return rest.length
}

function ours(field: FieldDefinition, error: string | undefined): string {
  const problems: Problem[] =
    error === undefined ? [] : [{ field: field.key, code: 'x', message: { vi: error, en: error } }]
  const lists = { ethnicities: [], nationalities: [] }
  const context: FieldContext = { lang: 'en', raw: {}, problems, lists }
  return render(<FormField field={field} context={context} />)
}

const text = (value: string | undefined) => ({ vi: value ?? '', en: value ?? '' })

describe('our renderers tell the same as GOV.UK Frontend', () => {
  for (const name of ['default', 'with hint text', 'with error message', 'with error and hint'])
    test(`input: ${name}`, () => {
      const { html, options } = fixture('input', name)
      const hint = options.hint ? { hint: text(options.hint.text) } : {}
      const label = text(options.label?.text)
      const field: FieldDefinition = { type: 'text', key: 'a.b', label, lengthMax: 9, ...hint }
      assert.deepEqual(toldBy(ours(field, options.errorMessage?.text)), toldBy(html))
    })

  for (const name of [
    'with hint',
    'with fieldset and error message',
    'with hints on items',
    'with hints on parent and items',
  ])
    test(`radios: ${name}`, () => {
      const { html, options } = fixture('radios', name)
      const field: FieldDefinition = {
        type: 'choice',
        key: 'a.b',
        label: text(options.fieldset?.legend?.text),
        ...(options.hint ? { hint: text(options.hint.text) } : {}),
        options: (options.items ?? []).map((item) => ({
          value: item.value ?? '',
          label: text(item.text),
          ...(item.hint ? { hint: text(item.hint.text) } : {}),
        })),
      }
      assert.deepEqual(toldBy(ours(field, options.errorMessage?.text)), toldBy(html))
    })

  for (const name of ['with error message and hint', 'with error message and described by'])
    test(`date input: ${name}`, () => {
      const { html, options } = fixture('date-input', name)
      const outside = html.replaceAll(
        /aria-describedby="test-target-element /g,
        'aria-describedby="',
      )
      const field: FieldDefinition = {
        type: 'date',
        key: 'a.b',
        label: text(options.fieldset?.legend?.text),
        ...(options.hint ? { hint: text(options.hint.text) } : {}),
      }
      assert.deepEqual(toldBy(ours(field, options.errorMessage?.text)), toldBy(outside))
    })

  test('error summary: an alert with a heading and links to the fields', () => {
    const { html, options } = fixture('error-summary', 'default')
    const items = (options.errorList ?? []).map((item) => ({
      href: item.href ?? '',
      text: item.text ?? '',
    }))
    const mine = render(<ErrorSummary items={items} lang="en" />)
    const linksOf = (source: string) =>
      [...source.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, said]) => [href, said])
    assert.deepEqual(linksOf(mine), linksOf(html))
    const shape = /<div[^>]*><div role="alert"><h2[^>]*>/
    assert.match(mine, shape)
    assert.match(html.replaceAll(/\s*\n\s*/g, ''), shape)
  })
})
