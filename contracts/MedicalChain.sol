// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Access} from "./Access.sol";
import {Accounts} from "./Accounts.sol";
import {Batches} from "./Batches.sol";
import {Keys} from "./Keys.sol";
import {Records} from "./Records.sol";
import {Views} from "./Views.sol";
import {IMedicalChain} from "./interfaces/IMedicalChain.sol";

/// @title Medical-Chain: the patient decides who may read a record
/// @dev No proxy: whoever can upgrade could forge consent. Storage is namespaced (ERC-7201), one struct a module.
contract MedicalChain is Keys, Access, Records, Views, Batches, IMedicalChain {
    constructor(address firstAdmin) Accounts(firstAdmin) {}
}
