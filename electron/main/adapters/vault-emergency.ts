import { handedShareCodec, type Kit, kitCodec, reasonCodec, sealedToCodec } from '../crypto/blocks.ts'
import * as emergency from '../crypto/emergency-kit.ts'
import { openSealedTo, sealTo } from '../crypto/envelope.ts'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { HandedBlock, VaultEmergency } from '../ports/vault.ts'
import { blockOf } from './vault-block.ts'
import type { VaultHolder } from './vault-holder.ts'
import type { VaultRecordKeys } from './vault-records.ts'

/** What the vault's thread does with emergency access keys and their shares. */
export class VaultEmergencyKeys implements VaultEmergency {
  readonly #holder: VaultHolder
  readonly #records: VaultRecordKeys

  constructor(holder: VaultHolder, records: VaultRecordKeys) {
    this.#holder = holder
    this.#records = records
  }

  makeKit: VaultEmergency['makeKit'] = async (plan, guardians, threshold) =>
    blockOf(kitCodec.encode(await emergency.makeKit(this.#holder.context, plan, guardians, threshold)))

  checkShare: VaultEmergency['checkShare'] = async (kit, plan) => {
    const { context, owner, ownKeys } = this.#holder
    emergency.ownShare(context, kitOf(kit, plan), owner, ownKeys)
  }

  handShare: VaultEmergency['handShare'] = async (kit, request, doctor) => {
    const { context, owner, ownKeys } = this.#holder
    const share = emergency.handShare(context, kitOf(kit, request), owner, ownKeys, request, doctor)
    return blockOf(handedShareCodec.encode(share))
  }

  checkHanded: VaultEmergency['checkHanded'] = async (block, request, handed) =>
    this.#sorted(kitOf(block, request), request, handed).false

  enterEmergency: VaultEmergency['enterEmergency'] = async (block, request, handed) => {
    const kit = kitOf(block, request)
    const shares = this.#sorted(kit, request, handed)
    const key = await emergency.openKit(this.#holder.context, kit, shares.true)
    this.#holder.lend(emergency.readerAddress(kit.reader), kit.patient, key)
  }

  leaveEmergency = async (patient: Address): Promise<void> => {
    if (this.#holder.takeBack(patient)) this.#records.forget(patient)
  }

  sealReason: VaultEmergency['sealReason'] = async (reason, people) => {
    const { context } = this.#holder
    const { patient, doctor } = reason
    const label = (recipient: Address): string => context.reason(patient, doctor, recipient)
    const content = reasonCodec.encode(reason)
    return blockOf(
      sealedToCodec.encode(await sealTo(people, context.reasonContent(patient, doctor), label, content)),
    )
  }

  openReason: VaultEmergency['openReason'] = async (patient, doctor, block) => {
    const { context, owner, ownKeys } = this.#holder
    const label = context.reason(patient, doctor, owner)
    const content = context.reasonContent(patient, doctor)
    return reasonCodec.decode(await openSealedTo(sealedToCodec.decode(block), owner, ownKeys, content, label))
  }

  #sorted(kit: Kit, request: emergency.PlanRequest, handed: readonly HandedBlock[]) {
    const { context, ownKeys } = this.#holder
    const shares = handed.map(({ by, block }) => ({ by, share: handedShareCodec.decode(block) }))
    return emergency.sortShares(context, kit, ownKeys, request, shares)
  }
}

function kitOf(block: Uint8Array, { patient, plan }: emergency.PlanNumber): Kit {
  const kit = kitCodec.decode(block)
  if (kit.patient !== patient || kit.plan !== plan) throw new Failure('E_BLOCK_REPLACED', { what: 'kit' })
  return kit
}
