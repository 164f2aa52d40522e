// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {People} from "./People.sol";
import {IAccounts} from "./interfaces/IAccounts.sol";

/// @title Registering and suspending people, and who the admins are
abstract contract Accounts is People, IAccounts {
    bytes32 private constant REGISTER_DOCTOR =
        keccak256(
            "RegisterDoctor(address admin,address account,bytes32 profile,uint40 until,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant REGISTER_PATIENT =
        keccak256(
            "RegisterPatient(address admin,address account,bytes32 profile,uint40 until,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant REGISTER_READER =
        keccak256(
            "RegisterReader(address admin,address account,bytes32 profile,uint40 until,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant REGISTER_DOCTOR_BY_CODE =
        keccak256(
            "RegisterDoctorByCode(address admin,address account,bytes32 profile,uint40 until,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant REGISTER_PATIENT_BY_CODE =
        keccak256(
            "RegisterPatientByCode(address admin,address account,bytes32 profile,uint40 until,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant CLAIM =
        keccak256("Claim(address claimKey,address account,uint256 nonce,uint40 deadline)");
    bytes32 private constant UPDATE_PROFILE =
        keccak256(
            "UpdateProfile(address by,address account,bytes32 previous,bytes32 profile,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant SUSPEND =
        keccak256("Suspend(address admin,address account,uint256 nonce,uint40 deadline)");
    bytes32 private constant REINSTATE =
        keccak256("Reinstate(address admin,address account,uint256 nonce,uint40 deadline)");
    bytes32 private constant APPOINT_ADMIN =
        keccak256("AppointAdmin(address admin,address account,uint256 nonce,uint40 deadline)");
    bytes32 private constant DISMISS_ADMIN =
        keccak256("DismissAdmin(address admin,address account,uint256 nonce,uint40 deadline)");
    bytes32 private constant NAME_SUCCESSOR =
        keccak256("NameSuccessor(address admin,address successor,uint256 nonce,uint40 deadline)");

    constructor(address firstAdmin) {
        _appoint(firstAdmin, address(0));
    }

    /// @inheritdoc IAccounts
    function registerDoctor(Registration calldata act, bytes calldata signature) external {
        _register(act, signature, REGISTER_DOCTOR, DOCTOR);
    }

    /// @inheritdoc IAccounts
    function registerPatient(Registration calldata act, bytes calldata signature) external {
        _register(act, signature, REGISTER_PATIENT, PATIENT);
    }

    /// @inheritdoc IAccounts
    function registerReader(Registration calldata act, bytes calldata signature) external {
        _register(act, signature, REGISTER_READER, READER);
    }

    /// @inheritdoc IAccounts
    function registerDoctorByCode(Registration calldata act, bytes calldata signature) external {
        _register(act, signature, REGISTER_DOCTOR_BY_CODE, DOCTOR | CLAIM_KEY);
    }

    /// @inheritdoc IAccounts
    function registerPatientByCode(Registration calldata act, bytes calldata signature) external {
        _register(act, signature, REGISTER_PATIENT_BY_CODE, PATIENT | CLAIM_KEY);
    }

    /// @inheritdoc IAccounts
    function claim(Claim calldata act, bytes calldata signature) external {
        _authorizeAccount(act.claimKey, CLAIM, 4, 0, signature);
        Person storage key = _person(act.claimKey);
        uint8 role = key.roles & ~CLAIM_KEY;
        if (key.roles == role || role == 0) revert NotClaimable(act.claimKey);
        if (key.suspended) revert AccountSuspended(act.claimKey);

        Person storage person = _person(act.account);
        if (person.roles & (role | CLAIM_KEY) != 0) revert RolesConflict(act.account, person.roles);
        _give(act.account, role, role == PATIENT ? key.patientUntil : key.licenceUntil);
        key.roles = CLAIM_KEY;
        _extendAccounts(act.account, Claimed.selector, act.claimKey);
    }

    /// @inheritdoc IAccounts
    function updateProfile(UpdateProfile calldata act, bytes calldata signature) external {
        _authorizeAccount(act.by, UPDATE_PROFILE, 6, 0, signature);
        if (act.by == act.account) _requireInForce(act.by, 0);
        else _requireAdmin(act.by);
        _requirePointer(act.profile);
        if (_person(act.account).since == 0) revert UnknownAccount(act.account);
        _extendAccounts(
            act.account,
            ProfileUpdated.selector,
            _word(act.by),
            abi.encode(PREVIOUS_CHANGE, act.previous, act.profile)
        );
    }

    /// @inheritdoc IAccounts
    function suspend(AdminAct calldata act, bytes calldata signature) external {
        _authorizeAdmin(act.admin, SUSPEND, 4, signature);
        Person storage person = _person(act.account);
        if (person.roles & ~CLAIM_KEY == 0) revert UnknownAccount(act.account);
        if (person.roles & ADMIN != 0) revert RolesConflict(act.account, person.roles);
        if (person.suspended) revert AccountSuspended(act.account);
        person.suspended = true;
        _extendAccounts(act.account, Suspended.selector, act.admin);
    }

    /// @inheritdoc IAccounts
    function reinstate(AdminAct calldata act, bytes calldata signature) external {
        _authorizeAdmin(act.admin, REINSTATE, 4, signature);
        Person storage person = _person(act.account);
        if (!person.suspended) revert AccountNotSuspended(act.account);
        person.suspended = false;
        person.since = _time();
        _extendAccounts(act.account, Reinstated.selector, act.admin);
    }

    /// @inheritdoc IAccounts
    function appointAdmin(AdminAct calldata act, bytes calldata signature) external {
        _authorizeAdmin(act.admin, APPOINT_ADMIN, 4, signature);
        _appoint(act.account, act.admin);
    }

    /// @inheritdoc IAccounts
    function dismissAdmin(AdminAct calldata act, bytes calldata signature) external {
        _authorizeAdmin(act.admin, DISMISS_ADMIN, 4, signature);
        _requireAdmin(act.account);
        PeopleStorage storage $ = _peopleStorage();
        if ($.admins == 1) revert LastAdmin(act.account);
        --$.admins;
        $.people[act.account].roles &= ~ADMIN;
        _extendAccounts(act.account, AdminDismissed.selector, act.admin);
    }

    /// @inheritdoc IAccounts
    function nameSuccessor(NameSuccessor calldata act, bytes calldata signature) external {
        _authorizeAdmin(act.admin, NAME_SUCCESSOR, 4, signature);
        _peopleStorage().successor = act.successor;
        _extendAccounts(act.successor, SuccessorNamed.selector, act.admin);
    }

    /// @inheritdoc IAccounts
    function accountOf(address account) external view returns (Account memory) {
        Person storage person = _person(account);
        return
            Account({
                roles: person.roles,
                suspended: person.suspended,
                licenceUntil: person.licenceUntil,
                patientUntil: person.patientUntil,
                since: person.since,
                keyVersion: person.keyVersion,
                nonce: person.nonce,
                publicKey: person.publicKey
            });
    }

    /// @inheritdoc IAccounts
    function rolesInForce(address account) external view returns (uint8 roles) {
        return _rolesInForce(_person(account));
    }

    /// @inheritdoc IAccounts
    function adminCount() external view returns (uint32) {
        return _peopleStorage().admins;
    }

    /// @inheritdoc IAccounts
    function successor() external view returns (address) {
        return _peopleStorage().successor;
    }

    function _register(Registration calldata act, bytes calldata signature, bytes32 kind, uint8 role) private {
        _authorizeAdmin(act.admin, kind, 6, signature);
        _requirePointer(act.profile);
        Person storage person = _person(act.account);
        // A claim key is a person's once, and never anything else before or after.
        if (role & CLAIM_KEY != 0 ? person.since != 0 : person.roles & CLAIM_KEY != 0) {
            revert RolesConflict(act.account, person.roles);
        }
        _give(act.account, role, act.until);
        _extendAccounts(
            act.account,
            Registered.selector,
            _word(act.admin),
            abi.encode(PREVIOUS_CHANGE, role, act.until, act.profile)
        );
    }

    function _give(address account, uint8 role, uint40 until) private {
        if (account == address(0)) revert UnknownAccount(account);
        if (until != 0 && until <= _time()) revert EndPassed(until, _time());

        Person storage person = _person(account);
        if (person.suspended) revert AccountSuspended(account);
        if (person.since == 0) person.since = _time();
        if (role & PATIENT != 0) {
            person.patientUntil = until;
        } else {
            if (person.roles & (ADMIN | KEYLESS) != 0) revert RolesConflict(account, person.roles);
            if (_hasEnded(person.licenceUntil)) person.since = _time();
            person.licenceUntil = until;
        }
        person.roles |= role;
    }

    function _appoint(address account, address admin) private {
        Person storage person = _person(account);
        if (account == address(0)) revert UnknownAccount(account);
        if (person.suspended) revert AccountSuspended(account);
        if (person.roles & (ADMIN | LICENSED | CLAIM_KEY | KEYLESS) != 0) revert RolesConflict(account, person.roles);
        if (person.since == 0) person.since = _time();
        person.roles |= ADMIN;
        ++_peopleStorage().admins;
        _extendAccounts(account, AdminAppointed.selector, admin);
    }

    function _authorizeAdmin(address admin, bytes32 kind, uint256 fields, bytes calldata signature) private {
        _requireAdmin(admin);
        _authorizeAccount(admin, kind, fields, 0, signature);
    }
}
