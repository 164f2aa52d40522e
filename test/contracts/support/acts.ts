import type { TypedDataField } from 'ethers'

/** The EIP-712 types of all acts, written by hand from the interfaces: what a wallet shows and signs. */
const parse = (fields: string): TypedDataField[] =>
  fields.split(',').map((field) => {
    const [type = '', name = ''] = field.trim().split(' ')
    return { type, name }
  })

const tail = 'uint256 nonce, uint40 deadline'
const registration = parse(`address admin, address account, bytes32 profile, uint40 until, ${tail}`)
const adminAct = parse(`address admin, address account, ${tail}`)
const emergencyAct = parse(`address by, address patient, uint32 request, ${tail}`)

export const actTypes = {
  RegisterDoctor: registration,
  RegisterPatient: registration,
  RegisterReader: registration,
  RegisterDoctorByCode: registration,
  RegisterPatientByCode: registration,
  Claim: parse(`address claimKey, address account, ${tail}`),
  UpdateProfile: parse(`address by, address account, bytes32 previous, bytes32 profile, ${tail}`),
  Suspend: adminAct,
  Reinstate: adminAct,
  AppointAdmin: adminAct,
  DismissAdmin: adminAct,
  NameSuccessor: parse(`address admin, address successor, ${tail}`),
  Join: parse(
    `address account, bytes32 publicKey, address device, uint8[] folders, bytes32[] keyrings, ${tail}`,
  ),
  PublishKey: parse(`address account, bytes32 publicKey, bool compromised, ${tail}`),
  TrustDevice: parse(`address account, address device, uint40 until, ${tail}`),
  DistrustDevice: parse(`address account, address device, ${tail}`),
  OfferKeys: parse(`address from, address to, bytes32 block, ${tail}`),
  OpenFolders: parse(`address patient, uint8[] folders, bytes32[] keyrings, ${tail}`),
  Rekey: parse(
    `address patient, uint8[] folders, bytes32[] previous, bytes32[] keyrings, bytes32[] catalogs,
     uint40 records, ${tail}`,
  ),
  AddRecord: parse(
    `address patient, address author, uint8 folder, bytes32 keyring, bytes32 digest, bytes32 card, ${tail}`,
  ),
  RequestAccess: parse(`address doctor, address patient, uint8[] folders, ${tail}`),
  Decline: parse(`address patient, address doctor, ${tail}`),
  GiveAccess: parse(
    `address patient, address reader, uint8[] folders, bool mayAdd, bool listedOnly, uint40 until,
     bytes32[] previous, bytes32[] keyrings, bytes32 consent, ${tail}`,
  ),
  RemoveAccess: parse(`address patient, address reader, uint8[] folders, ${tail}`),
  LogViews: parse(`address viewer, Views[] views, ${tail}`),
  SetEmergencyPlan: parse(
    `address patient, uint8[] folders, address[] guardians, uint8 threshold, uint32 wait, uint32 duration,
     bytes32 kit, ${tail}`,
  ),
  AcceptGuardian: parse(`address guardian, address patient, uint32 plan, ${tail}`),
  ResignGuardian: parse(`address guardian, address patient, ${tail}`),
  RequestEmergency: parse(`address doctor, address patient, bytes32 reason, ${tail}`),
  ApproveEmergency: parse(`address guardian, address patient, uint32 request, bytes32 share, ${tail}`),
  VetoEmergency: emergencyAct,
  OpenEmergency: emergencyAct,
  ExtendEmergency: parse(`address guardian, address patient, uint32 request, ${tail}`),
  CloseEmergency: emergencyAct,
  ReviewEmergency: parse(`address patient, uint32 request, uint8 verdict, ${tail}`),
  CallEmergencyDrill: parse(`address patient, bytes32 kit, ${tail}`),
  SetCriticalCard: parse(`address patient, bytes32 card, ${tail}`),
  ViewCriticalCard: parse(`address doctor, address patient, bytes32 card, ${tail}`),
  SetCustodian: parse(`address by, address patient, address custodian, uint40 until, bytes32 seed, ${tail}`),
  HandOver: parse(`address by, address patient, address to, ${tail}`),
  AnswerEmergencyDrill: parse(`address guardian, address patient, bytes32 kit, bytes32 share, ${tail}`),
} as const

export type ActName = keyof typeof actTypes

const views = parse('address patient, uint40[] records, uint40[] times')

/** The types object that `signTypedData` takes for one act. */
export const typesOf = (act: ActName): Record<string, TypedDataField[]> =>
  act === 'LogViews' ? { LogViews: actTypes.LogViews, Views: views } : { [act]: actTypes[act] }

/** The function that takes an act: its name with a small first letter. */
export const functionOf = (act: ActName): string => act.charAt(0).toLowerCase() + act.slice(1)
