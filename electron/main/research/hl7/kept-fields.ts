import {
  amount,
  anonymous,
  concept,
  date,
  index,
  type Keeper,
  linked,
  matching,
  number,
  oneOf,
  period,
  quantity,
  text,
  unit,
} from './keep-field.ts'

type Fields = Readonly<Record<number, Keeper>>

const all = (keeper: Keeper, ...places: number[]): Fields =>
  Object.fromEntries(places.map((place) => [place, keeper]))

const EVENT = matching(/^[A-Y]\d\d$/)
const ROUTINE = /^(?:BID|TID|QID|QOD|QAM|QPM|QHS|ONCE|PRN|Q[1-9]\d?[SMHDWL]|QD|C|U)$/

/** By the segment's name, then the field's number. MSH and OBX have more in `copy.ts` and `observed.ts`. */
const SEGMENTS: Readonly<Record<string, Fields>> = {
  MSH: {
    7: date,
    9: (value, copying) => {
      const { component } = copying.delimiters
      const [type = '', event = ''] = value.split(component)
      return /^[A-Y][A-Z]{2}$/.test(type) && EVENT(event, copying, []) !== ''
        ? `${type}${component}${event}`
        : ''
    },
    10: linked('message'),
    11: oneOf('P T D'),
    12: oneOf('2.0 2.1 2.2 2.3 2.3.1 2.4 2.5 2.5.1 2.6 2.7 2.7.1 2.8 2.8.1 2.8.2 2.9 2.9.1'),
  },
  EVN: { 1: EVENT, ...all(date, 2, 6) },
  PID: {
    1: index,
    3: anonymous,
    7: date,
    8: oneOf('F M O U A N X'),
    16: oneOf('A D M S W C G P R E N I B U O T'),
    29: date,
    30: oneOf('Y N'),
  },
  PV1: {
    1: index,
    2: oneOf('E I O P R B C N U'),
    4: oneOf('A C E L N R U'),
    10: oneOf('MED SUR URO PUL CAR PED OBS'),
    14: index,
    19: linked('visit'),
    ...all(date, 44, 45),
  },
  ORC: {
    1: oneOf('NW OK UA CA OC CR DC OD DR HD OH HR RL RF RU XO XR SC SN SR SS RE RO RP PA CH'),
    2: linked('order'),
    3: linked('filler'),
    4: linked('group'),
    5: oneOf('A CA CM DC ER HD IP RP SC'),
    ...all(date, 9, 15),
    16: concept,
  },
  OBR: {
    1: index,
    2: linked('order'),
    3: linked('filler'),
    ...all(concept, 4, 31, 44, 45, 50),
    ...all(date, 6, 7, 8, 14, 22, 36),
    11: oneOf('A G L O P R S'),
    13: text,
    24: oneOf(
      'AU BG BLB CG CUS CTH CT CH CP EC EN GE HM ICU IMM LAB MB MCB MYC NMS NMR NRS OUS OT OTH OSL PAR PAT PT PHR PHY PF RAD RX RUS RC RT RAT SR SP TX URN VUS VR XRC',
    ),
    25: oneOf('O I S A P C R F X Y Z'),
  },
  OBX: {
    1: index,
    3: concept,
    4: matching(/^\d{1,4}(?:\.\d{1,4}){0,3}$/),
    8: oneOf('L H LL HH < > N A AA U D B W S R I MS VS POS NEG IND DET ND EXP UNX NR RR WR SDD SYN-R SYN-S'),
    10: oneOf('A N R S B'),
    11: oneOf('C D F I N O P R S U V W X'),
    ...all(date, 12, 14, 19),
    ...all(concept, 17, 20),
  },
  NTE: { 1: index, 2: oneOf('L P O'), 3: text, 4: concept },
  AL1: {
    1: index,
    2: oneOf('AA DA EA FA LA MA MC PA'),
    3: concept,
    4: oneOf('SV MO MI U'),
    5: text,
    6: date,
  },
  DG1: { 1: index, 3: concept, 4: text, 5: date, 6: oneOf('A W F'), 15: index },
  PR1: { 1: index, 3: concept, 4: text, 5: date },
  RXO: {
    ...all(concept, 1, 5, 6, 7),
    ...all(amount(4), 2, 3),
    4: unit,
    18: amount(19),
    19: unit,
  },
  RXE: {
    ...all(concept, 2, 6, 7),
    ...all(amount(5), 3, 4),
    5: unit,
    10: amount(11),
    11: unit,
    12: index,
    23: amount(24),
    24: unit,
    25: amount(26),
    26: unit,
  },
  RXA: {
    ...all(index, 1, 2),
    ...all(date, 3, 4, 22),
    ...all(concept, 5, 8, 9, 18),
    6: amount(7),
    7: unit,
    20: oneOf('CP RE NA PA'),
    21: oneOf('A D U'),
  },
  RXR: all(concept, 1, 2, 4),
  TQ1: { 1: index, 2: quantity, 3: matching(ROUTINE), 6: quantity, ...all(date, 7, 8), 14: number },
  SPM: {
    1: index,
    2: linked('specimen'),
    ...all(concept, 4, 5, 6, 7, 8, 9, 11, 21, 24),
    12: quantity,
    14: text,
    17: period,
    18: date,
  },
}

/** Fields without which a segment says nothing. */
export const REQUIRED: Readonly<Record<string, number>> = { OBX: 3, NTE: 3, AL1: 3, RXR: 1 }

/** Segments that others belong to, up to the next one of theirs. */
export const HEADS: ReadonlySet<string> = new Set(['PID', 'ORC', 'OBR', 'RXO', 'RXE', 'RXA', 'SPM'])

/**
 * Every field that a copy for research may have, by its segment. What is not in it is left out, so what nobody has thought of
 * is left out too: people, places, insurances, and what sites add (Z-segments).
 * @returns null for a segment of which nothing is kept
 * @see HL7 v2.8.2 chapters 2, 3, 4, 4A, 6 and 7
 */
export const fieldsOf = (segment: string): Fields | null =>
  Object.hasOwn(SEGMENTS, segment) ? SEGMENTS[segment]! : null
