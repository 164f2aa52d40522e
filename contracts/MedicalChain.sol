// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Access} from "./Access.sol";
import {Accounts} from "./Accounts.sol";
import {Batches} from "./Batches.sol";
import {Emergency} from "./Emergency.sol";
import {Keys} from "./Keys.sol";
import {Records} from "./Records.sol";
import {Views} from "./Views.sol";

/// @title Medical-Chain: the patient decides who may read a record
/// @dev No proxy: whoever can upgrade could forge consent. Storage is namespaced (ERC-7201), one struct a module.
///
/// A contract holds 24,576 bytes of code at most (EIP-170), and emergencies would not fit. So they are a second contract
/// that this one makes and names for good when it is deployed. Each call that is none of this contract's own goes there as
/// it came (DELEGATECALL): sender, address, storage and calldata are those of a function that stands here. `IMedicalChain`
/// is what the two are together.
contract MedicalChain is Keys, Access, Records, Views, Batches {
    address private immutable _EMERGENCY = address(new Emergency());

    constructor(address firstAdmin) Accounts(firstAdmin) {}

    /// @dev Takes no currency. Nothing of this contract runs before or after.
    // solhint-disable-next-line no-complex-fallback
    fallback() external {
        address code = _EMERGENCY;
        assembly ("memory-safe") {
            let buffer := mload(0x40)
            calldatacopy(buffer, 0, calldatasize())
            let done := delegatecall(gas(), code, buffer, calldatasize(), 0, 0)
            returndatacopy(buffer, 0, returndatasize())
            if iszero(done) {
                revert(buffer, returndatasize())
            }
            return(buffer, returndatasize())
        }
    }
}
