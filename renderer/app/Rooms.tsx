import { useState } from 'react'
import { RouterProvider } from 'react-router'
import type { Me } from '../../electron/main/domain/session.ts'
import { MeContext } from '../lib/me.ts'
import { createRooms } from './routes.tsx'

let lastIn: string | null = null

/** Behind the lock. The same person comes back to where they were; another one starts at home. */
export function Rooms({ me }: { readonly me: Me }) {
  const [router] = useState(() => {
    if (lastIn !== me.address) window.history.replaceState(null, '', '#/')
    lastIn = me.address
    return createRooms(me.roles)
  })
  return (
    <MeContext value={me}>
      <RouterProvider router={router} />
    </MeContext>
  )
}
