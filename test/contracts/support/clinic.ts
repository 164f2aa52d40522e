import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import type { BytesLike, ContractTransactionResponse, Interface, Signer } from 'ethers'
import { artifacts, network } from 'hardhat'
import type { IMedicalChain } from '../../../types/ethers-contracts/index.js'
import { type ActName, actTypes, functionOf, typesOf } from './acts.ts'

export const { ethers, networkHelpers, provider } = await network.create()

export const ADMIN = 1n
export const DOCTOR = 2n
export const PATIENT = 4n
export const READER = 8n

export const HOUR = 3600
export const DAY = 24 * HOUR

export type Message = Record<string, unknown>

export interface How {
  /** who signs, when it isn't the account the message names */
  signer?: Signer
  /** who brings it to the chain; the default is a stranger to the clinic */
  by?: Signer
  signature?: BytesLike
}

/** The pointer (SHA-256) of a block with this text. */
export const pointer = (text: string): string => ethers.sha256(ethers.toUtf8Bytes(text))

/** What the compiler has made of the clinic's two contracts, which answer at one address. */
export const compiled = async (): Promise<Record<'main' | 'emergency', Interface>> => ({
  main: new ethers.Interface((await artifacts.readArtifact('MedicalChain')).abi),
  emergency: new ethers.Interface((await artifacts.readArtifact('Emergency')).abi),
})

/** A set of folders as 64 bits. */
export const bits = (...folders: number[]): bigint => folders.reduce((set, n) => set | (1n << BigInt(n)), 0n)

const patientActs: readonly ActName[] = [
  'OpenFolders',
  'Rekey',
  'GiveAccess',
  'RemoveAccess',
  'Decline',
  'SetEmergencyPlan',
  'ReviewEmergency',
  'CallEmergencyDrill',
  'SetCriticalCard',
]
const parallelActs: readonly ActName[] = ['AddRecord', 'LogViews']

/** The field that names the signer: `author` for a record, else the first one. */
export const signerField = (act: ActName): string =>
  act === 'AddRecord' ? 'author' : (actTypes[act][0]?.name ?? '')

/** A contract with its people, and one way to do each act. */
export class Clinic {
  private parallel = 0n
  readonly chain: IMedicalChain
  readonly people: Record<string, HardhatEthersSigner>

  constructor(chain: IMedicalChain, people: Record<string, HardhatEthersSigner>) {
    this.chain = chain
    this.people = people
  }

  who(name: string): HardhatEthersSigner {
    const person = this.people[name]
    if (!person) throw new Error(`nobody is called ${name}`)
    return person
  }

  at(name: string): string {
    return this.who(name).address
  }

  async domain() {
    const { chainId } = await ethers.provider.getNetwork()
    return {
      name: 'Medical-Chain',
      version: '1',
      chainId,
      verifyingContract: await this.chain.getAddress(),
    }
  }

  /** The message of an act, with the next nonce and a deadline in an hour unless given. */
  async message(act: ActName, fields: Message): Promise<Message> {
    const signer = String(fields[signerField(act)])
    const nonce =
      fields.nonce ??
      (patientActs.includes(act)
        ? (await this.chain.headOf(signer)).nonce
        : parallelActs.includes(act)
          ? this.parallel++
          : (await this.chain.accountOf(signer)).nonce)
    return { ...fields, nonce, deadline: fields.deadline ?? (await networkHelpers.time.latest()) + HOUR }
  }

  async sign(act: ActName, message: Message, signer?: Signer): Promise<string> {
    const address = message[signerField(act)]
    const key = signer ?? Object.values(this.people).find((person) => person.address === address)
    if (!key) throw new Error(`no key for ${String(address)}`)
    return key.signTypedData(await this.domain(), typesOf(act), message)
  }

  /** Calls the act's function as it is. */
  async call(act: ActName, message: Message, signature: BytesLike, by: Signer) {
    const call = this.chain.connect(by).getFunction(functionOf(act))
    return (await call(message, signature)) as ContractTransactionResponse
  }

  /** Signs an act and has somebody else bring it. */
  async bring(act: ActName, fields: Message, how: How = {}) {
    const message = await this.message(act, fields)
    const signature = how.signature ?? (await this.sign(act, message, how.signer))
    return this.call(act, message, signature, how.by ?? this.who('relayer'))
  }

  /** The signer itself sends the act and leaves the signature out. */
  async send(act: ActName, fields: Message, by?: Signer) {
    const address = fields[signerField(act)]
    const sender = by ?? Object.values(this.people).find((person) => person.address === address)
    if (!sender) throw new Error(`no key for ${String(address)}`)
    return this.call(act, await this.message(act, fields), '0x', sender)
  }

