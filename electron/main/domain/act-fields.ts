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
  OfferKeys: [
    ['from', 'address'],
    ['to', 'address'],
    ['block', 'bytes32'],
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
  SetCriticalCard: [
    ['patient', 'address'],
    ['card', 'bytes32'],
  ],
  ViewCriticalCard: [
    ['doctor', 'address'],
    ['patient', 'address'],
    ['card', 'bytes32'],
  ],
  CallEmergencyDrill: [
    ['patient', 'address'],
    ['kit', 'bytes32'],
  ],
  AnswerEmergencyDrill: [
    ['guardian', 'address'],
    ['patient', 'address'],
    ['kit', 'bytes32'],
    ['share', 'bytes32'],
  ],
  SetCustodian: [
    ['by', 'address'],
    ['patient', 'address'],
    ['custodian', 'address'],
    ['until', 'uint40'],
    ['seed', 'bytes32'],
  ],
  HandOver: [
    ['by', 'address'],
    ['patient', 'address'],
    ['to', 'address'],
  ],
} as const satisfies Record<string, readonly Field[]>
