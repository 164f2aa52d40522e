import { connect } from '../../electron/main/adapters/ledger-node.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { unpackAct } from '../../electron/main/flows/job.ts'
import { openRelayer } from './relayed.ts'

/** A computer that is killed while it sends acts that came at once: before the node hears of them, or before its answer is read. */
export type RelayerPlan = {
  readonly network: Network
  readonly file: string
  readonly signed: readonly Parameters<typeof unpackAct>[0][]
  readonly killed: 'before' | 'after'
}

const { network, file, signed, killed } = JSON.parse(process.argv[2]!) as RelayerPlan
const provider = connect(network)
const send = provider.send.bind(provider)
provider.send = async (method, params) => {
  if (method !== 'eth_sendRawTransaction') return send(method, params)
  if (killed === 'after') await send(method, params)
  process.kill(process.pid, 'SIGKILL')
}
const { carry } = openRelayer(network, file, { provider })
await Promise.all(signed.map((act) => carry(unpackAct(act))))
