// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Messages} from "./Messages.sol";
import {Rights} from "./Rights.sol";
import {IViews} from "./interfaces/IViews.sol";

/// @title Logging views
abstract contract Views is Rights, IViews {
    bytes32 private constant LOG_VIEWS =
        keccak256(
            "LogViews(address viewer,Views[] views,uint256 nonce,uint40 deadline)Views(address patient,uint40[] records,uint40[] times)"
        );
    bytes32 private constant VIEWS = keccak256("Views(address patient,uint40[] records,uint40[] times)");

    /// @inheritdoc IViews
    function logViews(LogViews calldata act, bytes calldata signature) external {
        _useNonce(act.viewer, _checkDeadline(Messages.start(1), 4));
        if (!_isSentByAccountOrDevice(act.viewer, signature)) {
            _requireAccountOrDevice(act.viewer, _hash(act), signature);
        }
        _requireInForce(act.viewer, LICENSED);
        for (uint256 i = 0; i < act.views.length; ++i) _log(act.viewer, act.views[i]);
    }

    /// @dev Keeps history and head in memory until the patient's last view.
    function _log(address viewer, IViews.Views calldata views) private {
        if (views.records.length != views.times.length) revert LengthsDiffer();
        Right memory right = _right(views.patient, viewer);
        if (right.since < _person(viewer).since) revert NoRight(views.patient, viewer);
        Past storage past = _past(views.patient);
        Head memory head = past.head;
        bytes32 history = past.history;
        for (uint256 i = 0; i < views.records.length; ++i) {
            _checkView(viewer, views, i, right, head.records);
            history = _extend(
                history,
                head.lastChange,
                RecordViewed.selector,
                views.patient,
                _word(viewer),
                abi.encode(PREVIOUS_CHANGE, views.records[i], views.times[i])
            );
            head.lastChange = uint48(block.number);
        }
        past.head.lastChange = head.lastChange;
        past.history = history;
    }

    function _checkView(
        address viewer,
        IViews.Views calldata views,
        uint256 i,
        Right memory right,
        uint40 records
    ) private view {
        uint40 record = views.records[i];
        uint40 time = views.times[i];
        if (record == 0 || record > records) revert UnknownRecord(views.patient, record);
        if (time < right.since || time >= right.until || time > _time()) {
            revert OutsideRight(views.patient, viewer, time);
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
