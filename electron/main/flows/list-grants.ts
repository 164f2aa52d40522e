import type { Address } from '../domain/bytes.ts'
import { IDENTITY_FOLDER } from '../domain/folder.ts'
import { rolesInForce } from '../domain/person.ts'
import type { GrantView } from '../domain/right.ts'
import { listedRecords } from './listed-records.ts'
import { readPerson } from './read-person.ts'
import { seconds, type World } from './world.ts'

/** Everybody to whom a patient ever gave access, open rights first. */
export async function listGrants(world: World, patient: Address): Promise<GrantView[]> {
  await world.index.sync()
  const given = world.index.events({ kinds: ['access-given'], patient })
  const readers = [...new Set(given.map((event) => event.subject!))]
  const grants = await Promise.all(readers.map((reader) => grantOf(world, patient, reader, reader)))
  return grants.sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || b.since - a.since)
}

/** One right as screens show it. @param about whose name it carries: the reader for the patient, and the reverse */
export async function grantOf(
  world: World,
  patient: Address,
  reader: Address,
  about: Address,
): Promise<GrantView> {
  const [right, account, person] = await Promise.all([
    world.ledger.right(patient, reader),
    world.ledger.account(reader),
    readPerson(world, about),
  ])
  const now = seconds(world)
  const views = world.index.events({ kinds: ['record-viewed'], patient, actor: reader })
  const suspended = rolesInForce(account, now).length === 0 || right.since < account.since
  const listed = right.listedOnly ? await listedRecords(world, patient, reader, right).catch(() => []) : null
  return {
    patient,
    reader,
    roles: person.roles,
    name: person.name,
    specialties: person.specialties,
    picture: person.picture,
    since: right.since,
    until: right.until,
    mayAdd: right.mayAdd,
    folders: right.folders.filter((folder) => folder !== IDENTITY_FOLDER),
    // What no store has now, or what is refused, is told where it is opened; a list of people goes without.
    records: listed?.map(({ event, folder }) => ({ id: event.id, folder })) ?? null,
    state: now >= right.until || right.folders.length === 0 ? 'ended' : suspended ? 'suspended' : 'open',
    lastViewedAt: (views.at(-1)?.fields.time as number | undefined) ?? null,
    viewedRecords: new Set(views.map((view) => view.fields.record)).size,
  }
}
