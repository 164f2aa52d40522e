import { useCallback, useState } from 'react'
import type { OfferedFile } from '../../../electron/ipc/contract.ts'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { Destination } from '../../../electron/main/domain/folder.ts'
import { api, CallFailure, offer } from '../../lib/bridge.ts'
import { useAct } from '../../lib/calls.ts'
import type { FolderChoice } from '../../lib/folders.ts'
import { useDrafts } from './use-drafts.ts'

/** Folders that are open, and those that are opened when something goes into them. */
export type FolderChoices = {
  /** Why they can't be looked up. */
  readonly failure: CallFailure | null
  readonly open: readonly FolderChoice[]
  readonly closed: readonly FolderChoice[]
}

export type Staged = OfferedFile & {
  readonly title: string
  /** Null until somebody has chosen: then the first of the folders that are on offer. */
  readonly to: Destination | null
}

/** A title to begin with: the file's name without its ending. */
export const titleFrom = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim() || name

/**
 * Files on their way to becoming records: chosen, dropped or pasted, named, then added.
 * @param choices the folders they can go into, the likeliest first; nothing is added before they are known
 */
export function useAddRecords(patient: Address, choices: FolderChoices) {
  const [staged, setStaged] = useState<readonly Staged[]>([])
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const add = useAct('records.add')
  useDrafts(patient, staged, setStaged)

  const take = useCallback((files: readonly OfferedFile[]) => {
    setStaged((before) => [
      ...before,
      ...files.map((file) => ({ ...file, title: titleFrom(file.name), to: null })),
    ])
  }, [])
  const attempt = useCallback(async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      setFailure(
        error instanceof CallFailure ? error : new CallFailure('E_INTERNAL', { reason: String(error) }),
      )
    }
  }, [])

  const choose = useCallback(() => {
    setFailure(null)
    return attempt(async () => take(await api['files.choose']()))
  }, [attempt, take])
  const drop = useCallback(
    async (files: readonly File[]) => {
      setFailure(null)
      // One that can't be taken leaves the others as they are.
      for (const file of files) await attempt(async () => take([await offer(file)]))
    },
    [attempt, take],
  )
  const change = (token: string, changed: Partial<Pick<Staged, 'title' | 'to'>>): void =>
    setStaged((before) => before.map((file) => (file.token === token ? { ...file, ...changed } : file)))
  const leave = (token: string): void => {
    void api['files.forget']({ token })
    setStaged((before) => before.filter((file) => file.token !== token))
  }
  const accepted = staged.filter((file) => file.refused === null)
  const first = choices.open[0]?.to
  const confirm = (): void => {
    if (first === undefined) return
    const files = accepted.map(({ token, title, name, to }) => ({
      token,
      title: title.trim() || titleFrom(name),
      to: to ?? first,
    }))
    const sent = new Set(files.map(({ token }) => token))
    setFailure(null)
    add.mutate(
      { patient, files },
      {
        // What was dropped meanwhile stays.
        onSuccess: () => setStaged((before) => before.filter(({ token }) => !sent.has(token))),
        onError: setFailure,
      },
    )
  }
  return {
    staged,
    accepted,
    choices,
    ready: first !== undefined,
    failure: failure ?? (staged.length > 0 ? choices.failure : null),
    choose,
    drop,
    change,
    leave,
    confirm,
    adding: add.isPending,
  }
}
