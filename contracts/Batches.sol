// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IBatches} from "./interfaces/IBatches.sol";

/// @title Bringing several acts in one transaction
/// @dev A DELEGATECALL to this very contract: sender, storage and the calldata that `Messages` reads are those of a call of
/// its own. No function takes currency, so there is none that a batch could count twice.
abstract contract Batches is IBatches {
    /// @dev What is used up between looking at the gas left and handing it on: DELEGATECALL itself, 100, and its operands.
    uint256 private constant HANDING_ON = 200;

    /// @inheritdoc IBatches
    function bringAll(Carried[] calldata acts) external {
        for (uint256 i = 0; i < acts.length; ++i) {
            bytes calldata call = acts[i].call;
            if (bytes4(call) == IBatches.bringAll.selector) revert BatchInBatch(i);
            (bool taken, bytes memory reason) = _carry(i, acts[i].gas, call);
            if (!taken) emit ActRefused(i, reason);
        }
    }

    /// @dev A call is handed 63 of 64 parts of the gas left at most (EIP-150), silently. Hence the look before it.
    /// @return taken whether the act was accepted
    /// @return reason what its function reverted with
    function _carry(
        uint256 place,
        uint256 allotted,
        bytes calldata call
    ) private returns (bool taken, bytes memory reason) {
        bool enough;
        assembly ("memory-safe") {
            let buffer := mload(0x40)
            calldatacopy(buffer, call.offset, call.length)
            let left := gas()
            enough := gt(sub(left, shr(6, left)), add(allotted, HANDING_ON))
            if enough {
                taken := delegatecall(allotted, address(), buffer, call.length, 0, 0)
                if iszero(taken) {
                    reason := buffer
                    mstore(reason, returndatasize())
                    returndatacopy(add(reason, 0x20), 0, returndatasize())
                    mstore(0x40, add(reason, and(add(returndatasize(), 0x3f), not(0x1f))))
                }
            }
        }
        if (!enough) revert NotEnoughGas(place);
    }
}
