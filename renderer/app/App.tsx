import { lazy, Suspense } from 'react'
import { useCall } from '../lib/calls.ts'
import { Connect } from '../screens/session/Connect.tsx'
import { Guard } from './Guard.tsx'
import { useNoStrays } from './use-no-strays.ts'
import { WalletDesk } from './WalletDesk.tsx'

const Rooms = lazy(() => import('./Rooms.tsx').then(({ Rooms: Inside }) => ({ default: Inside })))
const Locked = lazy(() =>
  import('../screens/session/Locked.tsx').then(({ Locked: Lock }) => ({ default: Lock })),
)
const FirstRun = lazy(() =>
  import('../screens/session/FirstRun.tsx').then(({ FirstRun: First }) => ({ default: First })),
)
const VisitDesk = lazy(() =>
  import('./VisitDesk.tsx').then(({ VisitDesk: Visited }) => ({ default: Visited })),
)
const Onboarding = lazy(() =>
  import('../screens/session/Onboarding.tsx').then(({ Onboarding: Steps }) => ({ default: Steps })),
)

/** What this window shows follows from how far its person has come. */
export function App() {
  useNoStrays()
  return (
    <Guard>
      <WalletDesk>
        <Suspense fallback={null}>
          <VisitOrNot />
        </Suspense>
      </WalletDesk>
    </Guard>
  )
}

/** A visitor's window says that it is one, and that it is over. */
function VisitOrNot() {
  const { data: visit } = useCall('visit.state')
  if (visit === undefined) return null
  if (visit === null) return <Stage />
  return (
    <VisitDesk visit={visit}>
      <Stage />
    </VisitDesk>
  )
}

function Stage() {
  const { data: state } = useCall('session.state')
  if (state === undefined) return null
  switch (state.stage) {
    case 'no-clinic':
      return <FirstRun />
    case 'signed-out':
      return <Connect />
    case 'locked':
      return <Locked state={state} />
    case 'open':
      return <Rooms key={state.me.address} me={state.me} />
    default:
      return <Onboarding state={state} />
  }
}
