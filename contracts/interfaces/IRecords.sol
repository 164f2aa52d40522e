// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Records
/// @notice A record stands in its event, with the author's signature and every signed field.
interface IRecords {
    /// @notice The message of `AddRecord`, signed by the author: the patient, or a doctor who may add to that folder.
    /// @param keyring the folder's keyring that the author saw
    /// @param digest salted digest of the content
    /// @param card pointer to the record's first card
    struct AddRecord {
        address patient;
        address author;
        uint8 folder;
        bytes32 keyring;
        bytes32 digest;
        bytes32 card;
        uint256 nonce;
        uint40 deadline;
    }

    /// @dev Holds every signed field, so that the signature can be checked from the event alone.
    event RecordAdded(
        address indexed patient,
        address indexed author,
        uint48 previousChange,
        uint40 record,
        uint8 folder,
        bytes32 keyring,
        bytes32 digest,
        bytes32 card,
        uint256 nonce,
        uint40 deadline,
        bytes signature
    );

    /// @notice `author` may not add to this folder of the patient.
    error MayNotAdd(address patient, address author, uint8 folder);

    /// @notice Adds a record under the next id. Always needs the author's signature.
    function addRecord(AddRecord calldata act, bytes calldata signature) external;
}
