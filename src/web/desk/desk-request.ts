import { queues, type DeskAct, type Queue } from '../../modules/dossiers/index.ts'
import { secretToken } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FormBody, WebRequest } from '../http/route.ts'

export type DeskRequest = WebRequest<Record<string, string>, Record<string, unknown>, FormBody>

/** The first value under a name, without blanks at its ends; '' when absent. */
export function textIn(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim()
}

export function listIn(body: FormBody, name: string): readonly string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export function queryText(req: DeskRequest, name: string): string {
  const value = Object.hasOwn(req.query, name) ? req.query[name] : undefined
  return typeof value === 'string' ? value.trim() : ''
}

export function isQueue(text: string): text is Queue {
  return queues.some((queue) => queue === text)
}

/** The queue the officer came from, so that "next" means next in it. */
export function queueOf(req: DeskRequest): Queue {
  const text = queryText(req, 'hang') || textIn(req.body, 'hang')
  return isQueue(text) ? text : 'todo'
}

/** What every form of the desk carries: the version seen and a key of this rendering. */
export function actIn(req: DeskRequest): DeskAct {
  const version = Number(textIn(req.body, 'version'))
  const requestKey = textIn(req.body, 'key')
  const isKey = /^[\w-]{16,64}$/.test(requestKey)
  if (!Number.isSafeInteger(version) || version < 1 || !isKey) throw new Refusal('form-stale')
  return { code: req.params['dossierId'] ?? '', version, requestKey }
}

export function newKey(): string {
  return secretToken()
}

/** Address of a dossier's page, with the queue it was opened from. */
export function dossierUrl(code: string, options: { tail?: string; queue?: Queue } = {}): string {
  const query = options.queue && options.queue !== 'todo' ? `?hang=${options.queue}` : ''
  return `/can-bo/ho-so/${code}${options.tail ? `/${options.tail}` : ''}${query}`
}

/** Adds `name=value` to an address. */
export function withQuery(url: string, name: string, value: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
}

/** Where the officer wanted to go when a page first saved what was ticked; only our own pages. */
export function nextPlace(req: DeskRequest, otherwise: string): string {
  const wanted = textIn(req.body, 've')
  return /^\/can-bo\/[\w\-./?=&%~:+]*$/.test(wanted) ? wanted : otherwise
}
