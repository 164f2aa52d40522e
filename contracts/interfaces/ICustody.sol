// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Acting for a patient who can't act, until they can
/// @notice A child has an account that nobody has the key of: its address is the hash of a seed, which the contract checks
/// (`addressOfSeed`). One wallet acts for it, its custodian: wherever a message names that account as its signer, the
/// custodian's signature is taken, and so is a message that the custodian itself sends. The messages are the same, and stand
/// in the same history. When the child comes of age, the account is handed over to a wallet of their own.
///
/// - **Who becomes custodian.** An admin names the first one. The present one may name another, for no longer than they have
///   themselves. An admin can name one again only once the time is over without a hand-over.
/// - **What an admin can't.** Become or name a custodian of anybody who has a key of their own, since no key belongs to an
///   address that is a hash; replace a custodian whose time runs; or take back what was handed over. So nobody but the
///   patient, or who stands in for them, ever decides who reads. Nor can the admin have kept the child's key: there is none.
/// - **Once handed over**, the wallet acts without end, and only it can hand over to another one of its own.
/// - **The account is a patient's** and never gets another role. Bit 32 of its roles (`IAccounts`) says that it has no key.
interface ICustody {
    /// @notice The message of `SetCustodian`, signed by `by`: an admin or the present custodian.
    /// @param custodian whose signature counts from now on: anybody but an admin, a claim key or an account without a key
    /// @param until when that ends, in seconds since 1970
    /// @param seed what the patient's address is the hash of; looked at when the patient has never had a custodian
    struct SetCustodian {
        address by;
        address patient;
        address custodian;
        uint40 until;
        bytes32 seed;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice The message of `HandOver`, signed by `by`: the custodian or, once their time is over, an admin.
    /// @param to the patient's own wallet: nobody who is registered as anything but a patient
    struct HandOver {
        address by;
        address patient;
        address to;
        uint256 nonce;
        uint40 deadline;
    }

    /// @dev Holds the seed, so that readers see for themselves that nobody has a key of the patient's, whatever a node says.
    event CustodianSet(
        address indexed patient,
        address indexed by,
        uint48 previousChange,
        address custodian,
        uint40 until,
        bytes32 seed
    );
    event HandedOver(address indexed patient, address indexed by, uint48 previousChange, address to);

    /// @notice `patient` is not a patient whose address is the hash of `seed`.
    error NotOfSeed(address patient, bytes32 seed);

    /// @notice `by` does not act for `patient` now.
    error NotCustodian(address patient, address by);

    /// @notice Nobody has acted for `patient` yet.
    error NoCustody(address patient);

    /// @notice `custodian` acts for `patient` until `until`, which is the largest number once it was handed over.
    error InCustody(address patient, address custodian, uint40 until);

    /// @notice `account` can't act for `patient`.
    error InvalidCustodian(address patient, address account);

    /// @notice A custody can last until `latest` at most.
    error CustodyTooLong(uint40 until, uint40 latest);

    /// @notice Names who acts for a patient without a key.
    function setCustodian(SetCustodian calldata act, bytes calldata signature) external;

    /// @notice Gives the account to the patient's own wallet, without end.
    function handOver(HandOver calldata act, bytes calldata signature) external;

    /// @notice Who acts for `patient`, or did last. Over when `until` has come; the largest number once handed over.
    function custodianOf(address patient) external view returns (address custodian, uint40 until);

    /// @notice The address whose key nobody can have: the last 20 bytes of keccak256("Medical-Chain custody" ‖ seed).
    function addressOfSeed(bytes32 seed) external pure returns (address account);
}
