import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { CommandId } from '../../electron/ipc/commands.ts'
import { WaitingDrawer } from '../features/jobs/WaitingDrawer.tsx'
import { api } from '../lib/bridge.ts'
import { useEvent } from '../lib/calls.ts'
import { CommandsContext } from '../lib/commands.ts'
import { destinationOf } from './command-destination.ts'

const Palette = lazy(() => import('./Palette.tsx').then(({ Palette: Found }) => ({ default: Found })))
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet.tsx').then(({ ShortcutSheet: Found }) => ({ default: Found })),
)

type Open = 'palette' | 'shortcuts' | 'waiting' | null

const appearanceOf = (id: CommandId): 'light' | 'dark' | 'system' =>
  id.slice('appearance-'.length) as 'light' | 'dark' | 'system'

const toggleDiscreet = async (): Promise<void> => {
  const { discreet } = await api['settings.read']()
  await api['settings.write']({ discreet: !discreet })
}

/** Runs every command of the one list, wherever it came from. */
export function CommandDesk({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const run = useCallback(
    (id: CommandId): void => {
      const opens = id === 'palette' || id === 'shortcuts' || id === 'waiting'
      setOpen(opens ? id : null)
      const there = destinationOf(id, pathname)
      if (id === 'lock') void api['session.lock']()
      else if (id === 'discreet') void toggleDiscreet()
      else if (id.startsWith('appearance-')) void api['settings.write']({ appearance: appearanceOf(id) })
      else if (there !== null)
        void navigate(there.to, { state: { ask: there.ask ?? null }, replace: there.to === pathname })
    },
    [navigate, pathname],
  )
  useEvent(
    'command.run',
    useCallback(({ id }) => run(id as CommandId), [run]),
  )
  return (
    <CommandsContext value={run}>
      {children}
      <WaitingDrawer opened={open === 'waiting'} onClose={close} />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </CommandsContext>
  )
}
