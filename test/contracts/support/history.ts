import type { Log } from 'ethers'
import { ethers, networkHelpers } from './clinic.ts'

/** One raw log with what the rule of IHistory needs of its block. */
export interface Entry {
  topics: readonly string[]
  data: string
  number: number
  timestamp: number
}

const patientEvents = [
  'FoldersOpened(address,uint64,uint48,bytes32[])',
  'FoldersRekeyed(address,address,uint48,uint64,bytes32[],bytes32[])',
  'RecordAdded(address,address,uint48,uint40,uint8,bytes32,bytes32,bytes32,uint256,uint40,bytes)',
  'AccessGiven(address,address,uint48,uint64,bool,bool,uint40,bytes32,bytes32[])',
  'AccessRemoved(address,address,uint48,uint64)',
  'RecordViewed(address,address,uint48,uint40,uint40)',
  'EmergencyPlanSet(address,bytes32,uint48,uint32,uint64,uint8,uint32,uint32,address[])',
  'GuardianAccepted(address,address,uint48,uint32)',
  'GuardianResigned(address,address,uint48,uint32)',
  'EmergencyRequested(address,address,uint48,uint32,uint32,bytes32)',
  'EmergencyApproved(address,address,uint48,uint32,bytes32)',
  'EmergencyVetoed(address,address,uint48,uint32)',
  'EmergencyOpened(address,address,uint48,uint32,uint64,uint40)',
  'EmergencyExtended(address,address,uint48,uint32,uint40)',
  'EmergencyClosed(address,address,uint48,uint32)',
  'EmergencyReviewed(address,address,uint48,uint32,uint8)',
  'EmergencyDrillCalled(address,bytes32,uint48,uint32)',
  'EmergencyDrillAnswered(address,address,uint48,bytes32,bytes32)',
  'CriticalCardSet(address,bytes32,uint48)',
  'CriticalCardViewed(address,address,uint48,bytes32)',
  'CustodianSet(address,address,uint48,address,uint40,bytes32)',
  'HandedOver(address,address,uint48,address)',
]
const accountEvents = [
  'Registered(address,address,uint48,uint8,uint40,bytes32)',
  'Claimed(address,address,uint48)',
  'ProfileUpdated(address,address,uint48,bytes32,bytes32)',
  'Suspended(address,address,uint48)',
  'Reinstated(address,address,uint48)',
  'AdminAppointed(address,address,uint48)',
  'AdminDismissed(address,address,uint48)',
  'SuccessorNamed(address,address,uint48)',
  'Joined(address,address,uint48,bytes32,uint8[],bytes32[],uint256,uint40,bytes)',
  'KeyPublished(address,bytes32,uint48,uint16,bool,uint256,uint40,bytes)',
  'DeviceTrusted(address,address,uint48,uint40)',
  'DeviceDistrusted(address,address,uint48)',
]

export const patientKinds = new Map(patientEvents.map((event) => [ethers.id(event), event.split('(')[0]!]))
export const accountKinds = new Map(accountEvents.map((event) => [ethers.id(event), event.split('(')[0]!]))

/** The rule of IHistory, written from its text alone. */
export const rollingHash = (entries: readonly Entry[]): string =>
  entries.reduce(
    (history, { topics, data, number, timestamp }) =>
      ethers.keccak256(
        ethers.concat([history, ethers.toBeHex(number, 32), ethers.toBeHex(timestamp, 32), ...topics, data]),
      ),
    ethers.ZeroHash,
  )

const entryOf = async (log: Log): Promise<Entry> => {
  const block = await ethers.provider.getBlock(log.blockNumber)
  return { topics: log.topics, data: log.data, number: log.blockNumber, timestamp: block!.timestamp }
}

const entriesOf = async (address: string, kinds: Iterable<string>, patient: string | null, from = 0) => {
  const topics = [[...kinds], patient && ethers.zeroPadValue(patient, 32)]
  const toBlock = from === 0 ? await networkHelpers.time.latestBlock() : from
  const logs = await ethers.provider.getLogs({ address, topics, fromBlock: from, toBlock })
  return Promise.all(logs.map(entryOf))
}

export const patientEntries = (contract: string, patient: string): Promise<Entry[]> =>
  entriesOf(contract, patientKinds.keys(), patient)

export const accountEntries = (contract: string): Promise<Entry[]> =>
  entriesOf(contract, accountKinds.keys(), null)

/** Walks a patient's past backwards along `previousChange`, one block at a time. */
export async function walk(contract: string, patient: string, lastChange: number): Promise<Entry[]> {
  const past: Entry[] = []
  for (let block = lastChange; block !== 0; ) {
    const entries = await entriesOf(contract, patientKinds.keys(), patient, block)
    past.unshift(...entries)
    block = Number(ethers.dataSlice(entries[0]!.data, 0, 32))
  }
  return past
}
