import { useEffect, useRef } from 'react'

/** Names the window, and makes No the first choice: the focus starts on it, and Escape is one. */
export function useSafeChoice(title: string, refuse: () => void) {
  const no = useRef<HTMLButtonElement>(null)
  const latest = useRef(refuse)
  latest.current = refuse
  useEffect(() => {
    document.title = `${title} · Medical-Chain`
    no.current?.focus()
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current()
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [title])
  return no
}
