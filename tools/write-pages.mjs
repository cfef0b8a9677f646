// The pages that are made from the code: `node --import tsx tools/write-pages.mjs`.
import { writeFileSync } from 'node:fs'
import { machinePage } from '../src/modules/dossiers/machine-page.ts'
import { procedureSchema } from '../src/modules/procedures/index.ts'
import { accessPage } from '../src/web/http/access.ts'
import { policy } from '../src/web/policy.ts'
import { turnsPage } from '../src/web/turns-page.ts'

const write = (path, text) => writeFileSync(new URL(`../docs/${path}`, import.meta.url), text)

write('access.md', accessPage(policy))
write('machine.md', machinePage())
write('turns.md', turnsPage())
write('schema/procedure-1.schema.json', `${JSON.stringify(procedureSchema, null, 2)}\n`)
