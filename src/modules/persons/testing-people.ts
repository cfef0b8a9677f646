import {
  addDays,
  fromEpochDay,
  plainDate,
  epochDay,
  type PlainDate,
} from '../../platform/plain-date.ts'
import type { Sex } from '../people/index.ts'
import type { Identity } from './person.ts'
import { makeGivenNames, makeName, makeSurname, type Generation } from './testing-names.ts'
import { randomFrom, type Random } from './testing-random.ts'

const FIRST = epochDay(plainDate('1930-01-01'))
const YOUNG = epochDay(plainDate('1985-01-01'))
const LAST = epochDay(plainDate('2016-08-31'))

/** `count` invented people: most are children of births we entered, some older, a few with a year only. */
export function* makePeople(seed: number, count: number): Generator<Identity> {
  const random = randomFrom(seed)
  let made = 0
  while (made < count) {
    const people = random.chance(0.72) ? makeFamily(random) : [makeElder(random)]
    for (const person of people.slice(0, count - made)) {
      made++
      yield person
    }
  }
}

/** Children of one couple, or of a mother alone; now and then twins. */
export function makeFamily(random: Random): Identity[] {
  const first = fromEpochDay(YOUNG + random.below(LAST - YOUNG))
  const parents = makeParents(random)
  const children = [makeChild(random, parents, first)]
  if (random.chance(0.012)) children.push(makeTwin(random, children[0]!))
  if (random.chance(0.5)) children.push(makeSibling(random, children[0]!))
  return children
}

type Parents = Pick<Identity, 'motherName' | 'fatherName'>

export function makeParents(random: Random): Parents {
  const motherName = makeName(random, 'female', 'old')
  if (random.chance(0.05)) return { motherName }
  return { motherName, fatherName: makeName(random, 'male', 'old') }
}

export function makeChild(random: Random, parents: Parents, birthDate: PlainDate): Identity {
  const sex = makeSex(random)
  return { name: childName(random, parents, sex), sex, birthDate, ...parents }
}

export function makeSibling(random: Random, of: Identity): Identity {
  const birthDate = addDays(of.birthDate!, 330 + random.below(2500))
  const latest = birthDate < fromEpochDay(LAST) ? birthDate : addDays(of.birthDate!, -400)
  return otherChild(random, of, latest)
}

/** Same parents, same day; parents like names that go together: Gia Bảo and Gia Huy. */
export function makeTwin(random: Random, of: Identity): Identity {
  const twin = otherChild(random, of, of.birthDate!)
  const words = of.name.split(' ')
  const last = twin.name.split(' ').at(-1)!
  if (words.length < 3 || words.at(-1) === last || random.chance(0.4)) return twin
  return { ...twin, sex: of.sex, name: [...words.slice(0, -1), last].join(' ') }
}

function otherChild(random: Random, of: Identity, birthDate: PlainDate): Identity {
  const { motherName, fatherName } = of
  for (;;) {
    const child = makeChild(random, { motherName, fatherName }, birthDate)
    const [given, others] = [child.name.split(' ').at(-1), of.name.split(' ')]
    if (given !== others.at(-1)) return child
  }
}

function childName(random: Random, parents: Parents, sex: Sex): string {
  if (random.chance(0.004)) return makeName(random, sex, 'young')
  const [surname] = (parents.fatherName ?? parents.motherName ?? makeSurname(random)).split(' ')
  return `${surname} ${makeGivenNames(random, sex, 'young')}`
}

/** Somebody known by a death or an old book: no parents, sometimes no day of birth. */
export function makeElder(random: Random): Identity {
  const sex = makeSex(random)
  const name = makeName(random, sex, 'old')
  const birthDate = fromEpochDay(FIRST + random.below(YOUNG - FIRST))
  if (random.chance(0.15)) return { name, sex, birthYear: Number(birthDate.slice(0, 4)) }
  return { name, sex, birthDate }
}

export function makeSex(random: Random): Sex {
  return random.chance(0.52) ? 'male' : 'female'
}

export function generationOf(person: Identity): Generation {
  return person.motherName ? 'young' : 'old'
}
