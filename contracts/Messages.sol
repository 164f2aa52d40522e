// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Reads the EIP-712 message of the act that was called straight from the calldata
/// @dev Each act is a function `(Struct message, bytes signature)`. One hash for all of them keeps the contract small and
/// can't forget a field. It hashes raw words: that is the EIP-712 encoding because Solidity refuses unclean ones where the
/// act reads the field, and every act reads every field that is narrower than a word.
///
/// A `kind` is the EIP-712 type hash; `fields` the number of fields; `lists` has bit n set when field n is a list of words.
/// The last two fields of every message are `nonce` and `deadline`.
library Messages {
    uint256 private constant SELECTOR = 4;

    /// @dev Where the message starts: right behind the selector, or where the first argument points if it has lists.
    function start(uint256 lists) internal pure returns (uint256 pointer) {
        pointer = SELECTOR;
        if (lists != 0) {
            assembly ("memory-safe") {
                pointer := add(pointer, calldataload(pointer))
            }
        }
    }

    /// @dev Field number `index` of the message at `pointer`.
    function word(uint256 pointer, uint256 index) internal pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := calldataload(add(pointer, shl(5, index)))
        }
    }

    /// @dev EIP-712 `hashStruct` of the struct at `pointer`; a list is the hash of its words.
    function hash(
        bytes32 kind,
        uint256 pointer,
        uint256 fields,
        uint256 lists
    ) internal pure returns (bytes32 structHash) {
        assembly ("memory-safe") {
            let buffer := mload(0x40)
            let field := add(buffer, 0x20)
            let size := shl(5, fields)
            let scratch := add(field, size)
            mstore(buffer, kind)
            calldatacopy(field, pointer, size)
            for {} lists {} {
                if and(lists, 1) {
                    let list := add(pointer, mload(field))
                    let length := shl(5, calldataload(list))
                    calldatacopy(scratch, add(list, 0x20), length)
                    mstore(field, keccak256(scratch, length))
                }
                field := add(field, 0x20)
                lists := shr(1, lists)
            }
            structHash := keccak256(buffer, add(size, 0x20))
        }
    }
}
