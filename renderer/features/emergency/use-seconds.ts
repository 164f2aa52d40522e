import { useEffect, useState } from 'react'

/** This computer's clock in Unix seconds, every second while something is counted down. */
export function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Math.floor(Date.now() / 1000))
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Math.floor(Date.now() / 1000)), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}

const two = (number: number): string => String(number).padStart(2, '0')

/** "3:58:12" */
export function countdown(seconds: number): string {
  const left = Math.max(0, seconds)
  return `${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`
}
