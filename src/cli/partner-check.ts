import { readFileSync } from 'node:fs'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { parseArgs } from 'node:util'
import { checkPartner, openCheckCity, publicKeyFrom, type Finding } from '../simulators/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Command, Io } from './command.ts'
import { NotUnderstood, tellFailure } from './verbs.ts'

const usage = `motcua partner-check URL --party PARTY --key KEY [--service S] [--listen PORT] [--answers FILE]
    Tries a partner's endpoint against the protocol (docs/interlink-api.md) and says what holds.
    URL        the partner's endpoint, without /thong-diep
    --party    the agency id that the partner answers for: ca-quan-001-1997
    --key      its public key: a PEM file, or SPKI in base64
    --service  residence.register, residence.delete, health_card.issue … (residence.register)
    --answers  a JSON file with answers to the service's form ({})
    --listen   where this kit plays the city: the partner sends there (8099)
    --wait     seconds to wait for what the partner sends by itself (30)
    The partner takes the kit for the city: http://HOST:PORT/api/lien-thong/1 lists its keys.`

export const partnerCheckCommand: Command = {
  name: 'partner-check',
  summary: 'tries a partner’s endpoint against the protocol',
  usage,
  run: async (args, io) => {
    if (args.includes('--help') || args.includes('-h')) {
      io.out(usage)
      return 0
    }
    try {
      return await run(readArgs(args), io)
    } catch (error) {
      return tellFailure(io, usage, error)
    }
  },
}

type Asked = {
  endpoint: string
  party: string
  key: KeyObject
  service: string
  answers: Record<string, never>
  port: number
  waitMs: number
}

function readArgs(args: string[]): Asked {
  const { values, positionals } = parsed(args)
  const [url] = positionals
  if (url === undefined || positionals.length > 1 || !URL.canParse(url))
    throw new NotUnderstood('URL')
  if (!values.party) throw new NotUnderstood('--party')
  if (!values.key) throw new NotUnderstood('--key')
  const port = Number(values.listen ?? '8099')
  const wait = Number(values.wait ?? '30')
  if (!Number.isSafeInteger(port) || port < 0 || port > 65_535)
    throw new NotUnderstood(`--listen ${values.listen}`)
  if (!(wait > 0 && wait <= 600)) throw new NotUnderstood(`--wait ${values.wait}`)
  return {
    endpoint: url.replace(/\/+$/, ''),
    party: values.party,
    key: readKey(values.key),
    service: values.service ?? 'residence.register',
    answers: values.answers === undefined ? {} : readAnswers(values.answers),
    port,
    waitMs: wait * 1000,
  }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const options = {
    party: text,
    key: text,
    service: text,
    answers: text,
    listen: text,
    wait: text,
  }
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    throw new NotUnderstood(args.join(' '))
  }
}

function readKey(given: string): KeyObject {
  try {
    return /^[A-Za-z0-9+/=]{40,}$/.test(given)
      ? publicKeyFrom(given)
      : createPublicKey(readFileSync(given))
  } catch {
    throw new NotUnderstood('--key')
  }
}

function readAnswers(path: string): Record<string, never> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, never> // the partner judges it
  } catch {
    throw new NotUnderstood('--answers')
  }
}

async function run(asked: Asked, io: Io): Promise<number> {
  const now = (): Date => systemClock.now()
  const city = await openCheckCity({
    host: '127.0.0.1',
    port: asked.port,
    partnerKey: asked.key,
    now,
  })
  io.err(`Bộ kiểm tra đóng vai thành phố / The kit plays the city: ${city.base}`)
  try {
    const { key, port: _, ...rest } = asked
    const findings = await checkPartner({ ...rest, partnerKey: key, city, now })
    for (const finding of findings) io.out(line(finding))
    const failed = findings.filter(({ ok }) => !ok).length
    io.out(`${findings.length - failed}/${findings.length} đạt / passed`)
    return failed === 0 ? 0 : 1
  } finally {
    await city.stop()
  }
}

function line({ what, ok, seen }: Finding): string {
  return `${ok ? 'ĐẠT ' : 'SAI '} ${what.vi} / ${what.en} [${seen}]`
}
