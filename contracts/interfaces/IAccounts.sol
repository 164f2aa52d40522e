// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Who belongs to the clinic
/// @notice Admins give roles and suspend people. They can't read records, give rights, or touch keys.
///
/// Roles are a set of bits: 1 admin, 2 doctor, 4 patient, 8 reader (somebody who may be given rights but never adds a
/// record). A doctor can be a patient. An admin can be a patient, but neither doctor nor reader.
///
/// Doctors and readers have a licence. A licence that has ended counts as suspended. Renewing one that has ended, and
/// reinstating, set `since` to now: rights given before that do not revive.
/// A suspended patient can still read, remove and re-key.
///
/// Somebody who has no wallet yet is registered at a claim key: an ordinary key made for this one person, whose secret they
/// carry home as a code. Bit 16 marks it. It has no role in force, so that it can't join, publish a key or be given a right;
/// all it can do is sign one `Claim`, which moves its role to the person's own account. Then only bit 16 is left, for good.
/// An admin voids a code by suspending its key. The chain does not end a code by itself.
///
/// A patient whom a custodian acts for has an address without a key; bit 32 marks it (`ICustody`). It is a patient and never
/// anything else.
interface IAccounts {
    /// @notice An account as it stands.
    /// @param roles the roles given, whether in force or not; bit 16 for a claim key, beside its role until it is claimed; bit 32
    /// for an address without a key
    /// @param suspended whether an admin has suspended the account
    /// @param licenceUntil end of the licence as doctor or reader, in seconds since 1970; zero for none
    /// @param patientUntil end of the registration as a patient; zero for none
    /// @param since when the account was registered, reinstated, or its ended licence renewed; older rights are void
    /// @param keyVersion how often the owner has published a key; zero before `join`
    /// @param nonce next number for the account's own acts
    /// @param publicKey pointer to the public key (SPKI, DER), published by the owner only
    struct Account {
        uint8 roles;
        bool suspended;
        uint40 licenceUntil;
        uint40 patientUntil;
        uint40 since;
        uint16 keyVersion;
        uint64 nonce;
        bytes32 publicKey;
    }

    /// @notice The message of `RegisterDoctor`, `RegisterPatient`, `RegisterReader`, `RegisterDoctorByCode` and
    /// `RegisterPatientByCode`, signed by an admin.
    /// @param account the person's account, or the claim key where it is by code
    /// @param profile pointer to the profile block
    /// @param until end of the licence or of the registration; zero for none
    struct Registration {
        address admin;
        address account;
        bytes32 profile;
        uint40 until;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `Claim`, signed by `claimKey`.
    /// @param account the person's own account from now on
    struct Claim {
        address claimKey;
        address account;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `UpdateProfile`, signed by `by`: the owner or an admin.
    /// @param previous the profile that `by` saw. Profiles stand in events only, so the chain can't compare it: readers do.
    struct UpdateProfile {
        address by;
        address account;
        bytes32 previous;
        bytes32 profile;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `Suspend`, `Reinstate`, `AppointAdmin` and `DismissAdmin`, signed by an admin.
    struct AdminAct {
        address admin;
        address account;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `NameSuccessor`, signed by an admin.
    struct NameSuccessor {
        address admin;
        address successor;
        uint256 nonce;
        uint40 deadline;
    }

    /// @dev `role` has bit 16 beside it when `account` is a claim key.
    event Registered(
        address indexed account,
        address indexed admin,
        uint48 previousChange,
        uint8 role,
        uint40 until,
        bytes32 profile
    );
    event Claimed(address indexed account, address indexed claimKey, uint48 previousChange);
    event ProfileUpdated(
        address indexed account,
        address indexed by,
        uint48 previousChange,
        bytes32 previous,
        bytes32 profile
    );
    event Suspended(address indexed account, address indexed admin, uint48 previousChange);
    event Reinstated(address indexed account, address indexed admin, uint48 previousChange);
    /// @dev `admin` is zero for the first admin, appointed by the deployment.
    event AdminAppointed(address indexed account, address indexed admin, uint48 previousChange);
    event AdminDismissed(address indexed account, address indexed admin, uint48 previousChange);
    event SuccessorNamed(address indexed successor, address indexed admin, uint48 previousChange);

    /// @notice `account` is not an admin.
    error NotAdmin(address account);

    /// @notice `account` does not have the role `role`, or it is suspended or has ended. Zero stands for any role.
    error NotInForce(address account, uint8 role);

    /// @notice Nobody is registered at `account`.
    error UnknownAccount(address account);

    /// @notice The account is suspended already, or still: reinstate it first.
    error AccountSuspended(address account);

    /// @notice The account is not suspended.
    error AccountNotSuspended(address account);

    /// @notice `claimKey` was registered for no code, or has been claimed.
    error NotClaimable(address claimKey);

    /// @notice An admin can't be doctor or reader, nor be suspended (only dismissed). A claim key can't be anything else, nor
    /// can a patient without a key, and nobody claims a role that they have.
    error RolesConflict(address account, uint8 roles);

    /// @notice The last admin can't be dismissed.
    error LastAdmin(address account);

    /// @notice `until` has passed already.
    error EndPassed(uint40 until, uint40 time);

    /// @notice Gives the role of a doctor, or renews the licence.
    function registerDoctor(Registration calldata act, bytes calldata signature) external;

    /// @notice Gives the role of a patient.
    function registerPatient(Registration calldata act, bytes calldata signature) external;

    /// @notice Gives the role of a reader, or renews the licence.
    function registerReader(Registration calldata act, bytes calldata signature) external;

    /// @notice Gives the role of a doctor to whoever will claim it. The account must be new.
    function registerDoctorByCode(Registration calldata act, bytes calldata signature) external;

    /// @notice Gives the role of a patient to whoever will claim it. The account must be new.
    function registerPatientByCode(Registration calldata act, bytes calldata signature) external;

    /// @notice Moves the role of a claim key, and its end, to an account, under the rules of a registration. The key is spent.
    function claim(Claim calldata act, bytes calldata signature) external;

    /// @notice Points to a new profile block. The owner needs a role in force.
    function updateProfile(UpdateProfile calldata act, bytes calldata signature) external;

    /// @notice Suspends somebody who is not an admin: their rights as a reader end at once, and so does all they may do
    /// but a patient's reading, removing and re-keying. Rights given by a suspended patient go on: care goes on.
    function suspend(AdminAct calldata act, bytes calldata signature) external;

    /// @notice Ends a suspension. Rights given before do not revive.
    function reinstate(AdminAct calldata act, bytes calldata signature) external;

    /// @notice Makes somebody an admin who is neither doctor nor reader, registered or not.
    function appointAdmin(AdminAct calldata act, bytes calldata signature) external;

    /// @notice Ends the role of an admin, unless it is the last one.
    function dismissAdmin(AdminAct calldata act, bytes calldata signature) external;

    /// @notice Announces the contract that comes after this one. It moves nothing: each patient signs a migration.
    function nameSuccessor(NameSuccessor calldata act, bytes calldata signature) external;

    /// @notice The account as it stands; all zero for an unknown one.
    function accountOf(address account) external view returns (Account memory);

    /// @notice The roles of `account` that are in force now.
    function rolesInForce(address account) external view returns (uint8 roles);

    /// @notice The number of admins, at least one.
    function adminCount() external view returns (uint32);

    /// @notice The contract that comes after this one, or zero.
    function successor() external view returns (address);
}
