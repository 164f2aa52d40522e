// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title The log of views
/// @notice Readers log what they have viewed, in batches. A chain can't force this; it can make it permanent.
interface IViews {
    /// @notice Views of one patient's records, all under one right: the one given, or that of an emergency.
    /// @param records ids of the records viewed
    /// @param times when each was viewed, in seconds since 1970
    struct Views {
        address patient;
        uint40[] records;
        uint40[] times;
    }

    /// @notice The message of `LogViews`, signed by the viewer or by a device the viewer trusts.
    struct LogViews {
        address viewer;
        Views[] views;
        uint256 nonce;
        uint40 deadline;
    }

    event RecordViewed(
        address indexed patient,
        address indexed viewer,
        uint48 previousChange,
        uint40 record,
        uint40 time
    );

    /// @notice There is no such record. Zero also stands for a batch that names none.
    error UnknownRecord(address patient, uint40 record);

    /// @notice The viewer had no right there at `time`, or that is yet to come.
    error OutsideRight(address patient, address viewer, uint40 time);

    /// @notice Logs views, one event each. The time of each must lie within the viewer's right as it stands or ended.
    function logViews(LogViews calldata act, bytes calldata signature) external;
}
