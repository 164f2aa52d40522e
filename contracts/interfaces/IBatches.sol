// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Bringing several acts in one transaction
/// @notice Whoever brings acts may put several into one transaction, which then pays its 21,000 gas once. The contract does
/// with each what it does with one that comes alone, in the order given:
///
/// - **Nothing more.** Each is checked by its own function, which sees the same sender. A batch carries no currency, no
///   other batch, and no call of another contract.
/// - **Each for itself.** One that is refused changes nothing and is named by `ActRefused`; those before and after it
///   stand. One that is not named was taken.
/// - **Gas.** An act may use as much as whoever brings it has set aside for it, and gets all of that or is not tried: a
///   batch that can't give it is refused as a whole. So no act, and no contract that is asked for a signature, can use up
///   what another one needs, and a node's estimate of a batch is never one under which an act fails unnoticed.
interface IBatches {
    /// @notice One act of a batch.
    /// @param gas what it may use, in units of gas, without what the transaction itself costs
    /// @param call the act as it would come alone: the function's selector, the message and the signature
    struct Carried {
        uint32 gas;
        bytes call;
    }

    /// @notice The act at this place of the batch, counted from zero, was refused.
    /// @dev In no history: nothing has changed. Tells of a transaction whose only call is this one; a contract that calls
    /// several times knows its own order.
    /// @param reason the error as the act's own function gives it; empty when the gas set aside was not enough, or when the
    /// call is none of this contract's
    event ActRefused(uint256 indexed place, bytes reason);

    /// @notice What is at this place is a batch itself.
    error BatchInBatch(uint256 place);

    /// @notice The transaction has too little gas left to give the act at this place what was set aside for it.
    error NotEnoughGas(uint256 place);

    /// @notice Brings acts that are independent of each other. An act that needs no signature from its sender needs none here.
    function bringAll(Carried[] calldata acts) external;
}
