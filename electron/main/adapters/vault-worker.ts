import { parentPort, workerData } from 'node:worker_threads'
import type { Deployment } from '../crypto/context.ts'
import type { ScryptCost } from '../crypto/passphrase.ts'
import { ThreadLink } from './thread-link.ts'
import { VaultEmergencyKeys } from './vault-emergency.ts'
import { VaultSealed } from './vault-envelopes.ts'
import { VaultHolder } from './vault-holder.ts'
import { VaultKeyOffers } from './vault-offers.ts'
import { VaultRecordKeys } from './vault-records.ts'

/** The thread that holds the keys. Main ends it to lock the vault. */
const { deployment, cost } = workerData as { deployment: Deployment; cost: ScryptCost }
const holder = new VaultHolder(deployment, cost)
const sealed = new VaultSealed(holder)
const records = new VaultRecordKeys(holder)
const offers = new VaultKeyOffers(holder, records)
const emergency = new VaultEmergencyKeys(holder, records)

const methods = {
  create: holder.create,
  open: holder.open,
  restore: holder.restore,
  renew: holder.renew,
  backup: holder.backup,
  kit: holder.kit,
  self: holder.self,
  dateShift: holder.dateShift,
  signAct: holder.signAct,
  sealLocal: holder.sealLocal,
  openLocal: holder.openLocal,
  sealProfile: sealed.sealProfile,
  openProfile: sealed.openProfile,
  sealConsent: sealed.sealConsent,
  sealCriticalCard: sealed.sealCriticalCard,
  openCriticalCard: sealed.openCriticalCard,
  createKeyring: records.createKeyring,
  rewrapKeyring: records.rewrapKeyring,
  admitKeyring: records.admitKeyring,
  meaningOf: records.meaningOf,
  sealContent: records.sealContent.bind(records),
  digestOf: records.digestOf,
  sealCard: records.sealCard,
  openCard: records.openCard,
  openListedCard: records.openListedCard,
  wrapRecordKey: records.wrapRecordKey,
  openContent: records.openContent.bind(records),
  openRange: records.openRange.bind(records),
  resealContent: records.resealContent.bind(records),
  makeOffer: offers.makeOffer,
  checkOffers: offers.checkOffers,
  takeOffers: offers.takeOffers,
  makeKit: emergency.makeKit,
  checkShare: emergency.checkShare,
  handShare: emergency.handShare,
  checkHanded: emergency.checkHanded,
  enterEmergency: emergency.enterEmergency,
  leaveEmergency: emergency.leaveEmergency,
  makeDrill: emergency.makeDrill,
  answerDrill: emergency.answerDrill,
  tryDrill: emergency.tryDrill,
  sealReason: emergency.sealReason,
  openReason: emergency.openReason,
}

if (parentPort === null) throw new Error('the vault runs in a worker thread')
new ThreadLink(parentPort, methods)
