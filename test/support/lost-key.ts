import { expect } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import type { Destination } from '../../electron/main/domain/folder.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { listFolders } from '../../electron/main/flows/list-folders.ts'
import { openCast, register, terms, text } from './cast.ts'
import { openClinic, type Person } from './clinic.ts'

export const CARDIOLOGY = '394579002'
export const PSYCHIATRY = '394587001'

export type LostKey = Awaited<ReturnType<typeof openLostKey>>

/**
 * A patient with a letter, a record for psychiatry and two for cardiology, of which a doctor may read the latter. The
 * patient is here twice: `before` with the key that is lost, and `patient` with another, not published yet.
 */
export async function openLostKey() {
  const clinic = await openClinic()
  const { admin, doctor, patient: before } = await openCast(clinic)
  const colleague = await clinic.person(3)
  await register(admin, colleague, 'doctor')
  await clinic.join(colleague, ['doctor'])
  await addTo(before, before, 'Letter', { folder: 1 })
  await addTo(before, before, 'ECG', { specialty: CARDIOLOGY })
  await addTo(before, before, 'Talk', { specialty: PSYCHIATRY })
  const folders = await listFolders(before.world, before.world.me)
  const [cardiology, psychiatry] = [CARDIOLOGY, PSYCHIATRY].map(
    (code) => folders.find(({ specialty }) => specialty === code)!.folder,
  ) as [number, number]
  for (const { world } of [colleague, doctor]) {
    const id = await before.jobs.give({ ...terms(), reader: world.me, folders: [0, cardiology] })
    expect(await before.settled(id)).toMatchObject({ state: 'done', failure: null })
  }
  // The re-key is still to come when the doctor adds a record: its key is wrapped to people one by one.
  const removal = { patient: before.world.me, reader: colleague.world.me, folders: [] }
  await bring(before.world, 'RemoveAccess', removal)
  await addTo(before, doctor, 'Echo', { folder: cardiology })
  const patient = await clinic.person(2)
  return { clinic, admin, doctor, colleague, before, patient, cardiology, psychiatry }
}

/** Somebody adds a record to a patient's. */
export async function addTo(patient: Person, author: Person, title: string, to: Destination): Promise<void> {
  const toAdd = { patient: patient.world.me, to, title, mediaType: 'text/plain' }
  const id = await author.jobs.add(toAdd, memorySource(`${title}.txt`, [text(title)]))
  expect(await author.settled(id)).toMatchObject({ state: 'done', failure: null })
}
