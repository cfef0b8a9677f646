// `npm run format`: formats, and makes again the pages that are made from the code.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
for (const args of [
  ['--import', 'tsx', 'tools/write-pages.mjs'],
  ['tools/check/city.mjs', '--write'],
  ['node_modules/oxfmt/bin/oxfmt', '.'],
]) {
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
  })
  if (done.status !== 0) process.exitCode = 1
}
