// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAccess} from "./IAccess.sol";
import {IAccounts} from "./IAccounts.sol";
import {IActs} from "./IActs.sol";
import {IBatches} from "./IBatches.sol";
import {ICriticalCards} from "./ICriticalCards.sol";
import {ICustody} from "./ICustody.sol";
import {IEmergency} from "./IEmergency.sol";
import {IFolders} from "./IFolders.sol";
import {IHistory} from "./IHistory.sol";
import {IKeys} from "./IKeys.sol";
import {IRecords} from "./IRecords.sol";
import {IViews} from "./IViews.sol";

/// @title Medical-Chain: the patient decides who may read a record
/// @notice All that can be called at the clinic's one address.
interface IMedicalChain is
    IHistory,
    IActs,
    IAccounts,
    IKeys,
    IFolders,
    IAccess,
    IRecords,
    IViews,
    IEmergency,
    ICriticalCards,
    ICustody,
    IBatches
{}
