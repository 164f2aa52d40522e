import type { SpecialtyCode } from '../../electron/main/domain/specialty.ts'
import type { Blocks } from './blocks/block.ts'
import { ALL_BLOCKS } from './blocks/index.ts'
import { neighboursOf } from './blocks/neighbours.ts'
import { roughen } from './noise.ts'
import { type Random, randomFrom } from './random.ts'
import { type PlacedTemplate, TEMPLATES } from './templates/index.ts'
import type { Other, Own, Role } from './templates/template.ts'

export const SEED = 20_261_124
/** Documents a specialty and template, by what they are for. */
const COPIES: Readonly<Record<Role, number>> = { fit: 2, calibrate: 4, test: 3 }
/** What a document is for, and whether it is made of nothing but what training has not seen. */
type Phrases = Role | 'strange'

/**
 * A list's phrases are dealt into fifths. Fitting has three; calibrating has a fourth too, since a confidence must also be true of
 * what was not fitted; the last is for tests alone.
 */
const FIFTHS = 5
const GROUPS: Readonly<Record<Phrases, readonly number[]>> = {
  fit: [0, 1, 2],
  calibrate: [0, 1, 2, 3],
  test: [0, 1, 2, 3, 4],
  strange: [4],
}

export type CorpusDocument = {
  readonly template: string
  readonly role: Role
  readonly code: SpecialtyCode
  readonly text: string
}

const SOURCES: Readonly<Record<Own | Other, keyof Blocks>> = {
  complaint: 'complaints',
  finding: 'findings',
  result: 'results',
  imaging: 'imaging',
  diagnosis: 'diagnoses',
  drug: 'drugs',
  plan: 'plans',
  past: 'diagnoses',
  negated: 'complaints',
  'other-drug': 'drugs',
}
const FROM_OTHERS: ReadonlySet<string> = new Set<Other>(['past', 'negated', 'other-drug'])
/** Share of documents that are about a second specialty too, and of their phrases that are that one's. */
const MIXED = { documents: 1 / 5, phrases: 1 / 3 }
/** How often what is another specialty's comes from one that sees the same people. */
const FROM_NEAR = 0.6
const NAMES = [
  'Mrs Lind',
  'Mr Okafor',
  'Ms Duarte',
  'Mr Novak',
  'Mrs Haddad',
  'Ms Byrne',
  'Mr Sato',
  'Mrs Keller',
]
const DOCTORS = ['Dr Amsel', 'Dr Rao', 'Dr Correia', 'Prof. Lindgren', 'Dr Mbeki', 'Dr Okada', 'Dr Ferrari']
const PLACES = ['Riverside Clinic', 'Outpatient department', 'Quay Street Hospital', 'The clinic']

const allowed = (phrases: Phrases, place: number): boolean => GROUPS[phrases].includes(place % FIFTHS)

/** Fills one template for one specialty; no phrase twice as long as there are others. */
function fill(template: PlacedTemplate, blocks: Blocks, phrases: Phrases, random: Random): string {
  const used = new Set<string>()
  const others = ALL_BLOCKS.filter(({ code }) => code !== blocks.code)
  const near = others.filter(({ code }) => neighboursOf(blocks.code).includes(code))
  const another = (): Blocks => random.pick(random.chance(FROM_NEAR) ? near : others)
  const guest = random.chance(MIXED.documents) ? another() : blocks
  const phrase = (from: Blocks, slot: Own | Other): string => {
    const list = from[SOURCES[slot]] as readonly string[]
    const open = list.filter((_, place) => allowed(phrases, place))
    const fresh = open.filter((text) => !used.has(text))
    const chosen = random.pick(fresh.length > 0 ? fresh : open)
    used.add(chosen)
    return chosen
  }
  const gap = (slot: string): string => {
    if (slot === 'name') return random.pick(NAMES)
    if (slot === 'doctor') return random.pick(DOCTORS)
    if (slot === 'age') return `${18 + Math.floor(random.next() * 70)} year old`
    if (slot === 'date')
      return `${1 + Math.floor(random.next() * 28)}.${1 + Math.floor(random.next() * 12)}.2026`
    if (slot === 'clinic') return random.chance(0.3) ? random.pick(blocks.clinics) : random.pick(PLACES)
    if (FROM_OTHERS.has(slot)) return phrase(another(), slot as Other)
    return phrase(random.chance(MIXED.phrases) ? guest : blocks, slot as Own)
  }
  const filled = template.text.replace(/\{([a-z-]+)\}/g, (_, slot: string) => gap(slot))
  return roughen(filled, random)
}

function write(role: Role, phrases: Phrases, seed: number): CorpusDocument[] {
  const random = randomFrom(seed)
  return TEMPLATES.filter((template) => template.role === role).flatMap((template) =>
    ALL_BLOCKS.flatMap((blocks) =>
      Array.from({ length: COPIES[role] }, () => ({
        template: template.id,
        role,
        code: blocks.code,
        text: fill(template, blocks, phrases, random),
      })),
    ),
  )
}

/** What the model is fitted to and calibrated on. */
export const trainingCorpus = (seed = SEED): CorpusDocument[] => [
  ...write('fit', 'fit', seed),
  ...write('calibrate', 'calibrate', seed + 1),
]
/** Templates that training has not seen, with every phrase. */
export const testCorpus = (seed = SEED): CorpusDocument[] => write('test', 'test', seed + 2)
/** Templates and phrases that training has not seen: nearer to a stranger's document. */
export const strangeCorpus = (seed = SEED): CorpusDocument[] => write('test', 'strange', seed + 3)
