// The project's own checks, one list. `--write` regenerates what is generated.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modules, shared } from '../../modules.mjs'
import { checkBoundaries } from './boundaries.mjs'
import { checkForbidden } from './forbidden.mjs'
import { checkGlossary } from './glossary.mjs'
import { checkLegalBasis, legalBasis } from './legal-basis.mjs'
import { checkRefusals } from './refusals.mjs'
import { readSources } from './sources.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const files = readSources(root, ['src', 'tests'], ['.ts', '.tsx'])
const tools = readSources(root, ['bin', 'tools'], ['.mjs'])
const migrations = readSources(root, ['migrations'], ['.sql'])
const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')

if (process.argv.includes('--write')) {
  writeFileSync(join(root, 'docs/legal-basis.md'), legalBasis(files))
} else {
  const problems = [
    ...checkBoundaries(files, { modules, shared }),
    ...checkForbidden(files),
    ...checkForbidden(tools),
    ...checkGlossary(files, migrations, read('docs/glossary.md')),
    ...checkRefusals(files),
    ...checkLegalBasis(files, read('docs/legal-basis.md')),
  ]
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}
