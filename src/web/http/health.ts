import type { FastifyInstance } from 'fastify'
import type { AppDeps } from './deps.ts'

/**
 * `/healthz`: the process answers. `/readyz`: it can serve: database reachable, migrations current,
 * not shutting down.
 */
export function addHealthRoutes(
  server: FastifyInstance,
  deps: AppDeps,
  state: { isClosing: boolean },
): void {
  server.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('application/json').send('{"ok":true}'),
  )
  server.get('/readyz', async (_request, reply) => {
    const reason = await whyNotReady(deps, state)
    return reply
      .code(reason === undefined ? 200 : 503)
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(JSON.stringify(reason === undefined ? { ready: true } : { ready: false, reason }))
  })
}

async function whyNotReady(
  deps: AppDeps,
  state: { isClosing: boolean },
): Promise<string | undefined> {
  if (state.isClosing) return 'closing'
  try {
    await deps.db.query('select 1')
    const current = (await deps.migrationsCurrent?.()) ?? true
    return current ? undefined : 'migrations'
  } catch {
    return 'database'
  }
}