  /** The fields of a record in the patient's folder, as the clinic stands now. */
  async record(fields: Message = {}): Promise<Message> {
    const patient = String(fields.patient ?? this.at('patient'))
    const folder = Number(fields.folder ?? 1)
    const { keyring } = await this.chain.folderOf(patient, folder)
    return {
      patient,
      author: this.at('doctor'),
      folder,
      keyring,
      digest: pointer('digest'),
      card: pointer('card'),
      ...fields,
    }
  }

  /** The fields of a right for the doctor on folders 0 and 1, for thirty days. */
  async right(fields: Message = {}): Promise<Message> {
    const folders = (fields.folders ?? [0, 1]) as number[]
    const patient = String(fields.patient ?? this.at('patient'))
    const previous = await this.keyrings(patient, folders)
    return {
      patient,
      reader: this.at('doctor'),
      folders,
      mayAdd: true,
      listedOnly: false,
      until: (await networkHelpers.time.latest()) + 30 * DAY,
      previous,
      keyrings: previous.map((keyring) => pointer(`after ${keyring}`)),
      consent: pointer('consent'),
      ...fields,
    }
  }

  /** The fields of a re-key of these folders, as the clinic stands now. */
  async epoch(fields: Message = {}): Promise<Message> {
    const folders = (fields.folders ?? [1]) as number[]
    const patient = String(fields.patient ?? this.at('patient'))
    const previous = await this.keyrings(patient, folders)
    return {
      patient,
      folders,
      previous,
      keyrings: previous.map((keyring) => pointer(`epoch after ${keyring}`)),
      catalogs: previous.map((keyring) => pointer(`catalog after ${keyring}`)),
      records: (await this.chain.headOf(patient)).records,
      ...fields,
    }
  }

  /** The fields of a plan for folders 0 and 1, by which two of three guardians must approve. */
  plan(fields: Message = {}): Message {
    return {
      patient: this.at('patient'),
      folders: [0, 1],
      guardians: [this.at('neighbour'), this.at('reader'), this.at('colleague')],
      threshold: 2,
      wait: HOUR,
      duration: 4 * HOUR,
      kit: pointer('kit'),
      ...fields,
    }
  }

  private keyrings(patient: string, folders: number[]): Promise<string[]> {
    return Promise.all(folders.map(async (folder) => (await this.chain.folderOf(patient, folder)).keyring))
  }
}

const names = ['admin', 'secondAdmin', 'doctor', 'colleague', 'patient', 'neighbour', 'reader']
const others = ['device', 'stranger', 'relayer']

/** A deployed contract with its first admin and nobody else. */
export async function emptyClinic(): Promise<Clinic> {
  const signers = await ethers.getSigners()
  const entries = [...names, ...others].map((name, i) => [name, signers[i]!] as const)
  const people = Object.fromEntries(entries)
  // No accounts of the chain's own: one stands for a key that an admin's app has made, the others only ever sign.
  for (const name of ['claimKey', 'surgeon', 'helper'])
    people[name] = new ethers.Wallet(ethers.id(name), ethers.provider) as never
  const deployed = await ethers.deployContract('MedicalChain', [people.admin!.address], people.relayer)
  const chain = await ethers.getContractAt('IMedicalChain', await deployed.getAddress(), people.relayer)
  return new Clinic(chain as unknown as IMedicalChain, people)
}

/** Two doctors, two patients and a reader have joined; the patients have opened folders 0, 1 and 2. */
export async function openClinic(): Promise<Clinic> {
  const clinic = await emptyClinic()
  const register = async (act: ActName, name: string) => {
    const account = clinic.at(name)
    await clinic.send(act, { admin: clinic.at('admin'), account, profile: pointer(name), until: 0 })
    const isPatient = act === 'RegisterPatient'
    await clinic.bring('Join', {
      account,
      publicKey: pointer(`key of ${name}`),
      device: name === 'patient' || name === 'doctor' ? clinic.at('device') : ethers.ZeroAddress,
      folders: isPatient ? [0, 1, 2] : [],
      keyrings: isPatient ? [0, 1, 2].map((folder) => pointer(`keyring ${folder} of ${name}`)) : [],
    })
  }
  await register('RegisterDoctor', 'doctor')
  await register('RegisterDoctor', 'colleague')
  await register('RegisterPatient', 'patient')
  await register('RegisterPatient', 'neighbour')
  await register('RegisterReader', 'reader')
  return clinic
}

/** As above, and the patient's doctor may read and add in folders 0 and 1. */
export async function treatedPatient(): Promise<Clinic> {
  const clinic = await openClinic()
  await clinic.send('GiveAccess', await clinic.right())
  return clinic
}
