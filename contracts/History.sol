// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Head} from "./Heads.sol";
import {IHistory} from "./interfaces/IHistory.sol";

/// @title Emits events and keeps the rolling hash over them
/// @dev The only place that emits the events of a history, so that log and hash can't differ.
///
/// ```
/// patients[patient]  slot 0: lastChange 48 │ records 40 │ nonce 64     slot 1: history
/// accounts           slot 1: history                                  slot 2: lastChange 48
/// ```
abstract contract History is IHistory {
    /// @dev Where a patient's history stands. `head` is one slot, `history` the next.
    struct Past {
        Head head;
        bytes32 history;
    }

    /// @custom:storage-location erc7201:medical-chain.storage.History
    struct HistoryStorage {
        mapping(address patient => Past) patients;
        bytes32 accountsHistory;
        uint48 accountsLastChange;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("medical-chain.storage.History")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant HISTORY_STORAGE =
        0xc5d4a3046c52e21cfdb93fd9805decdbb994f67bde229f2607dd190d1cb1c000;

    /// @dev Stands first in an event's data where `_extend` will write the block of the change before.
    uint48 internal constant PREVIOUS_CHANGE = 0;

    /// @inheritdoc IHistory
    function headOf(address patient) external view returns (uint48 lastChange, uint40 records, uint64 nonce) {
        Head head = _past(patient).head;
        return (head.lastChange(), head.records(), head.nonce());
    }

    /// @inheritdoc IHistory
    function historyOf(address patient) external view returns (bytes32 history) {
        return _past(patient).history;
    }

    /// @inheritdoc IHistory
    function accountsHistory() external view returns (bytes32 history, uint48 lastChange) {
        HistoryStorage storage $ = _historyStorage();
        return ($.accountsHistory, $.accountsLastChange);
    }

    function _past(address patient) internal view returns (Past storage) {
        return _historyStorage().patients[patient];
    }

    /// @dev Emits an event of the patient's history.
    /// @param head the patient's head as it shall stand, but for `lastChange`
    /// @param kind selector of the event
    /// @param other the second indexed field
    /// @param data the other fields, ABI-encoded, `PREVIOUS_CHANGE` first
    function _extendPatient(
        address patient,
        Head head,
        bytes32 kind,
        bytes32 other,
        bytes memory data
    ) internal {
        Past storage past = _past(patient);
        past.history = _extend(past.history, head.lastChange(), kind, patient, other, data);
        past.head = head.withChangeNow();
    }

    /// @dev Emits an event of the accounts' history that has no other fields.
    function _extendAccounts(address account, bytes32 kind, address other) internal {
        _extendAccounts(account, kind, _word(other), abi.encode(PREVIOUS_CHANGE));
    }

    /// @dev Emits an event of the accounts' history. Parameters as above.
    function _extendAccounts(address account, bytes32 kind, bytes32 other, bytes memory data) internal {
        HistoryStorage storage $ = _historyStorage();
        $.accountsHistory = _extend($.accountsHistory, $.accountsLastChange, kind, account, other, data);
        $.accountsLastChange = uint48(block.number);
    }

    function _word(address account) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }

    /// @dev Emits one event and returns the history after it. The hash is taken behind the free memory pointer, over
    /// history ‖ number ‖ timestamp ‖ kind ‖ subject ‖ other ‖ data.
    function _extend(
        bytes32 history,
        uint48 previousChange,
        bytes32 kind,
        address subject,
        bytes32 other,
        bytes memory data
    ) internal returns (bytes32 next) {
        assembly ("memory-safe") {
            let fields := add(data, 0x20)
            let size := mload(data)
            mstore(fields, previousChange)
            log3(fields, size, kind, subject, other)

            let buffer := mload(0x40)
            mstore(buffer, history)
            mstore(add(buffer, 0x20), number())
            mstore(add(buffer, 0x40), timestamp())
            mstore(add(buffer, 0x60), kind)
            mstore(add(buffer, 0x80), subject)
            mstore(add(buffer, 0xa0), other)
            mcopy(add(buffer, 0xc0), fields, size)
            next := keccak256(buffer, add(size, 0xc0))
        }
    }

    function _historyStorage() private pure returns (HistoryStorage storage $) {
        assembly ("memory-safe") {
            $.slot := HISTORY_STORAGE
        }
    }
}
