import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** Does what a command asked this page to begin with, once. */
export function useAsk(ask: string, act: () => void): void {
  const location = useLocation()
  const navigate = useNavigate()
  const latest = useRef(act)
  latest.current = act
  const asked = (location.state as { ask?: string | null } | null)?.ask === ask
  useEffect(() => {
    if (!asked) return
    void navigate(location.pathname, { replace: true, state: null })
    latest.current()
  }, [asked, location.pathname, navigate])
}
