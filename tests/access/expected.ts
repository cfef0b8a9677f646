import type { Grant, PolicyRow } from '../../src/web/policy.ts'
import type { Zone } from '../../src/web/http/open-session.ts'
import type { Person, Place } from './people.ts'

/** `hidden`: as if it did not exist. `forbidden`: it exists, another role does it. */
export type Expected = 'allowed' | 'sign-in' | 'forbidden' | 'hidden'

/**
 * What the policy row says of this person and the things of this place, told from the row and from
 * what the test knows, without the code that decides.
 */
export function expectedFor(
  row: PolicyRow,
  asked: { person: Person; zone: Zone; place: Place | 'nowhere' },
): Expected {
  const person = inZone(asked.person, asked.zone)
  const grants: readonly Grant[] = row.who
  const fitting = grants.filter((grant) => fits(grant, person))
  const isRelated = (grant: Grant) =>
    grant.as === 'anyone' ||
    grant.relation === undefined ||
    (asked.place !== 'nowhere' && person.stands[grant.relation] === asked.place)
  if (fitting.some(isRelated)) return 'allowed'
  if (fitting.length > 0) return 'hidden'
  if (grants.some(({ as }) => as === 'staff')) {
    if (person.kind !== 'staff') return 'sign-in'
    return grants.every((grant) => grant.as !== 'staff' || isRelated(grant))
      ? 'forbidden'
      : 'hidden'
  }
  return grants.some((grant) => grant.as === 'citizen' && grant.relation) ? 'hidden' : 'sign-in'
}

function fits(grant: Grant, person: Person): boolean {
  if (grant.as === 'anyone') return true
  if (grant.as === 'citizen') return person.kind === 'citizen' && (!grant.phone || person.hasPhone)
  if (person.kind !== 'staff') return false
  return grant.roles === 'any' || grant.roles.some((role) => person.roles.includes(role))
}

/** Officers are nobody on the citizen's pages and citizens nobody at the desk: two cookies. */
function inZone(person: Person, zone: Zone): Person {
  const isKnown = zone === 'api' || (zone === 'staff') === (person.kind === 'staff')
  return isKnown ? person : { ...person, kind: 'anonymous', roles: [], hasPhone: false, stands: {} }
}
