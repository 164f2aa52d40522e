// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Acts} from "./Acts.sol";
import {IAccess} from "./interfaces/IAccess.sol";
import {IAccounts} from "./interfaces/IAccounts.sol";

/// @title What stands in state about each account, and the checks on it
/// @dev No functions of its own: both contracts of the clinic build on it.
///
/// ```
/// people[account]   slot 0: roles 8 │ suspended 8 │ licenceUntil 40 │ patientUntil 40 │ since 40 │ keyVersion 16 │
///                           nonce 64 │ requestDay 24 │ requests 8
///                   slot 1: publicKey
/// slot 1: successor 160 │ admins 32
/// ```
abstract contract People is Acts {
    struct Person {
        uint8 roles;
        bool suspended;
        uint40 licenceUntil;
        uint40 patientUntil;
        uint40 since;
        uint16 keyVersion;
        uint64 nonce;
        uint24 requestDay;
        uint8 requests;
        bytes32 publicKey;
    }

    /// @custom:storage-location erc7201:medical-chain.storage.People
    struct PeopleStorage {
        mapping(address account => Person) people;
        address successor;
        uint32 admins;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.People")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant PEOPLE_STORAGE =
        0x05c202fdfc0a0c9bb0acec2ee8f76005097aaed7ebee43b2b199ce904420ae00;

    uint8 internal constant ADMIN = 1;
    uint8 internal constant DOCTOR = 2;
    uint8 internal constant PATIENT = 4;
    uint8 internal constant READER = 8;
    uint8 internal constant LICENSED = DOCTOR | READER;
    /// @dev Beside a role: it waits to be claimed. Alone: it has been.
    uint8 internal constant CLAIM_KEY = 16;

    /// @dev Beside a patient's role: nobody has the key of this address, a custodian acts for it.
    uint8 internal constant KEYLESS = 32;

    uint8 internal constant REQUESTS_A_DAY = 20;

    function _person(address account) internal view returns (Person storage) {
        return _peopleStorage().people[account];
    }

    /// @dev The roles that are neither suspended nor ended. A claim key has none: until it is claimed it can do nothing else.
    function _rolesInForce(Person storage person) internal view returns (uint8 roles) {
        if (person.suspended) return 0;
        roles = person.roles & ~KEYLESS;
        if (roles & CLAIM_KEY != 0) return 0;
        if (_hasEnded(person.licenceUntil)) roles &= ~LICENSED;
        if (_hasEnded(person.patientUntil)) roles &= ~PATIENT;
    }

    /// @param role role the account must have, zero for any
    function _requireInForce(address account, uint8 role) internal view {
        uint8 roles = _rolesInForce(_person(account));
        if ((role == 0 ? roles : roles & role) == 0) revert IAccounts.NotInForce(account, role);
    }

    /// @dev An admin is never suspended, so that the role is enough.
    function _requireAdmin(address account) internal view {
        if (_person(account).roles & ADMIN == 0) revert IAccounts.NotAdmin(account);
    }

    /// @dev Authorizes one of the account's own acts. Parameters as in `_authorize`.
    function _authorizeAccount(
        address account,
        bytes32 kind,
        uint256 fields,
        uint256 lists,
        bytes calldata signature
    ) internal {
        _useAccountNonce(account, _authorize(account, kind, fields, lists, signature));
    }

    /// @dev Uses up the next number of an account.
    function _useAccountNonce(address account, uint256 nonce) internal {
        Person storage person = _person(account);
        uint64 next = person.nonce;
        if (nonce != next) revert NonceNotNext(account, nonce, next);
        person.nonce = next + 1;
    }

    /// @dev Counts one more request of a doctor, for access or in an emergency.
    function _countRequest(address account) internal {
        Person storage doctor = _person(account);
        uint8 count = _requestsToday(doctor);
        if (count == REQUESTS_A_DAY) revert IAccess.TooManyRequests(account, REQUESTS_A_DAY);
        doctor.requestDay = _day();
        doctor.requests = count + 1;
    }

    function _requestsToday(Person storage doctor) internal view returns (uint8) {
        return doctor.requestDay == _day() ? doctor.requests : 0;
    }

    function _hasEnded(uint40 until) internal view returns (bool) {
        return until != 0 && until <= _time();
    }

    function _day() private view returns (uint24) {
        return uint24(block.timestamp / 1 days);
    }

    function _peopleStorage() internal pure returns (PeopleStorage storage $) {
        assembly ("memory-safe") {
            $.slot := PEOPLE_STORAGE
        }
    }
}
