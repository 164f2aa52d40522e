import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useCall } from '../lib/calls.ts'
import { WalletsContext } from '../lib/wallets.ts'
import { createDesk, type Desk } from '../wallet/desk.ts'

const WalletSheet = lazy(() =>
  import('../features/signing/WalletSheet.tsx').then(({ WalletSheet: Sheet }) => ({ default: Sheet })),
)
const PhoneSheet = lazy(() =>
  import('../features/signing/PhoneSheet.tsx').then(({ PhoneSheet: Sheet }) => ({ default: Sheet })),
)

/** Keeps the window's wallet, and shows what it is asked. */
export function WalletDesk({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(createDesk)
  useEffect(() => desk.open(), [desk])
  useWalletOfPerson(desk)
  const prompt = useSyncExternalStore(desk.subscribe, desk.prompt)
  return (
    <WalletsContext value={desk}>
      {children}
      <Suspense fallback={null}>
        {prompt?.kind === 'demo' && <WalletSheet prompt={prompt} />}
        {prompt?.kind === 'phone' && <PhoneSheet prompt={prompt} />}
      </Suspense>
    </WalletsContext>
  )
}

/** A person's wallet comes back by itself after an unlock or a reload: their phone, one of this computer, else an invented person's own. */
function useWalletOfPerson(desk: Desk): void {
  const { data: state } = useCall('session.state')
  const { data: demo } = useCall('demo.people')
  const address =
    state?.stage === 'open' ? state.me.signer : state?.stage === 'needs-publish' ? state.address : null
  const gone = state?.stage === 'signed-out' || state?.stage === 'locked'
  useEffect(() => {
    if (gone) desk.prompt()?.decline()
    if (address === null || desk.account() === address) return
    const person = demo?.people.find((candidate) => candidate.address === address)
    const comeBack = async (): Promise<void> => {
      const phone = await desk.bringPhoneOf(address).catch(() => true)
      const found = phone || (await desk.bringLocalOf(address).catch(() => false))
      if (!found && demo && person !== undefined) await desk.connectDemo(demo.phrase, person)
    }
    void comeBack()
  }, [address, gone, demo, desk])
}
