import type { Overview, PersonView } from '../domain/person.ts'
import { waitingForProfile } from './hand-over-profile.ts'
import { readLog } from './read-log.ts'
import { claimantOf, readPerson } from './read-person.ts'
import type { World } from './world.ts'

/** Everybody the clinic has registered, newest first; whoever has used their code, by their own account. */
export async function listPeople(world: World): Promise<PersonView[]> {
  await world.index.sync()
  const events = world.index.events({ kinds: ['registered', 'admin-appointed'] })
  const registered = events.map((event) => event.subject ?? event.actor)
  const accounts = [...new Set(registered.map((address) => claimantOf(world, address) ?? address))].reverse()
  return Promise.all(accounts.map((account) => readPerson(world, account)))
}

/** Doctors a patient may choose from. */
export async function listDoctors(world: World): Promise<PersonView[]> {
  return (await listPeople(world)).filter((person) => person.roles.includes('doctor') && person.code === null)
}

/** Everybody a patient can give access: doctors, and those who are registered to read alone. */
export async function listReaders(world: World): Promise<PersonView[]> {
  const people = await listPeople(world)
  return people.filter(
    ({ roles, code }) => code === null && roles.some((role) => role === 'doctor' || role === 'reader'),
  )
}

/** An admin's first screen: how many there are, and what waits. */
export async function overview(world: World): Promise<Overview> {
  const people = await listPeople(world)
  const count = (role: PersonView['roles'][number]): number =>
    people.filter((person) => person.roles.includes(role)).length
  return {
    doctors: count('doctor'),
    patients: count('patient'),
    admins: count('admin'),
    // Of somebody whose time is over no key is awaited.
    waitingForKey: people.filter(({ hasKey, active, code }) => !hasKey && (active || code !== null)).length,
    toHandOver: await Promise.all(
      (await waitingForProfile(world)).map((account) => readPerson(world, account)),
    ),
    lastLines: (await readLog(world)).slice(0, 8),
  }
}
