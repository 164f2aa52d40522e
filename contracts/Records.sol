// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Rights} from "./Rights.sol";
import {Head} from "./Heads.sol";
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
        _requireCurrent(
            act.patient,
            act.folder,
            act.keyring,
            _folder(act.patient, act.folder).keyring
        );
        _requirePointer(act.digest);
        _requirePointer(act.card);
        Head head = _past(act.patient).head.withNextRecord();
        _extendPatient(
            act.patient,
            head,
            RecordAdded.selector,
            _word(act.author),
            abi.encode(
                PREVIOUS_CHANGE,
                head.records(),
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
