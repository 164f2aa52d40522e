import { type Delimiters, plain } from '../../formats/er7.ts'
import type { Segment } from './segments.ts'

/** Fields with somebody's name, by how it is written. */
const PERSONS: Readonly<Record<string, readonly number[]>> = {
  PID: [5, 6, 9],
  NK1: [2, 30],
  GT1: [3, 4],
  IN1: [16],
  MRG: [7],
}
/** Those that tell a number first. */
const STAFF: Readonly<Record<string, readonly number[]>> = {
  EVN: [5],
  PD1: [4],
  PV1: [7, 8, 9, 17, 52],
  ORC: [10, 11, 12, 19],
  OBR: [10, 16, 28],
  OBX: [16],
  RXO: [14],
  RXE: [13],
  RXA: [10],
  DG1: [16],
  PR1: [8, 11, 12],
  ROL: [4],
  PRT: [5],
  TXA: [5, 9, 10, 11, 22],
}
/** Those that tell it in one component, with a place beside it. */
const INTERPRETERS: Readonly<Record<string, readonly number[]>> = { OBR: [32, 33, 34, 35] }

/** Family and given names of everybody in it. @see HL7 v2.8.2 chapter 2A: XPN, XCN, NDL */
export const namedIn = (segments: readonly Segment[]): string[] =>
  segments.flatMap(({ fields, delimiters }) => {
    const valuesOf = (table: typeof PERSONS): string[] =>
      (Object.hasOwn(table, fields[0]!) ? table[fields[0]!]! : []).flatMap((place) =>
        (fields[place] ?? '').split(delimiters.repetition),
      )
    const { component, part } = delimiters
    return [
      ...valuesOf(PERSONS).flatMap((value) => value.split(component).slice(0, 3)),
      ...valuesOf(STAFF).flatMap((value) => value.split(component).slice(1, 4)),
      ...valuesOf(INTERPRETERS).flatMap((value) => value.split(component)[0]!.split(part).slice(1, 4)),
    ].map((name) => readable(name, delimiters))
  })

const readable = (name: string, delimiters: Delimiters): string =>
  plain(name.replaceAll(delimiters.part, ' '), delimiters)
