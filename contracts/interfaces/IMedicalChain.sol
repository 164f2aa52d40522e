// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAccess} from "./IAccess.sol";
import {IAccounts} from "./IAccounts.sol";
import {IActs} from "./IActs.sol";
import {IBatches} from "./IBatches.sol";
import {IFolders} from "./IFolders.sol";
import {IHistory} from "./IHistory.sol";
import {IKeys} from "./IKeys.sol";
import {IRecords} from "./IRecords.sol";
import {IViews} from "./IViews.sol";

/// @title Medical-Chain: the patient decides who may read a record
interface IMedicalChain is IHistory, IActs, IAccounts, IKeys, IFolders, IAccess, IRecords, IViews, IBatches {}
