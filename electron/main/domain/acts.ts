import type { Address, Digest, Pointer } from './bytes.ts'

/**
 * Every act is one EIP-712 message. The type's name is the contract's function with a capital; field names are
 * words that a wallet can show. Source: `contracts/interfaces`.
 */

type Field = readonly [name: string, type: string]

const registration: readonly Field[] = [
  ['admin', 'address'],
  ['account', 'address'],
  ['profile', 'bytes32'],
  ['until', 'uint40'],
]
const adminAct: readonly Field[] = [
  ['admin', 'address'],
  ['account', 'address'],
]
const emergencyAct: readonly Field[] = [
  ['by', 'address'],
  ['patient', 'address'],
  ['request', 'uint32'],
]

/** Fields by act, in order; `nonce` and `deadline` follow in each. */
export const ACT_FIELDS = {
  RegisterDoctor: registration,
  RegisterPatient: registration,
  RegisterReader: registration,
  RegisterDoctorByCode: registration,
  RegisterPatientByCode: registration,
  Claim: [
    ['claimKey', 'address'],
    ['account', 'address'],
  ],
  UpdateProfile: [
    ['by', 'address'],
    ['account', 'address'],
    ['previous', 'bytes32'],
    ['profile', 'bytes32'],
  ],
  Suspend: adminAct,
  Reinstate: adminAct,
  AppointAdmin: adminAct,
  DismissAdmin: adminAct,
  Join: [
    ['account', 'address'],
    ['publicKey', 'bytes32'],
    ['device', 'address'],
    ['folders', 'uint8[]'],
    ['keyrings', 'bytes32[]'],
  ],
  PublishKey: [
    ['account', 'address'],
    ['publicKey', 'bytes32'],
    ['compromised', 'bool'],
  ],
  TrustDevice: [
    ['account', 'address'],
    ['device', 'address'],
    ['until', 'uint40'],
  ],
  DistrustDevice: [
    ['account', 'address'],
    ['device', 'address'],
  ],
  OpenFolders: [
    ['patient', 'address'],
    ['folders', 'uint8[]'],
    ['keyrings', 'bytes32[]'],
  ],
  AddRecord: [
    ['patient', 'address'],
    ['author', 'address'],
    ['folder', 'uint8'],
    ['keyring', 'bytes32'],
    ['digest', 'bytes32'],
    ['card', 'bytes32'],
  ],
  RequestAccess: [
    ['doctor', 'address'],
    ['patient', 'address'],
    ['folders', 'uint8[]'],
  ],
  Decline: [
    ['patient', 'address'],
    ['doctor', 'address'],
  ],
  GiveAccess: [
    ['patient', 'address'],
    ['reader', 'address'],
    ['folders', 'uint8[]'],
    ['mayAdd', 'bool'],
    ['listedOnly', 'bool'],
    ['until', 'uint40'],
    ['previous', 'bytes32[]'],
    ['keyrings', 'bytes32[]'],
    ['consent', 'bytes32'],
  ],
  RemoveAccess: [
    ['patient', 'address'],
    ['reader', 'address'],
    ['folders', 'uint8[]'],
  ],
  Rekey: [
    ['patient', 'address'],
    ['folders', 'uint8[]'],
    ['previous', 'bytes32[]'],
    ['keyrings', 'bytes32[]'],
    ['catalogs', 'bytes32[]'],
    ['records', 'uint40'],
  ],
  LogViews: [
    ['viewer', 'address'],
    ['views', 'Views[]'],
  ],
  SetEmergencyPlan: [
    ['patient', 'address'],
    ['folders', 'uint8[]'],
    ['guardians', 'address[]'],
    ['threshold', 'uint8'],
    ['wait', 'uint32'],
    ['duration', 'uint32'],
    ['kit', 'bytes32'],
  ],
  AcceptGuardian: [
    ['guardian', 'address'],
    ['patient', 'address'],
    ['plan', 'uint32'],
  ],
  ResignGuardian: [
    ['guardian', 'address'],
    ['patient', 'address'],
  ],
  RequestEmergency: [
    ['doctor', 'address'],
    ['patient', 'address'],
    ['reason', 'bytes32'],
  ],
  ApproveEmergency: [
    ['guardian', 'address'],
    ['patient', 'address'],
    ['request', 'uint32'],
    ['share', 'bytes32'],
  ],
  VetoEmergency: emergencyAct,
  OpenEmergency: emergencyAct,
  ExtendEmergency: [
    ['guardian', 'address'],
    ['patient', 'address'],
    ['request', 'uint32'],
  ],
  CloseEmergency: emergencyAct,
  ReviewEmergency: [
    ['patient', 'address'],
    ['request', 'uint32'],
    ['verdict', 'uint8'],
  ],
} as const satisfies Record<string, readonly Field[]>

