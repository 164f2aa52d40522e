import { Interface } from 'ethers'
import { ACT_FIELDS, type ActName } from '../domain/acts.ts'

const VIEWS = 'tuple(address patient,uint40[] records,uint40[] times)[]'

/** The contract's function for an act: the type's name without its capital. */
export const functionOf = (name: ActName): string => name[0]!.toLowerCase() + name.slice(1)

function actFragment(name: ActName): string {
  const fields = ACT_FIELDS[name].map(([field, type]) => `${type === 'Views[]' ? VIEWS : type} ${field}`)
  return `function ${functionOf(name)}(tuple(${[...fields, 'uint256 nonce', 'uint40 deadline'].join(',')}) act, bytes signature)`
}

/** `contracts/interfaces`, as far as the app calls it; a test compares it with what the compiler says. */
export const CONTRACT = new Interface([
  ...(Object.keys(ACT_FIELDS) as ActName[]).map(actFragment),

  'function bringAll(tuple(uint32 gas,bytes call)[] acts)',

  'function accountOf(address account) view returns (tuple(uint8 roles,bool suspended,uint40 licenceUntil,uint40 patientUntil,uint40 since,uint16 keyVersion,uint64 nonce,bytes32 publicKey))',
  'function headOf(address patient) view returns (uint48 lastChange,uint40 records,uint64 nonce)',
  'function historyOf(address patient) view returns (bytes32 history)',
  'function accountsHistory() view returns (bytes32 history,uint48 lastChange)',
  'function folderOf(address patient,uint8 folder) view returns (bytes32 keyring,bytes32 catalog)',
  'function rightOf(address patient,address reader) view returns (uint40 since,uint40 until,bool mayAdd,bool listedOnly,uint64 folders)',
  'function canAccess(address patient,address reader,uint8 folder) view returns (bool)',
  'function canAdd(address patient,address author,uint8 folder) view returns (bool)',
  'function deviceTrustedUntil(address account,address device) view returns (uint40 until)',
  'function isNonceUsed(address signer,uint256 nonce) view returns (bool)',

  'event Registered(address indexed account,address indexed admin,uint48 previousChange,uint8 role,uint40 until,bytes32 profile)',
  'event Claimed(address indexed account,address indexed claimKey,uint48 previousChange)',
  'event ProfileUpdated(address indexed account,address indexed by,uint48 previousChange,bytes32 previous,bytes32 profile)',
  'event Suspended(address indexed account,address indexed admin,uint48 previousChange)',
  'event Reinstated(address indexed account,address indexed admin,uint48 previousChange)',
  'event AdminAppointed(address indexed account,address indexed admin,uint48 previousChange)',
  'event AdminDismissed(address indexed account,address indexed admin,uint48 previousChange)',
  'event SuccessorNamed(address indexed successor,address indexed admin,uint48 previousChange)',
  'event Joined(address indexed account,address indexed device,uint48 previousChange,bytes32 publicKey,uint8[] folders,bytes32[] keyrings,uint256 nonce,uint40 deadline,bytes signature)',
  'event KeyPublished(address indexed account,bytes32 indexed publicKey,uint48 previousChange,uint16 keyVersion,bool compromised,uint256 nonce,uint40 deadline,bytes signature)',
  'event DeviceTrusted(address indexed account,address indexed device,uint48 previousChange,uint40 until)',
  'event DeviceDistrusted(address indexed account,address indexed device,uint48 previousChange)',
  'event KeysOffered(address indexed from,address indexed to,bytes32 block)',
  'event FoldersOpened(address indexed patient,uint64 indexed folders,uint48 previousChange,bytes32[] keyrings)',
  'event FoldersRekeyed(address indexed patient,address indexed by,uint48 previousChange,uint64 folders,bytes32[] keyrings,bytes32[] catalogs)',
  'event RecordAdded(address indexed patient,address indexed author,uint48 previousChange,uint40 record,uint8 folder,bytes32 keyring,bytes32 digest,bytes32 card,uint256 nonce,uint40 deadline,bytes signature)',
  'event AccessRequested(address indexed patient,address indexed doctor,uint64 folders)',
  'event AccessDeclined(address indexed patient,address indexed doctor)',
  'event AccessGiven(address indexed patient,address indexed reader,uint48 previousChange,uint64 folders,bool mayAdd,bool listedOnly,uint40 until,bytes32 consent,bytes32[] keyrings)',
  'event AccessRemoved(address indexed patient,address indexed reader,uint48 previousChange,uint64 remaining)',
  'event RecordViewed(address indexed patient,address indexed viewer,uint48 previousChange,uint40 record,uint40 time)',
  'event ActRefused(uint256 indexed place,bytes reason)',

  'error BadSignature(address signer)',
  'error SignatureMissing(address signer)',
  'error DeadlinePassed(uint40 deadline,uint40 time)',
  'error DeadlineTooFar(uint40 deadline,uint40 latest)',
  'error NonceUsed(address signer,uint256 nonce)',
  'error NonceNotNext(address signer,uint256 nonce,uint256 next)',
  'error EmptyPointer()',
  'error LengthsDiffer()',
  'error NotAdmin(address account)',
  'error NotInForce(address account,uint8 role)',
  'error UnknownAccount(address account)',
  'error AccountSuspended(address account)',
  'error AccountNotSuspended(address account)',
  'error NotClaimable(address claimKey)',
  'error RolesConflict(address account,uint8 roles)',
  'error LastAdmin(address account)',
  'error EndPassed(uint40 until,uint40 time)',
  'error AlreadyJoined(address account)',
  'error NotJoined(address account)',
  'error InvalidDevice(address device)',
  'error TrustTooLong(uint40 until,uint40 latest)',
  'error DeviceNotTrusted(address account,address device)',
  'error InvalidFolders(uint256 folder)',
  'error FolderOpen(address patient,uint8 folder)',
  'error StaleKeyring(address patient,uint8 folder,bytes32 given,bytes32 current)',
  'error StaleRecords(address patient,uint40 given,uint40 current)',
  'error MayNotAdd(address patient,address author,uint8 folder)',
  'error NoRight(address patient,address reader)',
  'error InvalidRight(address patient,address reader)',
  'error IdentityFolderMissing(address patient,address reader)',
  'error TooManyRequests(address doctor,uint8 limit)',
  'error UnknownRecord(address patient,uint40 record)',
  'error OutsideRight(address patient,address viewer,uint40 time)',
  'error BatchInBatch(uint256 place)',
  'error NotEnoughGas(uint256 place)',
])

