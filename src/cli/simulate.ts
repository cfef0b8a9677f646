import { parseArgs } from 'node:util'
import { partnerKinds, startSimulator, type PartnerKind } from '../simulators/index.ts'
import { clockFrom, systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import type { Command, Io } from './command.ts'
import { stopSignal } from './stop-signal.ts'

const usage = `motcua simulate police | insurance | justice [--port N] [--portal URL]
    Runs a partner agency's software that speaks the public protocol and nothing else. Its page at /
    makes it slow, down, forgetful or rude. It is a simulator and says so.
    --port     where it listens; 0 takes any free port (8091, 8092, 8093)
    --portal   the city's exchange (PUBLIC_URL or http://localhost:8080, then /api/lien-thong/1)`

const ports: Readonly<Record<PartnerKind, number>> = {
  police: 8091,
  insurance: 8092,
  justice: 8093,
}

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'runs a simulated partner agency',
  usage,
  run: async (args, io) => {
    const read = readArgs(args)
    if (read === 'help') {
      io.out(usage)
      return 0
    }
    if (typeof read === 'string') {
      io.err(`Không hiểu “${read}”. / Not understood: ${read}`)
      io.err(usage)
      return 2
    }
    return simulate(read, io)
  },
}

type Asked = { kind: PartnerKind; port: number; portal: string | undefined }

function readArgs(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        portal: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return 'help'
    const kind = partnerKinds.find((known) => known === positionals[0])
    if (kind === undefined || positionals.length > 1) return positionals.join(' ') || '(trống)'
    const port = values.port === undefined ? ports[kind] : Number(values.port)
    if (!Number.isSafeInteger(port) || port < 0 || port > 65_535) return `--port ${values.port}`
    if (values.portal !== undefined && !URL.canParse(values.portal)) return '--portal'
    return { kind, port, portal: values.portal?.replace(/\/+$/, '') }
  } catch {
    return args.join(' ')
  }
}

async function simulate({ kind, port, portal }: Asked, io: Io): Promise<number> {
  const config = readConfig(io.env)
  const clock = config.now ? clockFrom(config.now) : systemClock
  const stop = stopSignal()
  const simulator = await startSimulator({
    kind,
    host: '127.0.0.1',
    port,
    home: config.home,
    portal: portal ?? `${config.publicUrl}/api/lien-thong/1`,
    now: () => clock.now(),
    log: createLog(config.logLevel),
  })
  const { publicKey } = simulator
  io.err(`Mô phỏng / Simulator ${kind}: http://127.0.0.1:${simulator.port}/`)
  io.err(`Khóa công khai / Public key: ${publicKey}`)
  // Whoever started this program (the demo) learns where it is.
  process.send?.({ port: simulator.port, publicKey })
  const code = await stop.requested
  await simulator.stop()
  return code
}
