import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { api } from '../../lib/bridge.ts'
import type { Staged } from './use-add-records.ts'

/** What is chosen stays chosen when the page is left, the app locks or is started again. */
export function useDrafts(
  patient: Address,
  staged: readonly Staged[],
  setStaged: Dispatch<SetStateAction<readonly Staged[]>>,
): void {
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    let left = false
    void api['drafts.list']({ patient })
      .then((drafts) => {
        if (!left) setStaged((before) => [...drafts, ...before])
      })
      // Chosen files that can't be read again are no reason to keep the page from working.
      .catch(() => undefined)
      .finally(() => setLoaded(!left))
    return () => {
      left = true
      setStaged([])
      setLoaded(false)
    }
  }, [patient, setStaged])
  useEffect(() => {
    if (!loaded) return
    const files = staged
      .filter(({ refused }) => refused === null)
      .map(({ token, title, to }) => ({ token, title, to }))
    void api['drafts.keep']({ patient, files }).catch(() => undefined)
  }, [patient, staged, loaded])
}
