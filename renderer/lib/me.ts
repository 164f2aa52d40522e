import { createContext, useContext } from 'react'
import type { Me } from '../../electron/main/domain/session.ts'

export const MeContext = createContext<Me | null>(null)

/** The person at this window. Only screens behind the lock ask. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('nobody is in')
  return me
}
