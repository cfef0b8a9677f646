import pg from 'pg'

/** What a store function needs: the pool or the caller's transaction. */
export type Queryable = {
  query<R extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    params?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<pg.QueryResult<R>>
}

/** `name`: a constant statement asked many times a second, which the server keeps planned. */
export type QueryOptions = { name: string }

export type Db = Queryable & {
  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  tx<T>(work: (db: Queryable) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// `date` stays text (a PlainDate); `int8` becomes a number: our counts stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type DbOptions = {
  connectionString: string
  connectionsMax?: number
  applicationName?: string
}

export function openDb(options: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.connectionsMax ?? 8,
    application_name: options.applicationName ?? 'motcua',
    connectionTimeoutMillis: 10_000,
  })
  // A connection that dies while idle is replaced by the pool; the next query reports real trouble.
  pool.on('error', () => undefined)
  const db: Db = {
    query: (sql, params, options) => pool.query(asked(sql, params, options)),
    tx: (work) => inTransaction(pool, (transaction) => work(partOf(db, transaction))),
    close: () => pool.end(),
  }
  return db
}

/** The caller's transaction as a database: what begins a transaction on it joins this one. */
export function joined(db: Queryable): Db {
  return partOf(rootOf(db), {
    query: (sql, params, options) => db.query(sql, params, options),
    tx: (work) => work(db),
    close: async () => undefined,
  })
}

const roots = new WeakMap<Queryable, Queryable>()

function partOf<T extends Queryable>(root: Queryable, part: T): T {
  roots.set(part, root)
  return part
}

/** The database behind a transaction, by which what was read of it is remembered. */
export function rootOf(db: Queryable): Queryable {
  return roots.get(db) ?? db
}

function asked(text: string, params?: readonly unknown[], options?: QueryOptions): pg.QueryConfig {
  // The driver changes nothing in the values that it is given.
  return { text, values: params as unknown[] | undefined, ...options }
}

async function inTransaction<T>(pool: pg.Pool, work: (db: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // While it is ours the pool does not listen: a connection that dies between two statements must
  // fail this transaction, at its next statement, and not the process.
  const noteBroken = (error: Error) => {
    broken = error
  }
  client.on('error', noteBroken)
  try {
    await client.query('begin')
    const result = await work({
      query: (sql, params, options) => client.query(asked(sql, params, options)),
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.off('error', noteBroken)
    client.release(broken)
  }
}
