import type { Db } from '../db.ts'

export const OWNER_ROLE = 'motcua_owner'
export const APP_ROLE = 'motcua_app'
export const DATABASE = 'motcua'

/**
 * Two roles: the owner makes and changes tables, the application owns nothing and may only do what
 * it was granted. `server` is a superuser's connection to the database `postgres`.
 */
export async function ensureRoles(
  server: Db,
  passwords: { owner: string; app: string },
): Promise<void> {
  await ensureRole(server, OWNER_ROLE, passwords.owner)
  await ensureRole(server, APP_ROLE, passwords.app)
}

async function ensureRole(server: Db, role: string, password: string): Promise<void> {
  const found = await server.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = found.rowCount === 0 ? 'create' : 'alter'
  await server.query(`${verb} role ${role} login password '${checkedPassword(password)}'`)
}

/** DDL takes no parameters; our passwords are made of hexadecimal digits. */
function checkedPassword(password: string): string {
  if (!/^[0-9a-f]{32,}$/.test(password)) throw new Error('a role password must be hexadecimal')
  return password
}

export async function ensureDatabase(server: Db): Promise<void> {
  const found = await server.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (found.rowCount === 0)
    await server.query(`create database ${DATABASE} owner ${OWNER_ROLE} template template0`)
}
