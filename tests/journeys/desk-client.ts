import assert from 'node:assert/strict'
import { DEMO_PASSWORD } from '../../src/cli/seed-staff.ts'
import type { World } from './world.ts'

export type Reply = {
  status: number
  html: string
  /** The same as it came, for a PDF. */
  bytes: Uint8Array
  headers: Record<string, unknown>
  to: string
}

/** An officer's browser without a screen: keeps its cookie, sends forms as they were drawn. */
export type Desk = {
  get(url: string): Promise<Reply>
  /** Opens `page`, fills its form to `action` and sends it. */
  send(page: string, action: string, fields?: Fields): Promise<Reply>
  /** As it is, for forms drawn before. */
  post(url: string, fields: Fields): Promise<Reply>
  /** Follows one redirect. */
  follow(reply: Reply): Promise<Reply>
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

export async function openDesk(world: World, login: string): Promise<Desk> {
  let cookie = ''
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<Reply> => {
    const reply = await world.app.fastify.inject({
      method,
      url,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(payload === undefined
          ? {}
          : {
              'content-type': 'application/x-www-form-urlencoded',
              'sec-fetch-site': 'same-origin',
            }),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    const [set] = [reply.headers['set-cookie']].flat()
    if (set !== undefined) cookie = String(set).split(';', 1)[0]!
    const { statusCode: status, body: html, rawPayload: bytes, headers } = reply
    return { status, html, bytes, headers, to: String(headers['location'] ?? '') }
  }
  const desk: Desk = {
    get: (url) => ask('GET', url),
    post: (url, fields) => ask('POST', url, encode(fields)),
    send: async (page, action, fields = {}) => {
      const { html, status } = await desk.get(page)
      assert.equal(status, 200, `${page}: ${status}`)
      const { url, hidden } = formOf(html, action)
      return desk.post(url, { ...hidden, ...fields })
    },
    follow: (reply) => {
      assert.equal(reply.status, 303, reply.html.slice(0, 2000))
      return desk.get(reply.to)
    },
  }
  const signedIn = await desk.post('/can-bo/dang-nhap', { login, password: DEMO_PASSWORD })
  assert.equal(signedIn.to, '/can-bo/ho-so')
  return desk
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}

/** The hidden inputs of the form that goes to `action`, or has a button that does. */
export function formOf(
  html: string,
  action: string,
): { url: string; hidden: Record<string, string> } {
  const form = [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)]
    .map(([text]) => text)
    .find((text) => new RegExp(`action="[^"]*${action}(\\?[^"]*)?"`).test(text))
  assert(form, `no form to ${action}`)
  const url = new RegExp(`action="([^"]*${action}(?:\\?[^"]*)?)"`).exec(form)![1]!
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return {
    url: url.replaceAll('&amp;', '&'),
    hidden: Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])),
  }
}

/** What a page says, without its tags. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
}
