import { ACT_FIELDS } from './act-fields.ts'
import type { Address, Digest, Hex32, Pointer } from './bytes.ts'

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
  OfferKeys: { from: Address; to: Address; block: Pointer }
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
  SetCriticalCard: { patient: Address; card: Pointer }
  ViewCriticalCard: { doctor: Address; patient: Address; card: Pointer }
  CallEmergencyDrill: { patient: Address; kit: Pointer }
  AnswerEmergencyDrill: { guardian: Address; patient: Address; kit: Pointer; share: Pointer }
  SetCustodian: { by: Address; patient: Address; custodian: Address; until: number; seed: Hex32 }
  HandOver: { by: Address; patient: Address; to: Address }
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
    case 'CallEmergencyDrill':
    case 'SetCriticalCard':
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

/** An account without a key, and the wallet that acts for it. */
export type Acting = { readonly account: Address; readonly signer: Address }

/** Whose key must sign an act. */
export function signerIn(act: Act, acting?: Acting): Address {
  const named = signerOf(act)
  return named === acting?.account ? acting.signer : named
}
