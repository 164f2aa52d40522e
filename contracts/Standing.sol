// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {People} from "./People.sol";

/// @dev What somebody may do in a patient's folders, and for how long. One slot:
/// since 40 │ until 40 │ mayAdd 8 │ listedOnly 8 │ folders 64
struct Right {
    uint40 since;
    uint40 until;
    bool mayAdd;
    bool listedOnly;
    uint64 folders;
}

/// @title Whether a right stands
abstract contract Standing is People {
    /// @dev Whether a right is neither over nor older than its reader's standing.
    function _isRunning(Right storage right, Person storage reader) internal view returns (bool) {
        return _time() < right.until && right.since >= reader.since;
    }

    function _covers(Right storage right, uint8 folder) internal view returns (bool) {
        return (right.folders >> folder) & 1 == 1;
    }
}
