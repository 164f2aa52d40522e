import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useCall } from '../lib/calls.ts'
import { WalletsContext } from '../lib/wallets.ts'
import { createDesk, type Desk } from '../wallet/desk.ts'

const WalletSheet = lazy(() =>
  import('../features/signing/WalletSheet.tsx').then(({ WalletSheet: Sheet }) => ({ default: Sheet })),
)

/** Keeps the window's wallet, and shows what it is asked. */
export function WalletDesk({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(createDesk)
  useEffect(() => desk.open(), [desk])
  useDemoWallet(desk)
  const prompt = useSyncExternalStore(desk.subscribe, desk.prompt)
  const wallets = useMemo(() => ({ connectDemo: desk.connectDemo, disconnect: desk.disconnect }), [desk])
  return (
    <WalletsContext value={wallets}>
      {children}
      <Suspense fallback={null}>{prompt !== null && <WalletSheet prompt={prompt} />}</Suspense>
    </WalletsContext>
  )
}

/** An invented person's wallet comes back by itself after an unlock or a reload. */
function useDemoWallet(desk: Desk): void {
  const { data: state } = useCall('session.state')
  const { data: demo } = useCall('demo.people')
  const address =
    state?.stage === 'open' ? state.me.address : state?.stage === 'needs-publish' ? state.address : null
  const gone = state?.stage === 'signed-out' || state?.stage === 'locked'
  useEffect(() => {
    if (gone) desk.prompt()?.decline()
    if (address === null || desk.account() === address) return
    const person = demo?.people.find((candidate) => candidate.address === address)
    if (demo && person !== undefined) void desk.connectDemo(demo.phrase, person)
  }, [address, gone, demo, desk])
}
