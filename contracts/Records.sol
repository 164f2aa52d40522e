// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Rights} from "./Rights.sol";
import {IRecords} from "./interfaces/IRecords.sol";

/// @title Adding records
abstract contract Records is Rights, IRecords {
    bytes32 private constant ADD_RECORD =
        keccak256(
            "AddRecord(address patient,address author,uint8 folder,bytes32 keyring,bytes32 digest,bytes32 card,uint256 nonce,uint40 deadline)"
        );

    /// @inheritdoc IRecords
    function addRecord(AddRecord calldata act, bytes calldata signature) external {
        _requireGiven(act.author, signature);
        _useNonce(act.author, _authorize(act.author, ADD_RECORD, 8, 0, signature));
        if (!_canAdd(act.patient, act.author, act.folder)) {
            revert MayNotAdd(act.patient, act.author, act.folder);
        }
        _requireCurrent(act.patient, act.folder, act.keyring);
        _requirePointer(act.digest);
        _requirePointer(act.card);
        uint40 record = ++_past(act.patient).head.records;
        _extendPatient(
            act.patient,
            RecordAdded.selector,
            _word(act.author),
            abi.encode(
                PREVIOUS_CHANGE,
                record,
                act.folder,
                act.keyring,
                act.digest,
                act.card,
                act.nonce,
                act.deadline,
                signature
            )
        );
    }
}
