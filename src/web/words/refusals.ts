import { refusalsApi } from './refusals-api.ts'
import { refusalsBooks } from './refusals-books.ts'
import { refusalsCitizen } from './refusals-citizen.ts'
import { refusalsCity } from './refusals-city.ts'
import { refusalsDossiers } from './refusals-dossiers.ts'
import { refusalsFiling } from './refusals-filing.ts'
import { refusalsIntake } from './refusals-intake.ts'
import { refusalsInterlink } from './refusals-interlink.ts'
import { refusalsLegs } from './refusals-legs.ts'
import { refusalsPersons } from './refusals-persons.ts'
import { refusalsRegistry } from './refusals-registry.ts'
import { refusalsTurns } from './refusals-turns.ts'
import { refusalsSlips } from './refusals-slips.ts'
import { refusalsWeb } from './refusals-web.ts'

/**
 * What each refusal says: what happened, then why and what to do now. `{name}` is filled from the
 * refusal's data. Every code has both languages and a status; a test holds us to it.
 */
export type RefusalWords = {
  status: number
  vi: RefusalSentence
  en: RefusalSentence
}

export type RefusalSentence = { title: string; detail: string }

export const refusals: Readonly<Record<string, RefusalWords>> = {
  ...refusalsApi,
  ...refusalsBooks,
  ...refusalsCitizen,
  ...refusalsCity,
  ...refusalsDossiers,
  ...refusalsFiling,
  ...refusalsIntake,
  ...refusalsPersons,
  ...refusalsInterlink,
  ...refusalsLegs,
  ...refusalsRegistry,
  ...refusalsTurns,
  ...refusalsSlips,
  ...refusalsWeb,
}
