// docs/access.md from the policy table: `node --import tsx tools/write-access.mjs`.
import { writeFileSync } from 'node:fs'
import { accessPage } from '../src/web/http/access.ts'
import { policy } from '../src/web/policy.ts'

writeFileSync(new URL('../docs/access.md', import.meta.url), accessPage(policy))
