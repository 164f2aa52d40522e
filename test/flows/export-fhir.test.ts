import { OperationOutcomeError, validateResource } from '@medplum/core'
import type {
  AuditEvent,
  Bundle,
  CodeSystem,
  Coding,
  Consent,
  Provenance,
  Resource,
  ValueSet,
} from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { LOG_KINDS, type LogLine } from '../../electron/main/domain/log.ts'
import { fhirOf } from '../../electron/main/fhir/log.ts'
import { exportFhir } from '../../electron/main/flows/export-log.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import { LETTER, openCast, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { knowFhir, published } from '../support/fhir.ts'

/** What is in its code systems and in DICOM's value sets. */
const codes = new Map<string, Set<string>>()
function know(system: string | undefined, concepts: readonly { code?: string }[] = []): void {
  if (system === undefined) return
  const known = codes.get(system) ?? new Set()
  for (const { code } of concepts) known.add(code!)
  codes.set(system, known)
}
function readDefinitions(): void {
  knowFhir()
  for (const resource of [
    ...published<CodeSystem | ValueSet>('valuesets'),
    ...published<CodeSystem | ValueSet>('v3-codesystems'),
  ]) {
    if (resource.resourceType === 'CodeSystem') know(resource.url, withChildren(resource.concept))
    else for (const { system, concept } of resource.compose?.include ?? []) know(system, concept)
  }
}
type Concept = NonNullable<CodeSystem['concept']>[number]
const withChildren = (concepts: readonly Concept[] = []): Concept[] =>
  concepts.flatMap((concept) => [concept, ...withChildren(concept.concept)])

/** Every coding that stands somewhere in it. */
function codingsIn(value: unknown): Coding[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(codingsIn)
  return 'system' in value && 'code' in value ? [value as Coding, ...inside] : inside
}

describe('the log for other systems', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let patient: Person
  let doctor: Person
  let bundle: Bundle

  beforeAll(async () => {
    readDefinitions()
    clinic = await openClinic()
    ;({ doctor, patient } = await openCast(clinic))
    const added = await patient.jobs.add(
      { patient: patient.world.me, ...LETTER },
      memorySource('letter.txt', [text('a letter')]),
    )
    expect(await patient.settled(added)).toMatchObject({ state: 'done' })
    const given = await patient.jobs.give({ reader: doctor.world.me, ...terms() })
    expect(await patient.settled(given)).toMatchObject({ state: 'done' })
    bundle = await exported()
  })
  afterAll(() => clinic.close())

  const exported = async (): Promise<Bundle> =>
    JSON.parse(new TextDecoder().decode(await exportFhir(patient.world)))
  const of = <R extends Resource>(type: R['resourceType'], from = bundle): R[] =>
    from.entry!.map(({ resource }) => resource!).filter((each): each is R => each.resourceType === type)

  it('is valid by HL7’s definitions, line by line, which find what is wrong', () => {
    expect(() => validateResource(bundle)).not.toThrow()
    for (const { resource } of bundle.entry!) expect(() => validateResource(resource!)).not.toThrow()
    const [event] = of<AuditEvent>('AuditEvent')
    const { agent: _, ...without } = event!
    expect(() => validateResource(without as AuditEvent)).toThrow(OperationOutcomeError)
    expect(() => validateResource({ ...event!, recorded: 'yesterday' })).toThrow(OperationOutcomeError)
  })

  it('has an event for each line, with who, whose, which record and where it stands', async () => {
    const lines = await readLog(patient.world)
    const events = of<AuditEvent>('AuditEvent')
    expect(events.map(({ outcomeDesc }) => outcomeDesc)).toEqual(lines.map(({ kind }) => kind))
    const line = lines.find(({ kind }) => kind === 'record-added')!
    const event = events[lines.indexOf(line)]!
    const did = (address: string) => `did:pkh:eip155:${clinic.network.chainId}:${address}`
    expect(event).toMatchObject({
      action: 'C',
      recorded: new Date(line.at * 1000).toISOString(),
      agent: [{ who: { identifier: { value: did(patient.world.me) } }, requestor: true }],
      entity: [
        { what: { identifier: { value: did(patient.world.me) } } },
        {
          what: { identifier: { value: `${did(patient.world.me)}#record-${line.recordId}` } },
          name: LETTER.title,
        },
        { detail: [{ valueString: line.transaction }, { valueString: String(line.block) }] },
      ],
    })
  })

  it('has a consent for each right, which is over once it is taken back', async () => {
    const [consent, ...others] = of<Consent>('Consent')
    expect(others).toEqual([])
    expect(consent).toMatchObject({ status: 'active', provision: { type: 'permit' } })
    const removed = await patient.jobs.remove(doctor.world.me, 'Dr', [0, 1])
    expect(await patient.settled(removed)).toMatchObject({ state: 'done' })
    expect(of<Consent>('Consent', await exported())).toMatchObject([{ id: consent!.id, status: 'inactive' }])
  })

  it('has who each record is from', () => {
    expect(of<Provenance>('Provenance')).toMatchObject([
      { agent: [{ who: { identifier: { value: expect.stringContaining(patient.world.me) } } }] },
    ])
  })

  it('is valid for every kind of line, with codes that are published', () => {
    const line = (kind: LogLine['kind'], at: number): LogLine => ({
      id: `${at}-0`,
      kind,
      at,
      block: at,
      transaction: `0x${'ab'.repeat(32)}`,
      actor: doctor.world.me,
      actorName: null,
      signer: null,
      signerName: null,
      subject: patient.world.me,
      subjectName: 'Amara Osei',
      patient: patient.world.me,
      patientName: 'Amara Osei',
      recordId: null,
      recordTitle: null,
      folders: [1],
      listedOnly: false,
      until: at + 60,
    })
    const { chainId, contract } = clinic.network
    const origin = { chainId, contract, clinic: 'Riverside', at: 1_900_000_000 }
    const every = LOG_KINDS.map((kind, at) => line(kind, at + 1_800_000_000))
    const all = fhirOf(every, origin, (name) => Buffer.from(name).toString('hex').slice(0, 36))
    expect(of<AuditEvent>('AuditEvent', all)).toHaveLength(LOG_KINDS.length)
    for (const { resource } of all.entry!) expect(() => validateResource(resource!)).not.toThrow()
    const listed = { ...line('access-given', 1_800_000_000), listedOnly: true }
    const [consent] = of<Consent>('Consent', fhirOf([listed], origin, String))
    expect(consent!.provision!.data).toMatchObject([
      {
        reference: {
          identifier: { value: expect.stringMatching(/#folder-1-listed$/) },
          display: 'Single records of this folder',
        },
      },
    ])
    const used = codingsIn(all).filter(({ system }) => system !== 'http://loinc.org')
    expect(used.length).toBeGreaterThan(100)
    for (const { system, code } of used)
      expect([...(codes.get(system!) ?? [])], `${system} ${code}`).toContain(code)
  })
})
