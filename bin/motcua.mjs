#!/usr/bin/env node
import { main } from './run.mjs'

await main(['motcua', ...process.argv.slice(2)])
