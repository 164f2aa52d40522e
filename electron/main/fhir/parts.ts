import type { CodeableConcept, Coding, Identifier } from '@medplum/fhirtypes'
import type { Address } from '../domain/bytes.ts'
import type { LogLine } from '../domain/log.ts'

/** What the log is of. */
export type LogOrigin = {
  readonly chainId: number
  readonly contract: Address
  /** The clinic's name. */
  readonly clinic: string
  /** Unix seconds. */
  readonly at: number
}

/** Where HL7 keeps its code systems. */
export const HL7 = 'http://terminology.hl7.org/CodeSystem'

/** A reference by what something is called everywhere, not by where a server has it. */
type Logical = { readonly identifier: Identifier; readonly display?: string }

/** A record, by its number behind its patient. */
export const recordOf = (line: LogLine, origin: LogOrigin): Logical =>
  logical(`${did(line.patient!, origin)}#record-${line.recordId}`)

/** A person, or the contract itself, with a name where this person can read one. */
export const person = (address: Address, name: string | null, origin: LogOrigin): Logical => ({
  ...logical(did(address, origin)),
  ...(name === null ? {} : { display: name }),
})

/** @see https://github.com/w3c-ccg/did-pkh */
export const did = (address: Address, { chainId }: LogOrigin): string =>
  `did:pkh:eip155:${chainId}:${address}`

export const logical = (value: string): Logical => ({
  identifier: { system: 'urn:ietf:rfc:3986', value },
})

export const coding = (system: string, code: string, display: string): Coding => ({ system, code, display })

export const concept = (...codings: Coding[]): CodeableConcept => ({ coding: codings })

/** Seconds of the chain as FHIR's instant. */
export const instant = (seconds: number): string => new Date(seconds * 1000).toISOString()
