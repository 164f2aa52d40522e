// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @dev One slot: lastChange 48 │ records 40 │ nonce 64, from the lowest bit. A value type, so that an act reads and writes
/// it once.
type Head is uint256;

using Heads for Head global;

/// @title Where a patient's history stands
library Heads {
    uint256 private constant ONE_RECORD = 1 << 48;
    uint256 private constant ONE_NONCE = 1 << 88;

    /// @return the block of the last event in the patient's history
    function lastChange(Head head) internal pure returns (uint48) {
        return uint48(Head.unwrap(head));
    }

    /// @return the number of records
    function records(Head head) internal pure returns (uint40) {
        return uint40(Head.unwrap(head) >> 48);
    }

    /// @return the next number for the patient's acts
    function nonce(Head head) internal pure returns (uint64) {
        return uint64(Head.unwrap(head) >> 88);
    }

    function withChangeNow(Head head) internal view returns (Head) {
        return Head.wrap(((Head.unwrap(head) >> 48) << 48) | uint48(block.number));
    }

    /// @dev 2^40 records of one patient can't be paid for.
    function withNextRecord(Head head) internal pure returns (Head) {
        return Head.wrap(Head.unwrap(head) + ONE_RECORD);
    }

    function withNextNonce(Head head) internal pure returns (Head) {
        return Head.wrap(Head.unwrap(head) + ONE_NONCE);
    }
}
