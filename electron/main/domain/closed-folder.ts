import type { Folder } from './folder.ts'
import type { PersonView } from './person.ts'

type Somebody = Pick<PersonView, 'address' | 'name' | 'roles'>

/** A folder that the key which its patient has now does not open. */
export type ClosedFolder = {
  readonly folder: Folder
  /** How many records stand in it. */
  readonly records: number
  /** Given back, by keys that were found true; not yet, but somebody still can; or nobody can. */
  readonly state: 'given' | 'waiting' | 'lost'
  /** Who has given it back, or who can. */
  readonly people: readonly Somebody[]
  /** Records in it that stay closed all the same. */
  readonly leftOut: number
  /** Whether it must be begun anew before anything can go into it; others get a new folder by themselves. */
  readonly mustBegin: boolean
}

/** What a patient with a new key can't open, folder by folder. */
export type ClosedFolders = {
  readonly folders: readonly ClosedFolder[]
  /** Who gave back something that does not open their records: refused. */
  readonly refused: readonly Somebody[]
}

/** A patient's new key as a reader of theirs sees it. */
export type NewKey = {
  /** Folders that this reader can open and the patient can't. */
  readonly folders: number
  /** When this reader has given them back; null where they have not. */
  readonly givenBackAt: number | null
}
