import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { carryOverHttp, NoAnswer, type Carried } from './carry.ts'

const servers: Server[] = []
after(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
}

const carried = (target: string): Carried => ({
  target,
  method: 'POST',
  headers: { 'content-type': 'application/json', 'motcua-to': 'ubnd-00187-2008' },
  bytes: Buffer.from('{"a":1}'),
  replyBytesMax: 100,
})

const silentFor = (why: string) => (error: unknown) => {
  assert.ok(error instanceof NoAnswer)
  assert.equal(error.why, why)
  return true
}

test('a request arrives byte for byte, and its answer comes back with its headers', async () => {
  const target = await served(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    const { 'motcua-to': to, 'content-length': length } = request.headers
    response.writeHead(409, { 'content-digest': 'd' })
    response.end(`${String(to)} ${length} ${Buffer.concat(chunks).toString()}`)
  })
  const { status, headers, bytes } = await carryOverHttp(carried(target))
  assert.deepEqual([status, headers['content-digest']], [409, 'd'])
  assert.equal(Buffer.from(bytes).toString(), 'ubnd-00187-2008 7 {"a":1}')
})

test('nobody there, a cut answer and one without end are no answers', async () => {
  await assert.rejects(carryOverHttp(carried('http://127.0.0.1:1/x')), silentFor('unreachable'))
  const cut = await served((_request, response) => {
    response.writeHead(200, { 'content-length': '50' })
    response.write('half')
    setImmediate(() => response.destroy())
  })
  await assert.rejects(carryOverHttp(carried(cut)), silentFor('unreachable'))
  const large = await served((_request, response) => response.end('x'.repeat(101)))
  await assert.rejects(carryOverHttp(carried(large)), silentFor('reply-too-large'))
})

test('a redirect is an answer like any other: nobody is followed elsewhere', async () => {
  const target = await served((_request, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  )
  assert.equal((await carryOverHttp(carried(target))).status, 302)
})

test('a kept connection that the other side has closed is replaced, and asked once more', async () => {
  let asked = 0
  const target = await served((request, response) => {
    asked += 1
    request.resume()
    // The first answer is kept open; the second request finds it cut.
    if (asked === 2) return void request.socket.resetAndDestroy()
    response.end('here')
  })
  await carryOverHttp(carried(target))
  const { status } = await carryOverHttp(carried(target))
  assert.deepEqual([status, asked], [200, 3])
})
