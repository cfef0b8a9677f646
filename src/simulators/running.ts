import type { Log } from '../platform/ctx.ts'
import type { Keeping } from './keep.ts'
import type { Partner } from './partner.ts'
import type { Portal } from './portal.ts'
import type { PartnerKind } from './services.ts'
import type { Settings } from './settings.ts'
import type { WireKey } from './wire.ts'

export type SimulatorOptions = {
  kind: PartnerKind
  host: string
  port: number
  home: string
  /** The city's exchange: `http://localhost:8080/api/lien-thong/1`. */
  portal: string
  now(): Date
  log: Log
}

/** A simulator at work: what its parts share. */
export type Running = {
  options: SimulatorOptions
  keeping: Keeping
  partner: Partner
  portal: Portal
  settings(): Settings
  now(): Date
  keyFor(party: string): WireKey
  /** Signatures of the last minutes, by key and nonce: none works twice. */
  nonces: Map<string, number>
}
