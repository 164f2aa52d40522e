// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Head} from "./Heads.sol";
import {Messages} from "./Messages.sol";
import {Rights} from "./Rights.sol";
import {Right} from "./Standing.sol";
import {IViews} from "./interfaces/IViews.sol";

/// @title Logging views
abstract contract Views is Rights, IViews {
    struct Batch {
        bytes32 history;
        uint48 previousChange;
        address patient;
        address viewer;
        uint40 records;
        uint40 since;
        uint40 span;
    }

    bytes32 private constant LOG_VIEWS =
        keccak256(
            "LogViews(address viewer,Views[] views,uint256 nonce,uint40 deadline)Views(address patient,uint40[] records,uint40[] times)"
        );
    bytes32 private constant VIEWS = keccak256("Views(address patient,uint40[] records,uint40[] times)");

    /// @inheritdoc IViews
    function logViews(LogViews calldata act, bytes calldata signature) external {
        uint256 nonce = _checkDeadline(Messages.start(1), 4);
        if (!_isSentByAccountOrDevice(act.viewer, signature)) {
            _requireAccountOrDevice(act.viewer, _hash(act), signature);
        }
        _requireInForce(act.viewer, LICENSED);
        _useNonce(act.viewer, nonce);
        for (uint256 i = 0; i < act.views.length; ++i) _log(act.viewer, act.views[i]);
    }

    function _log(address viewer, IViews.Views calldata views) private {
        if (views.records.length != views.times.length) revert LengthsDiffer();
        if (views.records.length == 0) revert UnknownRecord(views.patient, 0);
        (uint40 since, uint40 end) = _window(views.patient, viewer, views.times[0]);

        Past storage past = _past(views.patient);
        Head head = past.head;
        uint256 good;
        (good, past.history) = _emit(
            views,
            Batch(past.history, head.lastChange(), views.patient, viewer, head.records(), since, end - since)
        );
        if (good != views.records.length) {
            uint40 record = views.records[good];
            if (record == 0 || record > head.records()) revert UnknownRecord(views.patient, record);
            revert OutsideRight(views.patient, viewer, views.times[good]);
        }
        past.head = head.withChangeNow();
    }

    /// @dev The time of the viewer's right that `time` lies in: the one given or, failing that, the one of an emergency.
    function _window(address patient, address viewer, uint40 time) private view returns (uint40 since, uint40 end) {
        uint40 standing = _person(viewer).since;
        (since, end) = _span(_right(patient, viewer), standing);
        if (time < since || time >= end) {
            (uint40 opened, uint40 closed) = _span(_emergencyRight(patient, viewer), standing);
            if (opened < closed) (since, end) = (opened, closed);
        }
        if (end <= since) revert NoRight(patient, viewer);
    }

    /// @dev From when to just before when a right has held until now; nothing when it is older than its reader's standing.
    function _span(Right storage right, uint40 standing) private view returns (uint40 since, uint40 end) {
        since = right.since;
        if (since < standing) return (0, 0);
        end = right.until > _time() ? _time() + 1 : right.until;
    }

    /// @dev `History._extend` for many events that differ in record and time only, about four times as cheap: the hash is
    /// taken over history ‖ number ‖ timestamp ‖ kind ‖ patient ‖ viewer ‖ previousChange ‖ record ‖ time, and each log is
    /// the tail of the same buffer. Differences are unsigned, so that one comparison checks both ends of a range.
    /// @return good how many views, from the first, are of existing records and at times within the right
    /// @return history the history after them
    function _emit(
        IViews.Views calldata views,
        Batch memory batch
    ) private returns (uint256 good, bytes32 history) {
        uint40[] calldata records = views.records;
        uint40[] calldata times = views.times;
        bytes32 kind = RecordViewed.selector;
        assembly ("memory-safe") {
            let patient := mload(add(batch, 0x40))
            let viewer := mload(add(batch, 0x60))
            let newest := mload(add(batch, 0x80))
            let since := mload(add(batch, 0xa0))
            let span := mload(add(batch, 0xc0))
            let buffer := mload(0x40)
            mstore(buffer, mload(batch))
            mstore(add(buffer, 0x20), number())
            mstore(add(buffer, 0x40), timestamp())
            mstore(add(buffer, 0x60), kind)
            mstore(add(buffer, 0x80), patient)
            mstore(add(buffer, 0xa0), viewer)
            let data := add(buffer, 0xc0)
            mstore(data, mload(add(batch, 0x20)))
            for {} lt(good, records.length) {} {
                let i := shl(5, good)
                let record := calldataload(add(records.offset, i))
                let time := calldataload(add(times.offset, i))
                if iszero(and(lt(sub(record, 1), newest), lt(sub(time, since), span))) { break }
                mstore(add(data, 0x20), record)
                mstore(add(data, 0x40), time)
                log3(data, 0x60, kind, patient, viewer)
                mstore(buffer, keccak256(buffer, 0x120))
                mstore(data, number())
                good := add(good, 1)
            }
            history := mload(buffer)
        }
    }

    /// @dev Four fields, of which the second is the list of the hashes of its structs.
    function _hash(LogViews calldata act) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](act.views.length);
        for (uint256 i = 0; i < hashes.length; ++i) {
            IViews.Views calldata views = act.views[i];
            uint256 pointer;
            assembly ("memory-safe") {
                pointer := views
            }
            hashes[i] = Messages.hash(VIEWS, pointer, 3, 6);
        }
        bytes32 list = keccak256(abi.encodePacked(hashes));
        return keccak256(abi.encode(LOG_VIEWS, act.viewer, list, act.nonce, act.deadline));
    }
}
