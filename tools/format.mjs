// `npm run format`: formats, and makes again the pages that are made from the code.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
for (const args of [
  ['node_modules/oxfmt/bin/oxfmt', '.'],
  ['tools/check/city.mjs', '--write'],
]) {
  const [script, ...rest] = args
  const done = spawnSync(process.execPath, [join(root, script), ...rest], {
    cwd: root,
    stdio: 'inherit',
  })
  if (done.status !== 0) process.exitCode = 1
}
