import {
  type Consent,
  consentCodec,
  profileCodec,
  profileContentCodec,
  sealedToCodec,
} from '../crypto/blocks.ts'
import { type Addressee, openSealedTo, sealTo } from '../crypto/envelope.ts'
import type { Address } from '../domain/bytes.ts'
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
}
