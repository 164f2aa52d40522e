import { useCallback, useState } from 'react'
import type { OfferedFile } from '../../../electron/ipc/contract.ts'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { api, CallFailure, offer } from '../../lib/bridge.ts'
import { useAct } from '../../lib/calls.ts'

export type Staged = OfferedFile & { readonly title: string }

/** The folder that records go into. */
const RECORDS = 1

/** A title to begin with: the file's name without its ending. */
export const titleFrom = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim() || name

/** Files on their way to becoming records: chosen, dropped or pasted, named, then added. */
export function useAddRecords(patient: Address) {
  const [staged, setStaged] = useState<readonly Staged[]>([])
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const add = useAct('records.add')

  const take = useCallback((files: readonly OfferedFile[]) => {
    setStaged((before) => [...before, ...files.map((file) => ({ ...file, title: titleFrom(file.name) }))])
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
  const rename = (token: string, title: string): void =>
    setStaged((before) => before.map((file) => (file.token === token ? { ...file, title } : file)))
  const leave = (token: string): void => {
    void api['files.forget']({ token })
    setStaged((before) => before.filter((file) => file.token !== token))
  }
  const accepted = staged.filter((file) => file.refused === null)
  const confirm = (): void => {
    const files = accepted.map(({ token, title, name }) => ({
      token,
      title: title.trim() || titleFrom(name),
    }))
    const sent = new Set(files.map(({ token }) => token))
    setFailure(null)
    add.mutate(
      { patient, folder: RECORDS, files },
      {
        // What was dropped meanwhile stays.
        onSuccess: () => setStaged((before) => before.filter(({ token }) => !sent.has(token))),
        onError: setFailure,
      },
    )
  }
  return { staged, accepted, failure, choose, drop, rename, leave, confirm, adding: add.isPending }
}
