import type { Queryable } from '../../platform/db.ts'

export type RevisionRow = {
  key: string
  revision: number
  valid_from: string
  valid_to: string | null
  document: unknown
  sha256: string
}

/** Rows are only ever added, so their number says whether anything is new. */
export async function countRevisions(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) from procedure_revision')
  return rows[0]?.count ?? 0
}

export async function allRevisions(db: Queryable): Promise<RevisionRow[]> {
  const { rows } = await db.query<RevisionRow>(
    `select key, revision, valid_from, valid_to, document, sha256
     from procedure_revision order by key, revision limit 10000`,
  )
  return rows
}

export async function revisionsOf(db: Queryable, key: string): Promise<RevisionRow[]> {
  const { rows } = await db.query<RevisionRow>(
    `select key, revision, valid_from, valid_to, document, sha256
     from procedure_revision where key = $1 order by revision limit 1000`,
    [key],
  )
  return rows
}

/** The key of another procedure that has published this slug, if any. */
export async function slugOwner(db: Queryable, slug: string, key: string): Promise<string | null> {
  const { rows } = await db.query<{ key: string }>(
    'select key from procedure_revision where slug = $1 and key <> $2 limit 1',
    [slug, key],
  )
  return rows[0]?.key ?? null
}

/** False when the revision or its first day is already taken (by somebody a moment before). */
export async function insertRevision(
  db: Queryable,
  row: RevisionRow & { slug: string; publishedAt: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into procedure_revision
       (key, revision, valid_from, valid_to, slug, document, sha256, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing`,
    [
      row.key,
      row.revision,
      row.valid_from,
      row.valid_to,
      row.slug,
      JSON.stringify(row.document),
      row.sha256,
      row.publishedAt,
    ],
  )
  return rowCount === 1
}
