import { useRef } from 'react'
import type { JobView } from '../../../electron/main/domain/job.ts'
import { secondsLeft } from './waiting.ts'

/** How long the phase that a job is in will still take, from its own pace. */
export function useTimeLeft({ phase, done, total }: JobView): number | null {
  const began = useRef({ phase, at: Date.now(), done })
  if (began.current.phase !== phase) began.current = { phase, at: Date.now(), done }
  return secondsLeft(began.current, Date.now(), done, total)
}
