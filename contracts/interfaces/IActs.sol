// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title How an act is signed, and how it is brought to the chain
/// @notice Every act is one EIP-712 message (domain name "Medical-Chain", version "1", this chain, this contract).
///
/// The function of an act takes two arguments: the message, as a struct with exactly the fields of the EIP-712 type in
/// the same order, and a signature. The name of the EIP-712 type is the function's, with a capital (`giveAccess` takes a
/// `GiveAccess`), also where several acts share one Solidity struct. Anyone may bring a signed message,
/// alone or with others in one transaction (`IBatches`).
///
/// - **Signer.** Each message names its signer in a field (`admin`, `by`, `account`, `claimKey`, `patient`, `author`,
///   `doctor`, `guardian`, `viewer` or `from`). The contract checks that account, never the one who brought the message.
///   Where somebody acts for that account (`ICustody`), they sign or send in its place. `Rekey` and `LogViews` may also be
///   signed or sent by a device key which that account trusts.
/// - **Signature.** ECDSA first (65 bytes: r, s, v), then ERC-1271 when the signer has code. It may be empty
///   where the signer itself sends the transaction, except for `AddRecord`, `Join` and `PublishKey`.
/// - **Deadline.** In seconds since 1970; still good in that very second; 24 hours ahead at most.
/// - **Nonce.** Used up however the act is brought. There are three kinds, so that a later act voids a withheld older one:
///   1. a patient's acts (`OpenFolders`, `Rekey`, `GiveAccess`, `RemoveAccess`, `Decline`, `SetEmergencyPlan`,
///      `ReviewEmergency`, `CallEmergencyDrill`, `SetCriticalCard`): the next number, see `headOf`;
///   2. `AddRecord` and `LogViews`, signed in parallel: any number the signer has not used, see `isNonceUsed`;
///      numbers close to each other are cheapest, because 256 of them share a slot;
///   3. all others: the signer's own next number, see `accountOf`.
interface IActs {
    /// @notice The signature was not made by `signer` over this message.
    error BadSignature(address signer);

    /// @notice The act needs a signature, because `signer` did not send it or because it is emitted for good.
    error SignatureMissing(address signer);

    /// @notice The message was good until `deadline`, and it is `time` now.
    error DeadlinePassed(uint40 deadline, uint40 time);

    /// @notice The message may be good until `latest` at most (24 hours ahead).
    error DeadlineTooFar(uint40 deadline, uint40 latest);

    /// @notice `signer` has already used this number.
    error NonceUsed(address signer, uint256 nonce);

    /// @notice The next number of `signer` is `next`.
    error NonceNotNext(address signer, uint256 nonce, uint256 next);

    /// @notice A pointer (a SHA-256) is zero.
    error EmptyPointer();

    /// @notice Lists that belong together have different lengths.
    error LengthsDiffer();

    /// @notice Whether `signer` has used up the number `nonce` for `AddRecord` or `LogViews`.
    function isNonceUsed(address signer, uint256 nonce) external view returns (bool);
}