/** The event that an act leaves, and the address in its first topic. */
export const EVENT_OF: Readonly<Record<ActName, readonly [event: string, subject: string]>> = {
  RegisterDoctor: ['Registered', 'account'],
  RegisterPatient: ['Registered', 'account'],
  RegisterReader: ['Registered', 'account'],
  RegisterDoctorByCode: ['Registered', 'account'],
  RegisterPatientByCode: ['Registered', 'account'],
  Claim: ['Claimed', 'account'],
  UpdateProfile: ['ProfileUpdated', 'account'],
  Suspend: ['Suspended', 'account'],
  Reinstate: ['Reinstated', 'account'],
  AppointAdmin: ['AdminAppointed', 'account'],
  DismissAdmin: ['AdminDismissed', 'account'],
  Join: ['Joined', 'account'],
  PublishKey: ['KeyPublished', 'account'],
  TrustDevice: ['DeviceTrusted', 'account'],
  DistrustDevice: ['DeviceDistrusted', 'account'],
  OpenFolders: ['FoldersOpened', 'patient'],
  AddRecord: ['RecordAdded', 'patient'],
  RequestAccess: ['AccessRequested', 'patient'],
  Decline: ['AccessDeclined', 'patient'],
  GiveAccess: ['AccessGiven', 'patient'],
  RemoveAccess: ['AccessRemoved', 'patient'],
  Rekey: ['FoldersRekeyed', 'patient'],
  LogViews: ['RecordViewed', 'viewer'],
}

export const topicOf = (event: string): string => CONTRACT.getEvent(event)!.topicHash
