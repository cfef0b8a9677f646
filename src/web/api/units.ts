import { Type } from 'typebox'
import { loadCity, type Agency, type City, type Unit } from '../../modules/agencies/index.ts'
import { loadProcedures } from '../../modules/procedures/index.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json, type WebRequest } from '../http/route.ts'
import { apiRoute } from './api-route.ts'
import { closed, dayOf, OnQuery, orNull } from './schemas.ts'
import { AgencySchema, SuccessorsSchema, UnitLevelSchema, UnitSchema } from './schemas-catalogue.ts'

const CodeParams = closed({
  code: Type.String({
    pattern: '^[0-9]{2,5}$',
    description: '2 digits the city, 3 a district, 5 a commune.',
  }),
})

async function cityOn(req: Pick<WebRequest, 'ctx'> & { query: { on?: string | undefined } }) {
  const city = await loadCity(req.ctx.db)
  return { city, day: dayOf(req.query.on, legalDay(req.ctx.clock.now())) }
}

const PAGE = 100

const listUnits = apiRoute({
  method: 'GET',
  path: '/units',
  action: 'api.catalogue',
  schema: {
    query: closed({
      ...OnQuery,
      q: Type.Optional(
        Type.String({ maxLength: 100, description: 'A commune’s name or code, marks or not.' }),
      ),
      level: Type.Optional(UnitLevelSchema),
      after: Type.Optional(
        Type.String({ pattern: '^[0-9]{2,5}$', description: 'The last page’s `next`.' }),
      ),
    }),
  },
  doc: {
    operationId: 'listUnits',
    tag: 'catalogue',
    summary: 'Units of the city on a day',
    description: 'By code, 100 a page; found communes best first, at most 20.',
    answer: closed({ units: Type.Array(UnitSchema), next: orNull(Type.String()) }),
  },
  handle: async (req) => {
    const { city, day } = await cityOn(req)
    const { q, level, after = '' } = req.query
    if (q !== undefined) {
      const found = city.searchUnits(q, day).filter(({ unit }) => !level || unit.level === level)
      return json({ units: found.map(({ unit }) => showUnit(city, unit, day)), next: null })
    }
    const units = city
      .unitsOn(day, level)
      .filter(({ code }) => code > after)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    const page = units.slice(0, PAGE)
    return json({
      units: page.map((unit) => showUnit(city, unit, day)),
      next: units.length > PAGE ? page.at(-1)!.code : null,
    })
  },
})

const getUnit = apiRoute({
  method: 'GET',
  path: '/units/:code',
  action: 'api.catalogue',
  schema: { params: CodeParams, query: closed(OnQuery) },
  doc: {
    operationId: 'getUnit',
    tag: 'catalogue',
    summary: 'A unit as it was on a day',
    answer: UnitSchema,
  },
  handle: async (req) => {
    const { city, day } = await cityOn(req)
    const unit = city.unit(req.params.code, day)
    if (!unit) throw new Refusal('not-found')
    return json(showUnit(city, unit, day))
  },
})

const listSuccessors = apiRoute({
  method: 'GET',
  path: '/units/:code/successors',
  action: 'api.catalogue',
  schema: {
    params: CodeParams,
    query: closed({
      ...OnQuery,
      from: Type.String({ format: 'date', description: 'A day on which the code was this unit.' }),
    }),
  },
  doc: {
    operationId: 'getUnitSuccessors',
    tag: 'catalogue',
    summary: 'What became of a unit',
    answer: SuccessorsSchema,
  },
  handle: async (req) => {
    const { city, day } = await cityOn(req)
    const from = dayOf(req.query.from, day, 'from')
    const { kind, candidates } = city.successors(req.params.code, from, day)
    return json({
      kind,
      candidates: candidates.map(({ unit, via, toCheck }) => ({
        unit: showUnit(city, unit, day),
        via,
        toCheck,
      })),
    })
  },
})

const getAgency = apiRoute({
  method: 'GET',
  path: '/agencies/:id',
  action: 'api.catalogue',
  schema: {
    params: closed({ id: Type.String({ maxLength: 80, description: '`ubnd-00187-2008`' }) }),
    query: closed(OnQuery),
  },
  doc: {
    operationId: 'getAgency',
    tag: 'catalogue',
    summary: 'An agency, its desk and what it offers online on a day',
    answer: AgencySchema,
  },
  handle: async (req) => {
    const { city, day } = await cityOn(req)
    const agency = city.agency(req.params.id)
    if (!agency) throw new Refusal('not-found')
    const procedures = (await loadProcedures(req.ctx.db)).on(day)
    return json({
      ...showAgency(city, agency),
      procedures: procedures.map(({ key }) => ({
        procedure: key,
        stage: city.stage(key, agency.id, day),
        isOnline: city.isOnline(key, agency.id, day),
      })),
    })
  },
})

export const unitRoutes = [listUnits, getUnit, listSuccessors, getAgency]

function showUnit(city: City, unit: Unit, day: PlainDate) {
  const { code, validFrom, validTo, level, type, name, parentCode } = unit
  const printed = city.printedUnit(code, day) ?? name
  return { code, validFrom, validTo, level, type, name, printed, parentCode }
}

function showAgency(city: City, agency: Agency) {
  const { id, kind, level, unitCode, unitFrom, name, fullName, validFrom, validTo } = agency
  const { officialCode, officialCodeIsPlaceholder } = agency
  const { address, phone, isDemo } = agency.desk
  const hours = city.deskHours(id).map(({ weekday, from, to, kind: of }) => ({
    weekday,
    from,
    to,
    kind: of,
  }))
  return {
    id,
    kind,
    level,
    unitCode,
    unitFrom,
    name,
    fullName,
    validFrom,
    validTo,
    officialCode,
    officialCodeIsPlaceholder,
    desk: { address, phone, isDemo, hours },
  }
}
