import {
  type Consent,
  consentCodec,
  criticalCardCodec,
  profileCodec,
  profileContentCodec,
  sealedToCodec,
} from '../crypto/blocks.ts'
import { type Addressee, openSealedTo, sealTo } from '../crypto/envelope.ts'
import type { Address } from '../domain/bytes.ts'
import type { CriticalCard } from '../domain/critical-card.ts'
import { Failure } from '../domain/failure.ts'
import type { Profile, PublicProfile } from '../domain/person.ts'
import type { Block, VaultEnvelopes } from '../ports/vault.ts'
import { blockOf } from './vault-block.ts'
import type { VaultHolder } from './vault-holder.ts'

/** What the vault's thread seals to several people, and opens for its own. */
export class VaultSealed implements VaultEnvelopes {
  readonly #holder: VaultHolder

  constructor(holder: VaultHolder) {
    this.#holder = holder
  }

  sealProfile = async (
    account: Address,
    shown: PublicProfile | null,
    profile: Profile,
    people: readonly Addressee[],
  ): Promise<Block> => {
    const { context } = this.#holder
    const content = profileContentCodec.encode(profile)
    const label = (recipient: Address): string => context.profile(account, recipient)
    const { to, sealed } = await sealTo(people, context.profileContent(account), label, content)
    const publicPart = shown === null ? null : { ...shown, specialties: [...shown.specialties] }
    return blockOf(profileCodec.encode({ v: 1, public: publicPart, to, sealed }))
  }

  openProfile = async (account: Address, block: Uint8Array): Promise<Profile> => {
    const { context, owner, ownKeys } = this.#holder
    const sealed = profileCodec.decode(block)
    const label = context.profile(account, owner)
    return profileContentCodec.decode(
      await openSealedTo(sealed, owner, ownKeys, context.profileContent(account), label),
    )
  }

  sealConsent = async (consent: Consent, people: readonly Addressee[]): Promise<Block> => {
    const { context } = this.#holder
    const { patient, reader } = consent
    const label = (recipient: Address): string => context.consent(patient, reader, recipient)
    const content = consentCodec.encode(consent)
    const sealed = await sealTo(people, context.consentContent(patient, reader), label, content)
    return blockOf(sealedToCodec.encode(sealed))
  }

  sealCriticalCard = async (card: CriticalCard, people: readonly Addressee[]): Promise<Block> => {
    const { context } = this.#holder
    const label = (recipient: Address): string => context.criticalCard(card.patient, recipient)
    const content = criticalCardCodec.encode({ ...card, v: 1 })
    const sealed = await sealTo(people, context.criticalCardContent(card.patient), label, content)
    return blockOf(sealedToCodec.encode(sealed))
  }

  openCriticalCard = async (patient: Address, block: Uint8Array): Promise<CriticalCard> => {
    const { context, owner, ownKeys } = this.#holder
    const content = context.criticalCardContent(patient)
    const label = context.criticalCard(patient, owner)
    const opened = await openSealedTo(sealedToCodec.decode(block), owner, ownKeys, content, label)
    const { v: _, ...card } = criticalCardCodec.decode(opened)
    if (card.patient !== patient) throw new Failure('E_BLOCK_REPLACED', { what: 'critical' })
    return card
  }
}
