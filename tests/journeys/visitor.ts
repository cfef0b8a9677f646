import type { App } from '../../src/web/app.ts'

export type Answered = { status: number; location: string; body: string; text: string }

export type Sent = Readonly<Record<string, string | readonly string[]>>
export type SentFile = { field: string; name: string; data: Uint8Array }

/** A browser without a window: keeps its cookie, sends forms as a browser would. */
export type Visitor = {
  get(path: string): Promise<Answered>
  /** Posts with the token of the last page; does not follow. */
  post(path: string, fields?: Sent): Promise<Answered>
  upload(path: string, fields: Sent, files: readonly SentFile[]): Promise<Answered>
  /** Posts, then gets where it is led. */
  send(path: string, fields?: Sent): Promise<Answered>
}

export function visitor(app: App): Visitor {
  let cookie = ''
  let token = ''
  const keep = (headers: Record<string, unknown>, body: string): void => {
    for (const set of [headers['set-cookie']].flat()) {
      if (typeof set === 'string') cookie = set.split(';')[0] ?? ''
    }
    token = /name="_csrf" value="([\w-]+)"/.exec(body)?.[1] ?? token
  }
  async function ask(request: {
    method: 'GET' | 'POST'
    url: string
    type?: string
    payload?: string | Buffer
  }): Promise<Answered> {
    const { method, url, type, payload } = request
    const reply = await app.fastify.inject({
      method,
      url,
      headers: { ...(cookie ? { cookie } : {}), ...(type ? { 'content-type': type } : {}) },
      ...(payload === undefined ? {} : { payload }),
    })
    keep(reply.headers, reply.body)
    const location = String(reply.headers.location ?? '')
    return { status: reply.statusCode, location, body: reply.body, text: textOf(reply.body) }
  }
  const get = (url: string) => ask({ method: 'GET', url })
  const post = (url: string, fields: Sent = {}) => {
    const pairs = Object.entries({ _csrf: token, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    )
    const payload = new URLSearchParams(pairs).toString()
    return ask({ method: 'POST', url, type: 'application/x-www-form-urlencoded', payload })
  }
  return {
    get,
    post,
    upload: (url, fields, files) => {
      const { type, payload } = multipart({ _csrf: token, ...fields }, files)
      return ask({ method: 'POST', url, type, payload })
    },
    send: async (url, fields = {}) => {
      const answered = await post(url, fields)
      return answered.location === '' ? answered : get(answered.location)
    },
  }
}

/** What a person reads, in one line. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}

function multipart(fields: Sent, files: readonly SentFile[]): { type: string; payload: Buffer } {
  const boundary = 'bien-gioi-cua-bieu-mau'
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`
      parts.push(Buffer.from(`${head}${one}\r\n`))
    }
  }
  for (const { field, name, data } of files) {
    const head =
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n'
    parts.push(Buffer.from(head), Buffer.from(data), Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { type: `multipart/form-data; boundary=${boundary}`, payload: Buffer.concat(parts) }
}
