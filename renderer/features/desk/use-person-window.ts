import { useCallback, useEffect, useState } from 'react'
import type { Said, Shown } from '../../../electron/main/domain/desk.ts'
import { api } from '../../lib/bridge.ts'
import { useEvent } from '../../lib/calls.ts'

/** A name that is still being typed is not shown letter by letter. */
const SETTLED_MS = 400

/** The window that faces the person: what it shows follows from the form, and it goes with the page. */
export function usePersonWindow(shown: Shown) {
  const [opened, setOpened] = useState(false)
  const [said, setSaid] = useState<Exclude<Said, 'closed'> | null>(null)
  useEvent(
    'desk.said',
    useCallback((heard) => {
      if (heard.said === 'closed') setOpened(false)
      else setSaid(heard.said)
    }, []),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of something else counts no more
  useEffect(() => setSaid(null), [shown])
  useEffect(() => {
    if (!opened) return
    const timer = setTimeout(() => void api['desk.show'](shown), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [opened, shown])
  useEffect(() => () => void api['desk.show'](null).catch(() => undefined), [])
  return {
    opened,
    said,
    open: (): void => {
      setOpened(true)
      void api['desk.show'](shown)
    },
    close: (): void => {
      setOpened(false)
      void api['desk.show'](null)
    },
  }
}