export type ActName = keyof typeof ACT_FIELDS

/** Fields that stand in every act. */
export type Stamp = { readonly nonce: bigint; readonly deadline: number }

type AdminAct = { admin: Address; account: Address }
type EmergencyAct = { by: Address; patient: Address; request: number }
type Registration = AdminAct & { profile: Pointer; until: number }

/** What each act says, without its stamp. */
export type ActMessages = {
  RegisterDoctor: Registration
  RegisterPatient: Registration
  RegisterReader: Registration
  RegisterDoctorByCode: Registration
  RegisterPatientByCode: Registration
  Claim: { claimKey: Address; account: Address }
  UpdateProfile: { by: Address; account: Address; previous: Pointer; profile: Pointer }
  Suspend: AdminAct
  Reinstate: AdminAct
  AppointAdmin: AdminAct
  DismissAdmin: AdminAct
  Join: { account: Address; publicKey: Pointer; device: Address; folders: number[]; keyrings: Pointer[] }
  PublishKey: { account: Address; publicKey: Pointer; compromised: boolean }
  TrustDevice: { account: Address; device: Address; until: number }
  DistrustDevice: { account: Address; device: Address }
  OpenFolders: { patient: Address; folders: number[]; keyrings: Pointer[] }
  AddRecord: {
    patient: Address
    author: Address
    folder: number
    keyring: Pointer
    digest: Digest
    card: Pointer
  }
  RequestAccess: { doctor: Address; patient: Address; folders: number[] }
  Decline: { patient: Address; doctor: Address }
  GiveAccess: {
    patient: Address
    reader: Address
    folders: number[]
    mayAdd: boolean
    listedOnly: boolean
    until: number
    previous: Pointer[]
    keyrings: Pointer[]
    consent: Pointer
  }
  RemoveAccess: { patient: Address; reader: Address; folders: number[] }
  Rekey: {
    patient: Address
    folders: number[]
    previous: Pointer[]
    keyrings: Pointer[]
    catalogs: Pointer[]
    records: number
  }
  LogViews: {
    viewer: Address
    views: { patient: Address; records: number[]; times: number[] }[]
  }
  /** Without folders, guardians, times and kit, a threshold of zero ends the plan. */
  SetEmergencyPlan: {
    patient: Address
    folders: number[]
    guardians: Address[]
    threshold: number
    wait: number
    duration: number
    kit: Pointer
  }
  AcceptGuardian: { guardian: Address; patient: Address; plan: number }
  ResignGuardian: { guardian: Address; patient: Address }
  RequestEmergency: { doctor: Address; patient: Address; reason: Pointer }
  ApproveEmergency: { guardian: Address; patient: Address; request: number; share: Pointer }
  VetoEmergency: EmergencyAct
  OpenEmergency: EmergencyAct
  ExtendEmergency: { guardian: Address; patient: Address; request: number }
  CloseEmergency: EmergencyAct
  ReviewEmergency: { patient: Address; request: number; verdict: number }
}

/** An act ready to be signed: its name, its words, its number and until when it is good. */
export type Act<Name extends ActName = ActName> = {
  [N in Name]: { readonly name: N; readonly message: ActMessages[N] & Stamp }
}[Name]

/** How the contract counts an act's nonce (IActs): the patient's next number, any unused one, the account's next. */
export const nonceKind = (name: ActName): 'patient' | 'any' | 'account' => {
  switch (name) {
    case 'OpenFolders':
    case 'Rekey':
    case 'GiveAccess':
    case 'RemoveAccess':
    case 'Decline':
    case 'SetEmergencyPlan':
    case 'ReviewEmergency':
      return 'patient'
    case 'AddRecord':
    case 'LogViews':
      return 'any'
    default:
      return 'account'
  }
}

/** The account that an act is signed by, as its message names it. */
export function signerOf(act: Act): Address {
  const message = act.message as unknown as Record<string, Address>
  const field = { AddRecord: 'author', LogViews: 'viewer' }[act.name as string] ?? ACT_FIELDS[act.name][0][0]
  return message[field]!
}
