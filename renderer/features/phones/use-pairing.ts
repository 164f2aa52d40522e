import { useEffect, useState } from 'react'
import { CallFailure } from '../../lib/bridge.ts'
import { type Pairing, type Phone, useWallets } from '../../lib/wallets.ts'

export type PairingStage =
  | { readonly stage: 'idle'; readonly failure: CallFailure | null }
  | { readonly stage: 'asking' }
  | { readonly stage: 'waiting'; readonly pairing: Pairing }

const IDLE: PairingStage = { stage: 'idle', failure: null }

/** The code that counts now; taking a new one, or none, makes the last one worthless. */
function createTurns() {
  let pairing: Pairing | null = null
  let turn = 0
  return {
    next: (): number => {
      pairing?.cancel()
      pairing = null
      turn += 1
      return turn
    },
    isNow: (mine: number): boolean => turn === mine,
    keep: (next: Pairing | null): void => {
      pairing = next
    },
  }
}

/** Shows one code at a time; a page that is left takes its code back. */
export function usePairing(paired: (phone: Phone) => void) {
  const { phones } = useWallets()
  const [now, setNow] = useState<PairingStage>(IDLE)
  const [turns] = useState(createTurns)
  useEffect(() => () => void turns.next(), [turns])

  async function start(): Promise<void> {
    const mine = turns.next()
    setNow({ stage: 'asking' })
    try {
      const pairing = await phones.pair()
      if (!turns.isNow(mine)) return pairing.cancel()
      turns.keep(pairing)
      setNow({ stage: 'waiting', pairing })
      const phone = await pairing.phone
      if (!turns.isNow(mine)) return
      turns.keep(null)
      setNow(IDLE)
      paired(phone)
    } catch (error) {
      const failure = error instanceof CallFailure ? error : new CallFailure('E_WALLET_RELAY', {})
      if (turns.isNow(mine)) setNow({ stage: 'idle', failure })
    }
  }

  function cancel(): void {
    turns.next()
    setNow(IDLE)
  }

  return { now, start, cancel }
}
