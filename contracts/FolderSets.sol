// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IFolders} from "./interfaces/IFolders.sol";

uint8 constant MAX_FOLDER = 63;

/// @dev Folder 0 in a set of folders.
uint64 constant IDENTITY = 1;

/// @title Sets of folders as 64 bits
library FolderSets {
    /// @dev A list of folders as 64 bits. It must be ascending and not empty.
    function fromList(uint8[] calldata folders) internal pure returns (uint64 set) {
        if (folders.length == 0) revert IFolders.InvalidFolders(0);
        for (uint256 i = 0; i < folders.length; ++i) {
            uint8 number = folders[i];
            uint64 bit = uint64(1) << number;
            if (number > MAX_FOLDER || set >= bit) revert IFolders.InvalidFolders(number);
            set |= bit;
        }
    }
}
