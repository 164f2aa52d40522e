import { useEffect, useState } from 'react'

/** Counts down to a moment, in Unix seconds. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(nowInSeconds)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowInSeconds()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, until - now)
}

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)
