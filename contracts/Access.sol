// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {FolderSets, IDENTITY} from "./FolderSets.sol";
import {Rights} from "./Rights.sol";
import {Right} from "./Standing.sol";
import {Head} from "./Heads.sol";
import {IAccess} from "./interfaces/IAccess.sol";

/// @title Asking for, giving and removing access
abstract contract Access is Rights {
    bytes32 private constant REQUEST_ACCESS =
        keccak256("RequestAccess(address doctor,address patient,uint8[] folders,uint256 nonce,uint40 deadline)");
    bytes32 private constant DECLINE =
        keccak256("Decline(address patient,address doctor,uint256 nonce,uint40 deadline)");
    bytes32 private constant GIVE_ACCESS =
        keccak256(
            "GiveAccess(address patient,address reader,uint8[] folders,bool mayAdd,bool listedOnly,uint40 until,bytes32[] previous,bytes32[] keyrings,bytes32 consent,uint256 nonce,uint40 deadline)"
        );
    bytes32 private constant REMOVE_ACCESS =
        keccak256("RemoveAccess(address patient,address reader,uint8[] folders,uint256 nonce,uint40 deadline)");

    /// @dev Fields 2, 6 and 7.
    uint256 private constant GIVE_ACCESS_LISTS = 196;

    /// @inheritdoc IAccess
    function requestAccess(RequestAccess calldata act, bytes calldata signature) external {
        _authorizeAccount(act.doctor, REQUEST_ACCESS, 5, 4, signature);
        _requireInForce(act.doctor, DOCTOR);
        _requireInForce(act.patient, PATIENT);
        _countRequest(act.doctor);
        emit AccessRequested(act.patient, act.doctor, FolderSets.fromList(act.folders));
    }

    /// @inheritdoc IAccess
    function decline(Decline calldata act, bytes calldata signature) external {
        uint256 nonce = _authorize(act.patient, DECLINE, 4, 0, signature);
        _past(act.patient).head = _usePatientNonce(act.patient, nonce);
        _requireInForce(act.patient, PATIENT);
        emit AccessDeclined(act.patient, act.doctor);
    }

    /// @inheritdoc IAccess
    function giveAccess(GiveAccess calldata act, bytes calldata signature) external {
        uint256 nonce = _authorize(act.patient, GIVE_ACCESS, 11, GIVE_ACCESS_LISTS, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        _requireInForce(act.patient, PATIENT);
        if (act.until <= _time()) revert EndPassed(act.until, _time());
        _requirePointer(act.consent);

        uint64 folders = _replaceKeyrings(act.patient, act.folders, act.previous, act.keyrings);
        if (!act.listedOnly && folders & IDENTITY == 0) revert IdentityFolderMissing(act.patient, act.reader);
        Person storage reader = _requireReader(act);

        Right storage right = _right(act.patient, act.reader);
        // A right that holds goes on, so that views under it can still be logged; any other begins now.
        _setRight(
            act.patient,
            act.reader,
            Right({
                since: _isRunning(right, reader) ? right.since : _time(),
                until: act.until,
                mayAdd: act.mayAdd,
                listedOnly: act.listedOnly,
                folders: folders
            })
        );
        _extendPatient(
            act.patient,
            head,
            AccessGiven.selector,
            _word(act.reader),
            abi.encode(
                PREVIOUS_CHANGE,
                folders,
                act.mayAdd,
                act.listedOnly,
                act.until,
                act.consent,
                act.keyrings
            )
        );
    }

    /// @inheritdoc IAccess
    /// @dev Only a patient has given rights, so that a right is proof of the role.
    function removeAccess(RemoveAccess calldata act, bytes calldata signature) external {
        uint256 nonce = _authorize(act.patient, REMOVE_ACCESS, 5, 4, signature);
        Head head = _usePatientNonce(act.patient, nonce);
        Right storage right = _right(act.patient, act.reader);
        if (right.until <= _time()) revert NoRight(act.patient, act.reader);

        uint64 remaining = 0;
        if (act.folders.length != 0) {
            uint64 before = right.folders;
            remaining = before & ~FolderSets.fromList(act.folders);
            if (remaining == before) revert NoRight(act.patient, act.reader);
            if (remaining == IDENTITY) remaining = 0;
            if (remaining & IDENTITY == 0 && remaining != 0 && !right.listedOnly) {
                revert IdentityFolderMissing(act.patient, act.reader);
            }
        }
        if (remaining == 0) right.until = _time();
        else right.folders = remaining;
        _extendPatient(
            act.patient,
            head,
            AccessRemoved.selector,
            _word(act.reader),
            abi.encode(PREVIOUS_CHANGE, remaining)
        );
    }

    /// @inheritdoc IAccess
    function requestsToday(address doctor) external view returns (uint8) {
        return _requestsToday(_person(doctor));
    }

    /// @dev Refuses a reader who isn't in force or has no key, and a right that reader can't have.
    function _requireReader(GiveAccess calldata act) private view returns (Person storage reader) {
        reader = _person(act.reader);
        uint8 roles = _rolesInForce(reader);
        if (roles & LICENSED == 0) revert NotInForce(act.reader, LICENSED);
        if (reader.keyVersion == 0) revert NotJoined(act.reader);
        bool canNeverAdd = act.mayAdd && (act.listedOnly || roles & DOCTOR == 0);
        if (act.reader == act.patient || canNeverAdd) revert InvalidRight(act.patient, act.reader);
    }
}
