import { handedShareCodec, type Kit, kitCodec, reasonCodec, sealedToCodec } from '../crypto/blocks.ts'
import * as practice from '../crypto/drill.ts'
import * as emergency from '../crypto/emergency-kit.ts'
import { openSealedTo, sealTo } from '../crypto/envelope.ts'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { HandedBlock, VaultEmergency } from '../ports/vault-emergency.ts'
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

  makeDrill: VaultEmergency['makeDrill'] = async (plan, guardians, threshold) =>
    blockOf(kitCodec.encode(await practice.makeDrill(this.#holder.context, plan, guardians, threshold)))

  answerDrill: VaultEmergency['answerDrill'] = async (kit, drill, plan, patient) => {
    const { context, owner, ownKeys } = this.#holder
    const kits = { kit: kitOf(kit, plan), drill: kitOf(drill, plan) }
    return blockOf(handedShareCodec.encode(practice.answerDrill(context, kits, owner, ownKeys, patient)))
  }

  tryDrill: VaultEmergency['tryDrill'] = async (drill, plan, handed) => {
    const { context, ownKeys } = this.#holder
    return practice.tryDrill(context, kitOf(drill, plan), ownKeys, handed.map(decoded))
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
    return emergency.sortShares(context, kit, ownKeys, request, handed.map(decoded))
  }
}

/** A guardian who hands over anything else is named like one whose share is false, and stops nobody. */
function decoded({ by, block }: HandedBlock): emergency.Handed {
  try {
    return { by, share: handedShareCodec.decode(block) }
  } catch {
    return { by, share: null }
  }
}

function kitOf(block: Uint8Array, { patient, plan }: emergency.PlanNumber): Kit {
  const kit = kitCodec.decode(block)
  if (kit.patient !== patient || kit.plan !== plan) throw new Failure('E_BLOCK_REPLACED', { what: 'kit' })
  return kit
}
