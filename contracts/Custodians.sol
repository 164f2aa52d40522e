// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Custody} from "./Custodies.sol";
import {EmergencyPlans} from "./EmergencyPlans.sol";
import {IAccounts} from "./interfaces/IAccounts.sol";
import {ICustody} from "./interfaces/ICustody.sol";

/// @title Naming custodians, and handing over
/// @dev Stands with emergencies, where there is room. `Acts` sees to it that a custodian's signature counts.
abstract contract Custodians is EmergencyPlans, ICustody {
    bytes32 private constant SET_CUSTODIAN =
        keccak256(
            "SetCustodian(address by,address patient,address custodian,uint40 until,bytes32 seed,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant HAND_OVER =
        keccak256("HandOver(address by,address patient,address to,uint256 nonce,uint40 deadline)");

    uint40 private constant WITHOUT_END = type(uint40).max;

    /// @inheritdoc ICustody
    function setCustodian(SetCustodian calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.by, SET_CUSTODIAN, 7, 0, signature);
        Custody memory custody = _custody(act.patient);
        uint40 latest = WITHOUT_END - 1;
        if (custody.custodian == address(0)) {
            _requireAdmin(act.by);
            _markKeyless(act.patient, act.seed);
        } else {
            _requireInCharge(act.patient, act.by, custody);
            if (custody.until == WITHOUT_END) revert InCustody(act.patient, custody.custodian, custody.until);
            if (_time() < custody.until) latest = custody.until;
        }
        if (act.until <= _time()) revert IAccounts.EndPassed(act.until, _time());
        if (act.until > latest) revert CustodyTooLong(act.until, latest);
        _requireRoles(act.patient, act.custodian, DOCTOR | PATIENT | READER);
        _setCustody(act.patient, act.custodian, act.until);
        _note(
            act.patient,
            CustodianSet.selector,
            act.by,
            abi.encode(PREVIOUS_CHANGE, act.custodian, act.until, act.seed)
        );
    }

    /// @inheritdoc ICustody
    function handOver(HandOver calldata act, bytes calldata signature) external delegated {
        _authorizeAccount(act.by, HAND_OVER, 5, 0, signature);
        Custody memory custody = _custody(act.patient);
        if (custody.custodian == address(0)) revert NoCustody(act.patient);
        _requireInCharge(act.patient, act.by, custody);
        if (act.to == act.by) revert InvalidCustodian(act.patient, act.to);
        _requireRoles(act.patient, act.to, PATIENT);
        _setCustody(act.patient, act.to, WITHOUT_END);
        _note(act.patient, HandedOver.selector, act.by, abi.encode(PREVIOUS_CHANGE, act.to));
    }

    /// @inheritdoc ICustody
    function custodianOf(address patient) external view returns (address custodian, uint40 until) {
        Custody storage custody = _custody(patient);
        return (custody.custodian, custody.until);
    }

    /// @inheritdoc ICustody
    function addressOfSeed(bytes32 seed) public pure returns (address account) {
        return address(uint160(uint256(keccak256(abi.encodePacked("Medical-Chain custody", seed)))));
    }

    function _setCustody(address patient, address custodian, uint40 until) private {
        Custody storage custody = _custody(patient);
        custody.custodian = custodian;
        custody.until = until;
    }

    /// @dev Where nobody has acted before: only a patient whose address is a hash, so that nobody who holds its key could be
    /// acted for against their will, and no admin can have kept one.
    function _markKeyless(address patient, bytes32 seed) private {
        Person storage person = _person(patient);
        if (person.roles != PATIENT || patient != addressOfSeed(seed)) revert NotOfSeed(patient, seed);
        person.roles = PATIENT | KEYLESS;
    }

    /// @dev While a custody runs, its custodian; once its time is over, an admin.
    function _requireInCharge(address patient, address by, Custody memory custody) private view {
        if (_time() >= custody.until) _requireAdmin(by);
        else if (by != custody.custodian) revert NotCustodian(patient, by);
    }

    /// @param roles the only ones that `account` may have
    function _requireRoles(address patient, address account, uint8 roles) private view {
        if (account == address(0) || _person(account).roles & ~roles != 0) {
            revert InvalidCustodian(patient, account);
        }
    }
}
