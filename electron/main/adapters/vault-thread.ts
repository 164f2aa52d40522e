import type { Deployment } from '../crypto/context.ts'
import { SCRYPT, type ScryptCost } from '../crypto/passphrase.ts'
import type { Ciphertext, Plaintext } from '../domain/bytes.ts'
import type { Vault } from '../ports/vault.ts'
import { startThread } from './thread-link.ts'

export type VaultThread = {
  readonly vault: Vault
  /** Ends the thread, and with it every key. Calls that wait fail with E_LOCKED. */
  readonly end: () => Promise<void>
}

/** Starts a thread for one person's keys. @param script the bundled `vault-worker` */
export function startVaultThread(
  script: URL,
  deployment: Deployment,
  cost: ScryptCost = SCRYPT,
): VaultThread {
  const { link, call, end } = startThread<Vault>(script, { deployment, cost })
  const stream =
    <T>(method: keyof Vault) =>
    (...args: readonly unknown[]) =>
      link.stream(method, args) as AsyncIterable<T>

  const vault: Vault = {
    create: call('create'),
    open: call('open'),
    restore: call('restore'),
    renew: call('renew'),
    backup: call('backup'),
    kit: call('kit'),
    self: call('self'),
    dateShift: call('dateShift'),
    signAct: call('signAct'),
    sealLocal: call('sealLocal'),
    openLocal: call('openLocal'),
    sealProfile: call('sealProfile'),
    openProfile: call('openProfile'),
    sealConsent: call('sealConsent'),
    sealCriticalCard: call('sealCriticalCard'),
    openCriticalCard: call('openCriticalCard'),
    createKeyring: call('createKeyring'),
    rewrapKeyring: call('rewrapKeyring'),
    admitKeyring: call('admitKeyring'),
    meaningOf: call('meaningOf'),
    sealContent: stream<Ciphertext>('sealContent'),
    digestOf: call('digestOf'),
    sealCard: call('sealCard'),
    openCard: call('openCard'),
    openListedCard: call('openListedCard'),
    wrapRecordKey: call('wrapRecordKey'),
    openContent: stream<Plaintext>('openContent'),
    openRange: stream<Plaintext>('openRange'),
    resealContent: stream<Ciphertext>('resealContent'),
    makeOffer: call('makeOffer'),
    checkOffers: call('checkOffers'),
    takeOffers: call('takeOffers'),
    makeKit: call('makeKit'),
    checkShare: call('checkShare'),
    handShare: call('handShare'),
    checkHanded: call('checkHanded'),
    enterEmergency: call('enterEmergency'),
    leaveEmergency: call('leaveEmergency'),
    makeDrill: call('makeDrill'),
    answerDrill: call('answerDrill'),
    tryDrill: call('tryDrill'),
    sealReason: call('sealReason'),
    openReason: call('openReason'),
  }
  return { vault, end }
}
