// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {People} from "./People.sol";
import {IAccounts} from "./interfaces/IAccounts.sol";

/// @title Registering and suspending people, and who the admins are
abstract contract Accounts is People {
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
        if (person.roles == 0) revert UnknownAccount(act.account);
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

    function _register(Registration calldata act, bytes calldata signature, bytes32 kind, uint8 role) private {
        _authorizeAdmin(act.admin, kind, 6, signature);
        _requirePointer(act.profile);
        if (act.account == address(0)) revert UnknownAccount(act.account);
        if (act.until != 0 && act.until <= _time()) revert EndPassed(act.until, _time());

        Person storage person = _person(act.account);
        if (person.suspended) revert AccountSuspended(act.account);
        if (person.since == 0) person.since = _time();
        if (role == PATIENT) {
            person.patientUntil = act.until;
        } else {
            if (person.roles & ADMIN != 0) revert RolesConflict(act.account, person.roles);
            if (_hasEnded(person.licenceUntil)) person.since = _time();
            person.licenceUntil = act.until;
        }
        person.roles |= role;
        _extendAccounts(
            act.account,
            Registered.selector,
            _word(act.admin),
            abi.encode(PREVIOUS_CHANGE, role, act.until, act.profile)
        );
    }

    function _appoint(address account, address admin) private {
        Person storage person = _person(account);
        if (account == address(0)) revert UnknownAccount(account);
        if (person.suspended) revert AccountSuspended(account);
        if (person.roles & (ADMIN | LICENSED) != 0) revert RolesConflict(account, person.roles);
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
