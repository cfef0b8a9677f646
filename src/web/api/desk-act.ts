import { Type, type Static, type TObject, type TProperties } from 'typebox'
import { getForStaff, type DeskAct } from '../../modules/dossiers/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { json } from '../http/route.ts'
import type { ActionName } from '../policy.ts'
import { apiRoute, requestKeyOf, type ApiRoute } from './api-route.ts'
import { DossierParams } from './own-dossier.ts'
import { closed } from './schemas.ts'
import { DeskActAnswer } from './schemas-dossier.ts'
import { showHead, showSlips } from './show-dossier.ts'

type Words = { operationId: string; summary: string; bodyExample?: unknown }

type Declared<B extends TObject> = Words & {
  act: string
  body: B
  /** Acts that only note something are safe to repeat without a key. */
  isKeyed: boolean
  /** A row of its own in the policy, for what not every officer may. */
  policy?: ActionName
  run(ctx: Ctx, given: { code: string; requestKey: string; body: Static<B> }): Promise<unknown>
}

export function declared<B extends TObject>(declaration: Declared<B>): ApiRoute {
  const { act, body, isKeyed, policy = 'api.dossier-act', run, ...words } = declaration
  return apiRoute({
    method: 'POST',
    path: `/desk/dossiers/:dossierId/${act}`,
    action: policy,
    schema: { params: DossierParams, body },
    doc: { ...words, tag: 'desk', answer: DeskActAnswer, ...(isKeyed ? { isKeyed } : {}) },
    handle: async (req) => {
      const { ctx, params } = req
      const requestKey = isKeyed ? requestKeyOf(req) : ''
      // The route has checked the body by this very schema.
      await run(ctx, { code: params.dossierId, requestKey, body: req.body as Static<B> })
      const dossier = await getForStaff(ctx, params.dossierId)
      return json({ dossier: showHead(dossier), slips: await showSlips(ctx, dossier) })
    },
  })
}

export const version = Type.Integer({ minimum: 1, description: 'The version the officer saw.' })
export const reason = Type.String({ minLength: 1, maxLength: 4000 })
export const remark = Type.Optional(Type.String({ maxLength: 4000 }))

/** A verb of the desk whose input is the act itself and the fields of its body. */
export function moving<P extends TProperties>(
  words: Words & { act: string },
  properties: P,
  verb: (ctx: Ctx, input: DeskAct & Static<TObject<P>>) => Promise<unknown>,
): ApiRoute {
  return declared({
    ...words,
    isKeyed: true,
    body: closed({ version, ...properties }),
    run: (ctx, { code, requestKey, body }) =>
      // The body is `version` and `properties`, which is what the verb asks for beside these two.
      verb(ctx, { code, requestKey, ...body } as unknown as DeskAct & Static<TObject<P>>),
  })
}
