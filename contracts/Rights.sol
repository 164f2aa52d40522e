// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Emergencies} from "./Emergencies.sol";
import {MAX_FOLDER} from "./FolderSets.sol";
import {Folders} from "./Folders.sol";
import {Right} from "./Standing.sol";
import {IAccess} from "./interfaces/IAccess.sol";

/// @title What stands in state about each right, and the single rule on it
/// @dev `rights[patient][reader]`, one slot, as in `Right`
abstract contract Rights is Folders, Emergencies, IAccess {
    /// @custom:storage-location erc7201:medical-chain.storage.Rights
    struct RightsStorage {
        mapping(address patient => mapping(address reader => Right)) rights;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.Rights")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant RIGHTS_STORAGE =
        0xa6611ad4b7c937a1b335749d295ab7d1c90998c21f2207dfed7e3c30136f0500;

    /// @inheritdoc IAccess
    function rightOf(
        address patient,
        address reader
    ) external view returns (uint40 since, uint40 until, bool mayAdd, bool listedOnly, uint64 folders) {
        Right storage right = _right(patient, reader);
        return (right.since, right.until, right.mayAdd, right.listedOnly, right.folders);
    }

    /// @inheritdoc IAccess
    function canAccess(address patient, address reader, uint8 folder) external view returns (bool) {
        if (folder > MAX_FOLDER) return false;
        if (reader == patient) return _person(patient).roles & (PATIENT | CLAIM_KEY) == PATIENT;
        if (_covers(_right(patient, reader), folder) && _holds(patient, reader, LICENSED)) return true;
        Right storage emergency = _emergencyRight(patient, reader);
        Person storage doctor = _person(reader);
        return _covers(emergency, folder) && _isRunning(emergency, doctor) && _rolesInForce(doctor) & DOCTOR != 0;
    }

    /// @inheritdoc IAccess
    function canAdd(address patient, address author, uint8 folder) external view returns (bool) {
        return _canAdd(patient, author, folder);
    }

    function _canAdd(address patient, address author, uint8 folder) internal view returns (bool) {
        if (folder > MAX_FOLDER) return false;
        if (author == patient) return _rolesInForce(_person(patient)) & PATIENT != 0;
        if (folder == 0) return false;
        Right storage right = _right(patient, author);
        return right.mayAdd && _covers(right, folder) && _holds(patient, author, DOCTOR);
    }

    /// @dev Whether the right holds now: given, not over, not older than the reader's standing, whose role is in force.
    function _holds(address patient, address reader, uint8 roles) internal view returns (bool) {
        Person storage person = _person(reader);
        return _isRunning(_right(patient, reader), person) && _rolesInForce(person) & roles != 0;
    }

    function _right(address patient, address reader) internal view returns (Right storage) {
        return _rightsStorage().rights[patient][reader];
    }

    function _setRight(address patient, address reader, Right memory right) internal {
        _rightsStorage().rights[patient][reader] = right;
    }

    function _rightsStorage() private pure returns (RightsStorage storage $) {
        assembly ("memory-safe") {
            $.slot := RIGHTS_STORAGE
        }
    }
}
